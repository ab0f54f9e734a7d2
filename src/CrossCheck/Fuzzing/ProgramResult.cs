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
    /// <summary>Whether the exception is one that a caller is to expect; others tell of a defect, even where both engines have it.</summary>
    internal bool IsExpected => Exception is ITorchException or ArgumentException or ObjectDisposedException;

    public override string ToString() => $"{Where}: {Exception.GetType().Name}: {Exception.Message}";
}
