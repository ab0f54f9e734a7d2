using TwinGrad.Fuzz.Arguments;
using TwinGrad.Fuzz.Surface;

namespace TwinGrad.Fuzz.Running;

/// <summary>One call of a random program.</summary>
/// <param name="Member">What is called.</param>
/// <param name="Arguments">With what.</param>
/// <param name="Covers">Where it starts a scope: how many of the next calls stand inside.</param>
internal sealed record Step(Member Member, Argument[] Arguments, int Covers);

/// <summary>A few tensors and calls on them and on what the calls return.</summary>
internal sealed record FuzzProgram(TensorSpec[] Tensors, Step[] Steps)
{
    /// <summary>The same program with some of its calls only.</summary>
    internal FuzzProgram Only(IEnumerable<int> steps) => this with { Steps = [.. steps.Select(step => Steps[step])] };
}
