namespace TwinGrad;

internal static partial class Operators<T>
{
    private const string WholeNumbers = "of uint8 libtorch interpolates in whole numbers; the reference refuses it as all integers";

    [Op(Orders = 1, DTypesSkip = WholeNumbers)]
    private static T Upsample([Shape(1, 2, 3, 4)] T x) => T.Upsample(x, InterpolationMode.Bilinear, [5, 2], alignCorners: false, []);

    [Op(Orders = 1)]
    private static T Interpolate_Nearest([Shape(1, 2, 4), Shape(2, 1, 3, 4), Shape(1, 1, 2, 2, 3)] T x) => x.Interpolate(5);

    [Op(Orders = 1)]
    private static T Interpolate_NearestByFactor([Shape(1, 2, 4), Shape(2, 1, 3, 4), Shape(1, 1, 2, 2, 3)] T x) => x.Interpolate(scaleFactor: 1.7);

    [Op(Orders = 1)]
    private static T Interpolate_NearestRecomputed([Shape(1, 2, 7)] T x) => x.Interpolate(scaleFactor: 0.6, recomputeScaleFactor: true);

    [Op(Orders = 1)]
    private static T Interpolate_NearestExact([Shape(1, 2, 4), Shape(2, 1, 3, 4), Shape(1, 1, 2, 2, 3)] T x)
        => x.Interpolate(3, mode: InterpolationMode.NearestExact);

    [Op(Orders = 1)]
    private static T Interpolate_Linear([Shape(2, 2, 5)] T x) => x.Interpolate(scaleFactor: 0.6, mode: InterpolationMode.Linear);

    [Op(Orders = 1)]
    private static T Interpolate_LinearAligned([Shape(2, 2, 5)] T x) => x.Interpolate(8, mode: InterpolationMode.Linear, alignCorners: true);

    [Op(Orders = 1)]
    private static T Interpolate_LinearToOne([Shape(2, 2, 5)] T x) => x.Interpolate(1, mode: InterpolationMode.Linear, alignCorners: true);

    [Op(Orders = 1, DTypesSkip = WholeNumbers)]
    private static T Interpolate_Bilinear([Shape(1, 2, 3, 4)] T x) => x.Interpolate(scaleFactor: [1.7, 0.6], mode: InterpolationMode.Bilinear);

    [Op(Orders = 1, DTypesSkip = WholeNumbers)]
    private static T Interpolate_BilinearAligned([Shape(1, 2, 3, 4)] T x) => x.Interpolate([4, 4], mode: InterpolationMode.Bilinear, alignCorners: true);

    [Op(Orders = 1, DTypesSkip = WholeNumbers)]
    private static T Interpolate_Bicubic([Shape(1, 2, 3, 4)] T x) => x.Interpolate([5, 3], mode: InterpolationMode.Bicubic);

    [Op(Orders = 1, DTypesSkip = WholeNumbers)]
    private static T Interpolate_BicubicAligned([Shape(1, 1, 4, 4)] T x)
        => x.Interpolate(scaleFactor: 1.7, mode: InterpolationMode.Bicubic, alignCorners: true);

    [Op(Orders = 1)]
    private static T Interpolate_Trilinear([Shape(1, 1, 2, 3, 2)] T x) => x.Interpolate([3, 2, 4], mode: InterpolationMode.Trilinear);

    [Op(Orders = 1)]
    private static T Interpolate_Area([Shape(1, 2, 5), Shape(1, 2, 5, 4), Shape(1, 1, 2, 3, 4)] T x)
        => x.Interpolate(scaleFactor: 0.6, mode: InterpolationMode.Area);

    [Op(Orders = 1)]
    private static T UpsampleNearest([Shape(1, 2, 4)] T x) => x.UpsampleNearest(scaleFactor: 2);

    [Op(Orders = 1, DTypesSkip = WholeNumbers)]
    private static T UpsampleBilinear([Shape(1, 2, 3, 4)] T x) => x.UpsampleBilinear([5, 2]);

    [Op(Orders = 1)]
    private static T GridSample([Shape(2, 2, 3, 4)] T x, [Shape(2, 2, 3, 2), Domain(-1.4, 1.4)] T grid)
        => T.GridSample(x, grid, GridSampleMode.Bilinear, GridSamplePaddingMode.Zeros, alignCorners: false);

    [Op(Orders = 1)]
    private static T GridSample_Border([Shape(1, 2, 3, 4)] T x, [Shape(1, 2, 3, 2), Domain(-1.4, 1.4)] T grid)
        => T.GridSample(x, grid, GridSampleMode.Bilinear, GridSamplePaddingMode.Border, alignCorners: true);

