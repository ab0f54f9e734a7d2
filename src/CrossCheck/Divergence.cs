using System.Globalization;

namespace TwinGrad;

/// <summary>The first node of a backward pass that both engines come to with equal gradients and leave with different ones.</summary>
/// <param name="Operator">The node: <c>SinBackward0</c>.</param>
/// <param name="Argument">Which of the operator's arguments the gradients are by.</param>
/// <param name="Element">The element that is furthest apart, in row-major order.</param>
/// <param name="InputValues">The values of the operator's inputs there.</param>
/// <param name="Torch">libtorch's gradient.</param>
/// <param name="Reference">The reference engine's.</param>
/// <param name="Site">Where the call that made the node stands; null when that is not known.</param>
public sealed record Divergence(
    string Operator, string Argument, int Element, IReadOnlyList<double> InputValues, double Torch, double Reference, CallSite? Site)
{
    /// <summary><c>first parting: SinBackward0, made at Loss.cs:12 in Loss, by x at element 0 (inputs 3.0): libtorch 1.0, reference -1.0</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"first parting: {Operator}{(Site is null ? "" : $", made at {Site}")}, by {Argument} at element {Element} "
        + $"(inputs {string.Join(", ", InputValues.Select(PythonFloat.Repr))}): "
        + $"libtorch {PythonFloat.Repr(Torch)}, reference {PythonFloat.Repr(Reference)}");
}
