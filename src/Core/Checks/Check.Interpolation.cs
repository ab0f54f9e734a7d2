namespace TwinGrad;

internal static partial class Check
{
    /// <summary>Whether the mode is one for as many dimensions as x has behind batch and channels.</summary>
    internal static void Interpolate<T>(T x, InterpolationMode mode, bool? alignCorners)
        where T : ITensor<T>
    {
        if (!Enum.IsDefined(mode))
            throw Error.NoSuchMode(mode);
        if (alignCorners is not null && mode is InterpolationMode.Nearest or InterpolationMode.NearestExact or InterpolationMode.Area)
            throw Error.InterpolateCorners();
        if (Given(x).Dim is not (3 or 4 or 5))
            throw Error.InterpolateOtherDims(x.Dim, ModeName(mode));
        var needed = mode switch
        {
            InterpolationMode.Linear => 3,
            InterpolationMode.Bilinear or InterpolationMode.Bicubic => 4,
            InterpolationMode.Trilinear => 5,
            _ => x.Dim,
        };
        if (x.Dim != needed)
            throw Error.InterpolateDims(x.Dim, ModeName(mode), needed);
    }

    internal static void Upsample<T>(T x, InterpolationMode mode, ReadOnlySpan<int> outputSize, bool alignCorners, ReadOnlySpan<double> scaleFactors)
        where T : ITensor<T>
    {
        Interpolate(x, mode, alignCorners ? true : null);
        if (mode == InterpolationMode.Area)
            throw Error.NoSuchMode(mode);
        var lengths = x.Shape.AsSpan()[2..];
        if (outputSize.Length != lengths.Length)
            throw Error.PerImageDim("output_size", outputSize.Length);
        if (!scaleFactors.IsEmpty && scaleFactors.Length != lengths.Length)
            throw Error.PerImageDim("scale_factors", scaleFactors.Length);
        for (var i = 0; i < scaleFactors.Length; i++)
            if (Math.Floor(lengths[i] * scaleFactors[i]) != outputSize[i])
                throw Error.UpsampleFactor(lengths[i], scaleFactors[i], outputSize[i]);
        if (lengths.Contains(0) || Smallest(outputSize) <= 0)
            throw Error.UpsampleSize(lengths, outputSize);
        if (x.Shape[1] == 0)
            throw Error.UpsampleInput(x.Shape);
    }

    internal static void GridSample<T>(T x, T grid, GridSampleMode mode, GridSamplePaddingMode paddingMode)
        where T : ITensor<T>
    {
        if (!Enum.IsDefined(mode))
            throw Error.NoSuchMode(mode);
        if (!Enum.IsDefined(paddingMode))
            throw Error.NoSuchMode(paddingMode);
        if (Given(x).Dim is not (4 or 5) || Given(grid).Dim != x.Dim)
            throw Error.GridSampleDims(Given(x).Shape, Given(grid).Shape);
        if (x.Shape[0] != grid.Shape[0])
            throw Error.GridSampleBatch(x.Shape, grid.Shape);
        if (grid.Shape[-1] != x.Dim - 2)
            throw Error.GridSampleLast(x.Dim - 2, grid.Shape);
        for (var dim = 2; dim < x.Dim; dim++)
            if (x.Shape[dim] == 0)
                throw Error.GridSampleEmpty(x.Shape, dim);
        if (mode == GridSampleMode.Bicubic && x.Dim == 5)
            throw Error.GridSampleCubic();
        if (grid.DType != x.DType)
            throw Error.BatchDTypes(x.DType, grid.DType);
    }

    internal static void AffineGrid<T>(T theta, ReadOnlySpan<long> size, bool alignCorners)
        where T : ITensor<T>
    {
        if (!Given(theta).DType.IsFloatingPoint)
            throw Error.AffineGridDType(theta.DType);
        if (size.Length is not (4 or 5))
            throw Error.AffineGridDims(size);
        if (theta.Dim != 3 || theta.Shape[1] != size.Length - 2 || theta.Shape[2] != size.Length - 1)
            throw Error.AffineGridTheta(size, theta.Shape);
        if (alignCorners && size[2..].Contains(1))
            Warnings.Warn(Error.AffineGridOfUnitSize);
        foreach (var length in size)
            if (length <= 0)
                throw Error.AffineGridEmpty(size);
        if (theta.Shape[0] != size[0])
            throw Error.AffineGridBatch(theta.Shape, size[0]);
    }

    private static string ModeName(InterpolationMode mode)
        => mode == InterpolationMode.NearestExact ? "nearest-exact" : mode.ToString().ToLowerInvariant();
}
