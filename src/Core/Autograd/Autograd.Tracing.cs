namespace TwinGrad;

public static partial class Autograd
{
    /// <summary>Notes of each operation that this thread records which call in the program made it: see <see cref="Node.CallSite"/>.</summary>
    /// <remarks>
    /// Each operation then walks the stack, some ten microseconds, and its results live as long as the graph. Files and lines come from the
    /// program's symbols; without them there is the method's name.
    /// </remarks>
    public static TraceScope Trace() => new(Tracing.Begin(Anomalies.None));

    /// <summary>Throws at the first nan or infinity on this thread, in a result or in a gradient, with the operator and the call that made it.</summary>
    /// <param name="checkNan">Look for nans. Without both checks only the calls are noted, as by <see cref="Trace"/>.</param>
    /// <param name="checkInfinity">Look for infinities, which PyTorch's mode lets pass. Set it to false where they are meant, in masks.</param>
    /// <remarks>
    /// <code>
    /// using (Autograd.DetectAnomaly())
    ///     (x.Sqrt() * 0).Sum().Backward();  // x = 0: Function 'SqrtBackward0' returned nan values in its 0th output. [...] Loss.cs:12 in Loss
    /// </code>
    /// As <c>torch.autograd.detect_anomaly()</c>, which looks for nans in gradients alone. A backward pass is looked through as far as its
    /// operations were recorded in the scope. Where one fails for another reason a warning names the operation that it failed in. Every element is
    /// read, and on libtorch a pass takes two: for finding an error, not for training.
    /// See <see href="https://docs.pytorch.org/docs/stable/autograd.html#anomaly-detection"/>.
    /// </remarks>
    public static TraceScope DetectAnomaly(bool checkNan = true, bool checkInfinity = true)
        => new(Tracing.Begin((checkNan ? Anomalies.Nan : 0) | (checkInfinity ? Anomalies.Infinity : 0)));
}
