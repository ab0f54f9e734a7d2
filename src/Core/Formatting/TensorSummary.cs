namespace TwinGrad;

/// <summary>What kind of tensor it is, without its elements: <c>float32[32, 64] cpu requires_grad</c>.</summary>
internal static class TensorSummary
{
    internal static string Of<T>(T x)
        where T : ITensor<T>
    {
        var how = Check.Given(x).GradFn is { } node ? $" {node}" : x.RequiresGrad ? " requires_grad" : "";
        return $"{x.DType.Name}{x.Shape} {x.Device}{how}";
    }
}
