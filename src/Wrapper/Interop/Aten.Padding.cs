namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction ConstantPadNd = new("x: Tensor, pad: List[int], value: number", "torch.constant_pad_nd(x, pad, value)");

    internal static readonly NativeFunction ReflectionPad1d = new("x: Tensor, padding: List[int]", "torch.reflection_pad1d(x, padding)");

    internal static readonly NativeFunction ReflectionPad2d = new("x: Tensor, padding: List[int]", "torch.reflection_pad2d(x, padding)");

    internal static readonly NativeFunction ReflectionPad3d = new("x: Tensor, padding: List[int]", "torch.reflection_pad3d(x, padding)");

    internal static readonly NativeFunction ReplicationPad1d = new("x: Tensor, padding: List[int]", "torch.replication_pad1d(x, padding)");

    internal static readonly NativeFunction ReplicationPad2d = new("x: Tensor, padding: List[int]", "torch.replication_pad2d(x, padding)");

    internal static readonly NativeFunction ReplicationPad3d = new("x: Tensor, padding: List[int]", "torch.replication_pad3d(x, padding)");
}
