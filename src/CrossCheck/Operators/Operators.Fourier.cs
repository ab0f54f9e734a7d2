namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Irfftn([Shape(2, 3, 4), Shape(5), Shape(3, 2)] T x) => x.Irfftn();

    [Op]
    private static T Irfftn_Longer([Shape(2, 3, 4)] T x) => x.Irfftn([5, 9], [2, 0], FftNorm.Ortho);

    [Op]
    private static T Irfftn_Shorter([Shape(4, 2, 4)] T x) => x.Irfftn([2, 3], [0, -1], FftNorm.Forward);

    [Op]
    private static T Hfftn([Shape(2, 3, 4), Shape(5)] T x) => x.Hfftn();

    [Op]
    private static T Hfftn_Forward([Shape(2, 3, 4)] T x) => x.Hfftn([4], [1], FftNorm.Forward);

    [Op(Fails = true)]
    private static T Irfftn_OfOnePoint([Shape(2, 1)] T x) => x.Irfftn();

    [Op(Fails = true)]
    private static T Irfftn_SameDimTwice([Shape(2, 3)] T x) => x.Irfftn(dim: [0, -2]);

    [Op(Fails = true)]
    private static T Irfftn_OfNoDims([Shape()] T x) => x.Irfftn();

    [Op(Fails = true)]
    private static T Irfftn_LengthsWithoutDims([Shape(2, 3)] T x) => x.Irfftn([2], [0, 1]);

    [Op(Fails = true)]
    private static T Irfftn_TooManyLengths([Shape(2, 3)] T x) => x.Irfftn([2, 3, 4]);

    [Op]
    private static T Irfft([Shape(3, 4)] T x) => x.Irfft(5, 0);

    [Op]
    private static T Hfft2([Shape(3, 4)] T x) => x.Hfft2();

    [Op]
    private static T Fftshift([Shape(3, 4), Shape(5)] T x) => x.Fftshift();

    [Op]
    private static T Ifftshift([Shape(3, 5)] T x) => x.Ifftshift(1);
}
