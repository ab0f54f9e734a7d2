namespace TwinGrad;

/// <summary>What an engine made of a program.</summary>
/// <param name="Tensors">Every step's tensor as it was after the last step; fewer where a step was refused.</param>
/// <param name="First">The gradient of each leaf; empty where nothing flows.</param>
/// <param name="Second">The gradient of the sum of the squares of these, likewise.</param>
/// <param name="Refusal">The exception that ended the program.</param>
internal sealed record ProgramResult(
    IReadOnlyList<ProgramTensor> Tensors, IReadOnlyList<double[]> First, IReadOnlyList<double[]> Second, ProgramRefusal? Refusal)
{
    /// <summary>The number whose gradient <see cref="First"/> is.</summary>
    internal double Loss { get; init; }

    /// <summary>The number whose gradient <see cref="Second"/> is.</summary>
    internal double SquaredGradient => First.Sum(gradient => gradient.Sum(element => element * element));
}

/// <summary>A tensor of a program.</summary>
internal sealed record ProgramTensor(Shape Shape, DType DType, double[] Values);

/// <summary>How a program ended early.</summary>
/// <param name="Where">The step's number, or the pass.</param>
/// <param name="Exception">What was thrown.</param>
internal sealed record ProgramRefusal(string Where, Exception Exception)
{
    /// <summary>Whether both engines refused, or neither: at the same step, with the same type and sentence.</summary>
    /// <remarks>
    /// In a backward pass libtorch's rules throw what native code throws, and the reference's, which are made of its public operators, what
    /// these throw: there the sentence counts.
    /// </remarks>
    internal static bool AreAlike(ProgramRefusal? torch, ProgramRefusal? reference)
        => torch is null || reference is null
            ? torch is null && reference is null
            : torch.IsExpected && reference.IsExpected && torch.Where == reference.Where && torch.Exception.Message == reference.Exception.Message
                && (torch.Exception.GetType() == reference.Exception.GetType() || !torch.Where.StartsWith("step", StringComparison.Ordinal));

    /// <summary>Whether the exception is one that a caller is to expect; others tell of a defect, even where both engines have it.</summary>
    private bool IsExpected => Exception is ITorchException or ArgumentException or ObjectDisposedException;

    public override string ToString() => $"{Where}: {Exception.GetType().Name}: {Exception.Message}";
}
