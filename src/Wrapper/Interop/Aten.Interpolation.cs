namespace TwinGrad;

// One of size and scale_factors is None: the kernels take the ratio of the lengths for the one, the factors for the other.
internal static partial class Aten
{
    private const string UpsampleParameters = "x: Tensor, size: Optional[List[int]], scale_factors: Optional[List[float]]";
    private const string UpsampleWithCorners = "x: Tensor, size: Optional[List[int]], align_corners: bool, scale_factors: Optional[List[float]]";

    internal static readonly NativeFunction UpsampleNearest1d = new(UpsampleParameters, "torch.upsample_nearest1d(x, size, scale_factors)");

    internal static readonly NativeFunction UpsampleNearest2d = new(UpsampleParameters, "torch.upsample_nearest2d(x, size, scale_factors)");

    internal static readonly NativeFunction UpsampleNearest3d = new(UpsampleParameters, "torch.upsample_nearest3d(x, size, scale_factors)");

    internal static readonly NativeFunction UpsampleNearestExact1d
        = new(UpsampleParameters, "torch._upsample_nearest_exact1d(x, size, scale_factors)");

    internal static readonly NativeFunction UpsampleNearestExact2d
        = new(UpsampleParameters, "torch._upsample_nearest_exact2d(x, size, scale_factors)");

    internal static readonly NativeFunction UpsampleNearestExact3d
        = new(UpsampleParameters, "torch._upsample_nearest_exact3d(x, size, scale_factors)");

    internal static readonly NativeFunction UpsampleLinear1d
        = new(UpsampleWithCorners, "torch.upsample_linear1d(x, size, align_corners, scale_factors)");

    internal static readonly NativeFunction UpsampleBilinear2d
        = new(UpsampleWithCorners, "torch.upsample_bilinear2d(x, size, align_corners, scale_factors)");

    internal static readonly NativeFunction UpsampleBicubic2d
        = new(UpsampleWithCorners, "torch.upsample_bicubic2d(x, size, align_corners, scale_factors)");

    internal static readonly NativeFunction UpsampleTrilinear3d
        = new(UpsampleWithCorners, "torch.upsample_trilinear3d(x, size, align_corners, scale_factors)");

    internal static readonly NativeFunction GridSampler = new(
        "x: Tensor, grid: Tensor, mode: int, padding_mode: int, align_corners: bool",
        "torch.grid_sampler(x, grid, mode, padding_mode, align_corners)");

    internal static readonly NativeFunction AffineGridGenerator = new(
        "theta: Tensor, size: List[int], align_corners: bool", "torch.affine_grid_generator(theta, size, align_corners)");
}
