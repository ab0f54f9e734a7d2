namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Upsample(
        Tensor x, InterpolationMode mode, ReadOnlySpan<int> outputSize, bool alignCorners, ReadOnlySpan<double> scaleFactors)
    {
        Check.Upsample(x, mode, outputSize, alignCorners, scaleFactors);
        var size = scaleFactors.IsEmpty ? outputSize.ToArray() : null;
        var factors = scaleFactors.IsEmpty ? null : scaleFactors.ToArray();
        var upsample = Upsampling(mode, x.Dim - 2);
        var results = mode is InterpolationMode.Nearest or InterpolationMode.NearestExact
            ? upsample.Call(x, size, factors)
            : upsample.Call(x, size, alignCorners, factors);
        return Record($"Upsample{mode}{x.Dim - 2}DBackward0", results[0], x);
    }

    /// <inheritdoc/>
    public static Tensor GridSample(Tensor x, Tensor grid, GridSampleMode mode, GridSamplePaddingMode paddingMode, bool alignCorners)
    {
        Check.GridSample(x, grid, mode, paddingMode);
        return Record(
            x.Dim == 4 ? "GridSampler2DBackward0" : "GridSampler3DBackward0",
            Aten.GridSampler.Call(x, grid, (int)mode, (int)paddingMode, alignCorners)[0], x, grid);
    }

    /// <inheritdoc/>
    public static Tensor AffineGrid(Tensor theta, ReadOnlySpan<long> size, bool alignCorners)
    {
        Check.AffineGrid(theta, size, alignCorners);
        return Record("AffineGridGeneratorBackward0", Aten.AffineGridGenerator.Call(theta, size.ToArray(), alignCorners)[0], theta);
    }

    private static NativeFunction Upsampling(InterpolationMode mode, int dims) => (mode, dims) switch
    {
        (InterpolationMode.Nearest, 1) => Aten.UpsampleNearest1d,
        (InterpolationMode.Nearest, 2) => Aten.UpsampleNearest2d,
        (InterpolationMode.Nearest, _) => Aten.UpsampleNearest3d,
        (InterpolationMode.NearestExact, 1) => Aten.UpsampleNearestExact1d,
        (InterpolationMode.NearestExact, 2) => Aten.UpsampleNearestExact2d,
        (InterpolationMode.NearestExact, _) => Aten.UpsampleNearestExact3d,
        (InterpolationMode.Linear, _) => Aten.UpsampleLinear1d,
        (InterpolationMode.Bilinear, _) => Aten.UpsampleBilinear2d,
        (InterpolationMode.Bicubic, _) => Aten.UpsampleBicubic2d,
        _ => Aten.UpsampleTrilinear3d,
    };
}
