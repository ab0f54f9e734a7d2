namespace TwinGrad;

internal static partial class Error
{
    internal const string GridSampleCorners = "Default grid_sample and affine_grid behavior has changed to align_corners=False since 1.3.0. "
        + "Please specify align_corners=True if the old behavior is desired. See the documentation of grid_sample for details.";

    internal const string AffineGridOfUnitSize = "Since version 1.3.0, affine_grid behavior has changed for unit-size grids when "
        + "align_corners=True. This is not an intended use case of affine_grid. See the documentation of affine_grid for details.";

    internal static string DeprecatedUpsampling(string function)
        => $"`nn.functional.{function}` is deprecated. Use `nn.functional.interpolate` instead.";

    internal static TorchArgumentException InterpolateCorners()
        => new("align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear", "ValueError");

    internal static TorchArgumentException InterpolateBoth() => new("only one of size or scale_factor should be defined", "ValueError");

    internal static TorchArgumentException InterpolateNone() => new("either size or scale_factor should be defined", "ValueError");

    internal static TorchArgumentException InterpolateSize(Shape x, string size)
        => new("Input and output must have the same number of spatial dimensions, but got input with spatial dimensions of "
            + $"[{string.Join(", ", x.Skip(2))}] and output size of {size}. Please provide input tensor in (N, C, d1, d2, ...,dK) format and "
            + "output size in (o1, o2, ...,oK) format.", "ValueError");

    internal static TorchArgumentException InterpolateScale(Shape x, string scale)
        => new("Input and scale_factor must have the same number of spatial dimensions, but got input with spatial dimensions of "
            + $"[{string.Join(", ", x.Skip(2))}] and scale_factor of shape {scale}. Please provide input tensor in (N, C, d1, d2, ...,dK) format "
            + "and scale_factor in (s1, s2, ...,sK) format.", "ValueError");

    internal static TorchArgumentException InterpolateRecompute()
        => new("recompute_scale_factor is not meaningful with an explicit size.", "ValueError");

    internal static TorchNotImplementedException InterpolateDims(int dims, string mode, int needed)
        => new($"Got {dims}D input, but {mode} mode needs {needed}D input");

    internal static TorchNotImplementedException InterpolateOtherDims(int dims, string mode)
        => new($"Input Error: Only 3D, 4D and 5D input Tensors supported (got {dims}D) for the modes: nearest | linear | bilinear | bicubic | "
            + $"trilinear | area | nearest-exact (got {mode})");

    internal static TorchArgumentException UpsampleInput(Shape x)
        => new($"Non-empty {x.Count}D data tensor expected but got a tensor with sizes {x}");

    internal static TorchArgumentException UpsampleSize(ReadOnlySpan<long> input, ReadOnlySpan<int> output)
        => new($"Input and output sizes should be greater than 0, but got input ({Sides(input)}) output ({Sides(Check.Longs(output))})");

    internal static TorchArgumentException UpsampleFactor(long length, double factor, int output)
        => new($"a length of {length} times {PythonFloat.Repr(factor)} is not {output}");

    internal static TorchArgumentException UpsampleTooLong() => new("the lengths that the scale factors ask for are too large");

    internal static TorchArgumentException GridSampleDims(Shape x, Shape grid)
        => new("grid_sampler(): expected 4D or 5D input and grid with same number of dimensions, but got input with sizes "
            + $"{x} and grid with sizes {grid}");

    internal static TorchArgumentException GridSampleBatch(Shape x, Shape grid)
        => new($"grid_sampler(): expected grid and input to have same batch size, but got input with sizes {x} and grid with sizes {grid}");

    internal static TorchArgumentException GridSampleLast(int dims, Shape grid)
        => new($"grid_sampler(): expected grid to have size {dims} in last dimension, but got grid with sizes {grid}");

    internal static TorchArgumentException GridSampleEmpty(Shape x, int dim)
        => new($"grid_sampler(): expected input to have non-empty spatial dimensions, but input has sizes {x} with dimension {dim} being empty");

    internal static TorchArgumentException GridSampleCubic() => new("grid_sampler(): bicubic interpolation only supports 4D input");

    internal static TorchArgumentException AffineGridDType(DType dtype)
        => new($"Expected theta to have floating point type, but got {dtype}", "ValueError");

    internal static TorchArgumentException AffineGridTheta(ReadOnlySpan<long> size, Shape theta)
        => new($"Expected a batch of {size.Length - 2}D affine matrices of shape Nx{size.Length - 2}x{size.Length - 1} for size "
            + $"{Tuple(size)}. Got {Sizes(theta)}.", "ValueError");

    internal static TorchNotImplementedException AffineGridDims(ReadOnlySpan<long> size)
        => new("affine_grid only supports 4D and 5D sizes, for 2D and 3D affine transforms, respectively. "
            + $"Got size {Tuple(size)}.");

    internal static TorchArgumentException AffineGridEmpty(ReadOnlySpan<long> size)
        => new($"Expected non-zero, positive output size. Got {Tuple(size)}", "ValueError");

    internal static TorchArgumentException AffineGridBatch(Shape theta, long batch)
        => new($"Expected theta of a batch of {batch}, but got {Sizes(theta)}");

    private static string Tuple(ReadOnlySpan<long> size) => $"({string.Join(", ", size.ToArray())})";

    private static string Sides(ReadOnlySpan<long> lengths)
    {
        var sides = new string[lengths.Length];
        for (var i = 0; i < sides.Length; i++)
            sides[i] = $"{"DHW"[i + 3 - sides.Length]}: {lengths[i]}";
        return string.Join(", ", sides);
    }
}
