namespace TwinGrad;

/// <summary>What a cross-check found.</summary>
public sealed record CrossCheckReport
{
    /// <summary>The function, as the caller wrote it.</summary>
    public required string Function { get; init; }

    /// <summary>What comes of it all.</summary>
    public required CrossCheckVerdict Verdict { get; init; }

    /// <summary>The value by both engines; null where one refuses the call.</summary>
    public GradientCheck? Value { get; init; }

    /// <summary>What was found for each input, in the order of the arguments; empty where no gradient could be compared.</summary>
    public IReadOnlyList<InputCheck> Inputs { get; init; } = [];

    /// <summary>What differs, for the person who must mend it: who stands alone, at which element, what each says and what to do next.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>What the verdict leaves out: elements where the function bends, what both engines refuse.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The node at which the engines part, where it was located.</summary>
    public Divergence? Divergence { get; init; }

    /// <summary>The gradients, one an input that is differentiated by.</summary>
    public IReadOnlyList<GradientCheck> Gradients => [.. Inputs.Select(input => input.Gradient).OfType<GradientCheck>()];

    /// <summary>The second gradients, likewise; none where only the first were asked for or could be had.</summary>
    public IReadOnlyList<GradientCheck> SecondGradients => [.. Inputs.Select(input => input.SecondGradient).OfType<GradientCheck>()];

    /// <summary>Whether there were gradients to compare and every witness agrees on them.</summary>
    public bool Agree => Verdict == CrossCheckVerdict.Agree;

    /// <summary>Throws unless the witnesses agree; also where there was nothing to compare, as a check of nothing must not pass.</summary>
    /// <exception cref="GradientsDifferException">They do not; the message is the report.</exception>
    public void ThrowIfDifferent()
    {
        if (!Agree)
            throw new GradientsDifferException(ToString());
    }

    /// <summary>What differs, if anything does; then a line for everything that was compared.</summary>
    public override string ToString() => CrossCheckText.Of(this);
}

/// <summary>What a cross-check comes to.</summary>
public enum CrossCheckVerdict
{
    /// <summary>Every witness agrees.</summary>
    Agree,

    /// <summary>Two witnesses differ, or one engine refuses what the other computes.</summary>
    Differ,

    /// <summary>Both engines refuse the call, or the gradient of a value on which they agree, with the same sentence.</summary>
    Refused,

    /// <summary>Both engines compute the same value, and neither has a gradient for it.</summary>
    NoGradient,
}

/// <summary>What a cross-check found for one input.</summary>
/// <param name="Name">What the function calls it.</param>
/// <param name="At">Where it was differentiated.</param>
/// <param name="Gradient">The gradient; null for an input of integers.</param>
/// <param name="SecondGradient">The gradient of the sum of the squares of all gradients; null where it was not asked for or cannot be had.</param>
public sealed record InputCheck(string Name, CheckInput At, GradientCheck? Gradient, GradientCheck? SecondGradient)
{
    /// <summary>Whether every witness agrees on this input's gradients.</summary>
    public bool Agree => Gradient?.Agree != false && SecondGradient?.Agree != false;
}