    [Op(Orders = 1)]
    private static T GridSample_Reflection([Shape(1, 2, 3, 4)] T x, [Shape(1, 2, 3, 2), Domain(-4, 4)] T grid)
        => T.GridSample(x, grid, GridSampleMode.Bilinear, GridSamplePaddingMode.Reflection, alignCorners: false);

    [Op(Orders = 1)]
    private static T GridSample_ReflectionAligned([Shape(1, 2, 3, 4)] T x, [Shape(1, 2, 3, 2), Domain(-4, 4)] T grid)
        => T.GridSample(x, grid, GridSampleMode.Bilinear, GridSamplePaddingMode.Reflection, alignCorners: true);

    [Op(Orders = 1)]
    private static T GridSample_Nearest([Shape(1, 2, 3, 4)] T x, [Shape(1, 2, 3, 2), Domain(-1.4, 1.4)] T grid)
        => T.GridSample(x, grid, GridSampleMode.Nearest, GridSamplePaddingMode.Zeros, alignCorners: false);

    [Op(Orders = 1)]
    private static T GridSample_Bicubic([Shape(1, 2, 3, 4)] T x, [Shape(1, 2, 3, 2), Domain(-1.4, 1.4)] T grid)
        => T.GridSample(x, grid, GridSampleMode.Bicubic, GridSamplePaddingMode.Zeros, alignCorners: true);

    [Op(Orders = 1)]
    private static T GridSample_BicubicReflection([Shape(1, 2, 3, 4)] T x, [Shape(1, 2, 3, 2), Domain(-1.4, 1.4)] T grid)
        => T.GridSample(x, grid, GridSampleMode.Bicubic, GridSamplePaddingMode.Reflection, alignCorners: false);

    [Op(Orders = 1)]
    private static T GridSample_Volume([Shape(1, 2, 2, 3, 2)] T x, [Shape(1, 2, 1, 3, 3), Domain(-1.4, 1.4)] T grid)
        => T.GridSample(x, grid, GridSampleMode.Bilinear, GridSamplePaddingMode.Zeros, alignCorners: false);

    [Op(Orders = 1)]
    private static T AffineGrid([Shape(2, 2, 3)] T theta) => T.AffineGrid(theta, [2, 1, 3, 2], alignCorners: false);

    [Op(Orders = 1)]
    private static T AffineGrid_Volume([Shape(1, 3, 4)] T theta) => T.AffineGrid(theta, [1, 1, 2, 3, 2], alignCorners: true);

    [Op(Fails = true)]
    private static T Interpolate_NoSize([Shape(1, 1, 4)] T x) => x.Interpolate();

    [Op(Fails = true)]
    private static T Interpolate_Both([Shape(1, 1, 4)] T x) => x.Interpolate(4, scaleFactor: 2);

    [Op(Fails = true)]
    private static T Interpolate_OtherMode([Shape(1, 1, 4, 4)] T x) => x.Interpolate(8, mode: InterpolationMode.Trilinear);

    [Op(Fails = true)]
    private static T Interpolate_NearestWithCorners([Shape(1, 1, 4, 4)] T x) => x.Interpolate(8, alignCorners: true);

    [Op(Fails = true)]
    private static T Interpolate_ThreeLengths([Shape(1, 1, 4, 4)] T x) => x.Interpolate([8, 8, 8]);

    [Op(Fails = true)]
    private static T Interpolate_ToNothing([Shape(1, 1, 4, 4)] T x) => x.Interpolate(0);

    [Op(Fails = true)]
    private static T GridSample_OtherBatch([Shape(1, 2, 3, 4)] T x, [Shape(2, 2, 3, 2)] T grid) => x.GridSample(grid, alignCorners: false);

    [Op(Fails = true)]
    private static T GridSample_OtherLast([Shape(1, 2, 3, 4)] T x, [Shape(1, 2, 3, 3)] T grid) => x.GridSample(grid, alignCorners: false);

    [Op(Fails = true)]
    private static T GridSample_BicubicVolume([Shape(1, 1, 3, 4, 2)] T x, [Shape(1, 2, 3, 3, 3)] T grid)
        => x.GridSample(grid, GridSampleMode.Bicubic, alignCorners: false);

    [Op(Fails = true)]
    private static T AffineGrid_OtherMatrices([Shape(1, 3, 3)] T theta) => theta.AffineGrid([1, 1, 4, 4], alignCorners: false);

    [Op(Fails = true)]
    private static T AffineGrid_OtherSize([Shape(1, 2, 3)] T theta) => theta.AffineGrid([1, 1, 4], alignCorners: false);
}
