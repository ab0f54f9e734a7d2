namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction Convolution = new(
        "x: Tensor, weight: Tensor, bias: Optional[Tensor], stride: List[int], padding: List[int], dilation: List[int], transposed: bool, "
            + "output_padding: List[int], groups: int",
        "torch.convolution(x, weight, bias, stride, padding, dilation, transposed, output_padding, groups)");

    internal static readonly NativeFunction Im2Col = new(
        "x: Tensor, kernel_size: List[int], dilation: List[int], padding: List[int], stride: List[int]",
        "torch.im2col(x, kernel_size, dilation, padding, stride)");

    internal static readonly NativeFunction Col2Im = new(
        "x: Tensor, output_size: List[int], kernel_size: List[int], dilation: List[int], padding: List[int], stride: List[int]",
        "torch.col2im(x, output_size, kernel_size, dilation, padding, stride)");
}
