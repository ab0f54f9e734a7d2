namespace TwinGrad;

public sealed partial class Tensor
{
    private static readonly NativeFunction[] Reflections = [Aten.ReflectionPad1d, Aten.ReflectionPad2d, Aten.ReflectionPad3d];
    private static readonly NativeFunction[] Replications = [Aten.ReplicationPad1d, Aten.ReplicationPad2d, Aten.ReplicationPad3d];

    /// <inheritdoc/>
    public static Tensor ConstantPadNd(Tensor x, ReadOnlySpan<long> pad, Scalar value)
    {
        Check.ConstantPadNd(Check.Given(x).Shape, pad);
        return Record("ConstantPadNdBackward0", Aten.ConstantPadNd.Call(x, pad.ToArray(), value)[0], x);
    }

    /// <inheritdoc/>
    public static Tensor ReflectionPad(Tensor x, ReadOnlySpan<long> padding)
    {
        Check.EdgePad(x, padding, reflects: true);
        return EdgePad("ReflectionPad", Reflections, x, padding);
    }

    /// <inheritdoc/>
    public static Tensor ReplicationPad(Tensor x, ReadOnlySpan<long> padding)
    {
        Check.EdgePad(x, padding, reflects: false);
        return EdgePad("ReplicationPad", Replications, x, padding);
    }

    private static Tensor EdgePad(string name, NativeFunction[] functions, Tensor x, ReadOnlySpan<long> padding)
    {
        var dims = padding.Length / 2;
        return Record($"{name}{dims}DBackward0", functions[dims - 1].Call(x, padding.ToArray())[0], x);
    }
}
