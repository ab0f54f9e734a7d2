namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor SelectScatter(Tensor x, Tensor src, int dim, long index)
    {
        Check.Select(x, dim, index);
        return Replaced("SelectScatterBackward0", x, src, whole => Select(whole, dim, index));
    }

    /// <inheritdoc/>
    public static Tensor SliceScatter(Tensor x, Tensor src, int dim, long? start, long? end, long step)
    {
        Check.Slice(x, dim, step);
        return Replaced("SliceScatterBackward0", x, src, whole => Slice(whole, dim, start ?? 0, end ?? long.MaxValue, step));
    }

    /// <inheritdoc/>
    public static Tensor DiagonalScatter(Tensor x, Tensor src, int offset, int dim1, int dim2)
        => Replaced("DiagonalScatterBackward0", x, src, whole => Diagonal(whole, offset, dim1, dim2));

    /// <summary>A copy of x with what a view of it shows replaced by src.</summary>
    private static Tensor Replaced(string name, Tensor x, Tensor src, Func<Tensor, Tensor> view)
    {
        var copy = Clone(Detach(x));
        using (new GradMode<Tensor>(enabled: false))
        {
            var part = view(copy);
            Check.Replaces(Check.Given(src).Shape, part.Shape);
            Strided.Scatter(copy.Memory.Values, part.Shape, part.Strides, part._offset, src.To(x.DType).Read());
        }
        return TapeNode.Record(
            name, copy, [x, src],
            (g, n) => Replaced(name, g, Full(n.InputShape(1), 0, g.DType, Device.Cpu, requiresGrad: false), view),
            (g, _) => view(g));
    }
}
