using System.Runtime.CompilerServices;

namespace TwinGrad.Bench.Bookkeeping;

/// <summary>The room that the wrapper's other fields take: what a new object costs depends on its size.</summary>
[InlineArray(8)]
internal struct Fields
{
    private nint _first;
}
