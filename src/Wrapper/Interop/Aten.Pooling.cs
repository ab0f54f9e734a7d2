namespace TwinGrad;

internal static partial class Aten
{
    private const string AvgPoolParameters = "x: Tensor, kernel_size: List[int], stride: List[int], padding: List[int], ceil_mode: bool, "
        + "count_include_pad: bool, divisor_override: Optional[int]";

    internal static readonly NativeFunction AvgPool2d = new(
        AvgPoolParameters, "torch.avg_pool2d(x, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override)");

    internal static readonly NativeFunction AvgPool3d = new(
        AvgPoolParameters, "torch.avg_pool3d(x, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override)");

    internal static readonly NativeFunction MaxUnpool2d = new(
        "x: Tensor, indices: Tensor, output_size: List[int]", "torch.max_unpool2d(x, indices, output_size)");

    internal static readonly NativeFunction MaxUnpool3d = new(
        "x: Tensor, indices: Tensor, output_size: List[int]", "torch.max_unpool3d(x, indices, output_size, [1, 1, 1], [0, 0, 0])");

    internal static readonly NativeFunction AdaptiveAvgPool2d = new(
        "x: Tensor, output_size: List[int]", "torch._adaptive_avg_pool2d(x, output_size)");

    internal static readonly NativeFunction AdaptiveAvgPool3d = new(
        "x: Tensor, output_size: List[int]", "torch._adaptive_avg_pool3d(x, output_size)");

    internal static readonly NativeFunction AdaptiveMaxPool2d = new(
        "x: Tensor, output_size: List[int]", "torch.adaptive_max_pool2d(x, output_size)");

    internal static readonly NativeFunction AdaptiveMaxPool3d = new(
        "x: Tensor, output_size: List[int]", "torch.adaptive_max_pool3d(x, output_size)");
}
