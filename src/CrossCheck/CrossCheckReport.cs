namespace TwinGrad;

/// <summary>What a cross-check found.</summary>
/// <param name="Torch">libtorch's result in float32.</param>
/// <param name="Reference">The reference engine's result for float32.</param>
/// <param name="Gradients">One gradient an input.</param>
public sealed record CrossCheckReport(
    IReadOnlyList<double> Torch, IReadOnlyList<double> Reference, IReadOnlyList<GradientCheck> Gradients)
{
    /// <summary>Whether every gradient agrees.</summary>
    public bool Agree => Gradients.All(gradient => gradient.Agree);

    /// <summary>Throws unless every gradient agrees.</summary>
    /// <exception cref="GradientsDifferException">One does not; the message has what each witness says.</exception>
    public void ThrowIfDifferent()
    {
        foreach (var gradient in Gradients)
            gradient.ThrowIfDifferent();
    }

    /// <summary>A line a gradient.</summary>
    public override string ToString() => string.Join(Environment.NewLine, Gradients);
}
