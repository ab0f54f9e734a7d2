namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor ConstantPadNd(Tensor x, ReadOnlySpan<long> pad, Scalar value)
    {
        var shape = Check.ConstantPadNd(Check.Given(x).Shape, pad);
        var back = Array.ConvertAll(pad.ToArray(), length => -length);
        var result = Full(shape, value, x.DType, Device.Cpu, requiresGrad: false);
        var inside = Cut(result, pad);
        Strided.Scatter(result.Memory.Values, inside.Shape, inside.Strides, inside._offset, Cut(Detach(x), back).Read());
        return TapeNode.Record("ConstantPadNdBackward0", result, [x], (g, _) => ConstantPadNd(g, back, 0));
    }

    /// <inheritdoc/>
    public static Tensor ReflectionPad(Tensor x, ReadOnlySpan<long> padding)
    {
        var shape = Check.EdgePad(x, padding, reflects: true);
        NoBool("reflection", x, padding);
        return EdgePad("ReflectionPad", x, padding, shape, (place, length) => place < 0 ? -place : place < length ? place : 2 * (length - 1) - place);
    }

    /// <inheritdoc/>
    public static Tensor ReplicationPad(Tensor x, ReadOnlySpan<long> padding)
    {
        var shape = Check.EdgePad(x, padding, reflects: false);
        NoBool("replication", x, padding);
        return EdgePad("ReplicationPad", x, padding, shape, (place, length) => Math.Clamp(place, 0, length - 1));
    }

    private static void NoBool(string name, Tensor x, ReadOnlySpan<long> padding)
    {
        if (x.DType == DType.Bool)
            throw Error.NoKernel($"{name}_pad{padding.Length / 2}d", x.DType);
    }

    /// <summary>What is left of x where positive lengths are cut off.</summary>
    private static Tensor Cut(Tensor x, ReadOnlySpan<long> lengths)
    {
        for (var i = 0; i < lengths.Length / 2; i++)
        {
            var dim = x.Dim - 1 - i;
            x = Slice(x, dim, Math.Max(lengths[2 * i], 0), x.Shape[dim] - Math.Max(lengths[2 * i + 1], 0), 1);
        }
        return x;
    }

    /// <summary>x continued beyond its ends by its own places.</summary>
    /// <param name="name">What the operation is called, without its dimensions.</param>
    /// <param name="x">The tensor.</param>
    /// <param name="padding">Two lengths a dimension, the last dimension first.</param>
    /// <param name="shape">The shape of the result.</param>
    /// <param name="inside">Which place of x is seen at a place that may lie outside of its length.</param>
    private static Tensor EdgePad(string name, Tensor x, ReadOnlySpan<long> padding, Shape shape, Func<long, long, long> inside)
    {
        Check.FitsAnArray(shape.Numel);
        var strides = Layout.Contiguous(x.Shape);
        long[] positions = [0];
        for (var dim = 0; dim < x.Dim; dim++)
        {
            var pair = 2 * (x.Dim - 1 - dim);
            var (before, length, stride) = (pair < padding.Length ? padding[pair] : 0, x.Shape[dim], strides[dim]);
            long[] steps = [.. Enumerable.Range(0, (int)shape[dim]).Select(i => inside(i - before, length) * stride)];
            positions = [.. positions.SelectMany(position => steps.Select(step => position + step))];
        }
        return Pick($"{name}{padding.Length / 2}DBackward0", x, positions, shape);
    }
}
