namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Convolution([Shape(2, 3, 5)] T x, [Shape(4, 3, 2)] T weight, [Shape(4)] T bias)
        => T.Convolution(x, weight, bias, [1], [0], [1], transposed: false, [0], groups: 1);

    [Op]
    private static T Convolution_Transposed([Shape(2, 4, 3)] T x, [Shape(4, 3, 2)] T weight, [Shape(3)] T bias)
        => T.Convolution(x, weight, bias, [2], [1], [1], transposed: true, [1], groups: 1);

    [Op]
    private static T Conv1d([Shape(1, 2, 5), Shape(2, 5)] T x, [Shape(3, 2, 3)] T weight) => x.Conv1d(weight);

    [Op]
    private static T Conv1d_Strided([Shape(2, 4, 7)] T x, [Shape(2, 2, 3)] T weight, [Shape(2)] T bias)
        => x.Conv1d(weight, bias, stride: 3, padding: 1, dilation: 2, groups: 2);

    [Op]
    private static T Conv1d_OfNoBatch([Shape(0, 2, 5)] T x, [Shape(3, 2, 3)] T weight) => x.Conv1d(weight);

    [Op]
    private static T Conv1d_PaddingSame([Shape(1, 2, 5), Shape(2, 5)] T x, [Shape(3, 2, 3)] T weight)
        => x.Conv1d(weight, padding: Padding.Same, dilation: 2);

    [Op]
    private static T Conv1d_PaddingSameOfEvenKernel([Shape(1, 2, 5)] T x, [Shape(3, 2, 4)] T weight) => x.Conv1d(weight, padding: Padding.Same);

    [Op]
    private static T Conv2d([Shape(1, 2, 4, 5)] T x, [Shape(3, 2, 2, 3)] T weight, [Shape(3)] T bias)
        => x.Conv2d(weight, bias, stride: [2, 1], padding: [1, 2]);

    [Op]
    private static T Conv2d_Depthwise([Shape(1, 2, 3, 3)] T x, [Shape(4, 1, 2, 2)] T weight) => x.Conv2d(weight, groups: 2);

    [Op]
    private static T Conv2d_PaddingValid([Shape(2, 3, 4)] T x, [Shape(3, 2, 2, 3)] T weight) => x.Conv2d(weight, padding: Padding.Valid);

    [Op]
    private static T Conv3d([Shape(1, 2, 2, 3, 3)] T x, [Shape(2, 2, 2, 2, 1)] T weight, [Shape(2)] T bias)
        => x.Conv3d(weight, bias, padding: [0, 1, 0], dilation: [1, 2, 1]);

    [Op]
    private static T Conv3d_Undilated([Shape(1, 2, 2, 3, 3)] T x, [Shape(2, 2, 2, 2, 1)] T weight) => x.Conv3d(weight);

    [Op]
    private static T ConvTranspose1d([Shape(2, 2, 3), Shape(2, 3)] T x, [Shape(2, 3, 2)] T weight) => x.ConvTranspose1d(weight, stride: 2);

    [Op]
    private static T ConvTranspose2d([Shape(1, 4, 2, 3)] T x, [Shape(4, 1, 2, 2)] T weight, [Shape(2)] T bias)
        => x.ConvTranspose2d(weight, bias, stride: [2, 3], padding: 1, outputPadding: [1, 0], groups: 2, dilation: 2);

    [Op]
    private static T ConvTranspose3d([Shape(1, 1, 2, 2, 1)] T x, [Shape(1, 2, 2, 1, 2)] T weight) => x.ConvTranspose3d(weight);

    [Op]
    private static T Im2Col([Shape(2, 2, 3, 4), Shape(1, 3, 3)] T x) => T.Im2Col(x, [2, 3], [1, 1], [1, 0], [2, 1]);

    [Op]
    private static T Col2Im([Shape(2, 8, 6), Shape(4, 6)] T x) => T.Col2Im(x, [3, 4], [2, 2], [1, 1], [0, 0], [1, 1]);

    [Op]
    private static T Unfold_Image([Shape(1, 2, 4, 4)] T x) => x.Unfold(kernelSize: 2, dilation: 2, padding: 1, stride: [1, 2]);

    [Op]
    private static T Fold([Shape(1, 4, 8)] T x) => x.Fold(outputSize: 3, kernelSize: 2, padding: 1, stride: [2, 1]);

    [Op(Fails = true)]
    private static T Conv2d_OtherChannels([Shape(1, 3, 5, 5)] T x, [Shape(2, 4, 3, 3)] T weight) => x.Conv2d(weight);

    [Op(Fails = true)]
    private static T Conv2d_OfAMatrix([Shape(5, 5)] T x, [Shape(2, 3, 3, 3)] T weight) => x.Conv2d(weight);

    [Op(Fails = true)]
    private static T Conv2d_OfOtherDims([Shape(1, 3, 5, 5)] T x, [Shape(2, 3, 3)] T weight) => x.Conv2d(weight);

    [Op(Fails = true)]
    private static T Conv2d_LargeKernel([Shape(1, 3, 2, 5)] T x, [Shape(2, 3, 3, 3)] T weight) => x.Conv2d(weight);

    [Op(Fails = true)]
    private static T Conv2d_OtherBias([Shape(1, 1, 8, 8)] T x, [Shape(2, 1, 3, 3)] T weight, [Shape(7)] T bias) => x.Conv2d(weight, bias);

    [Op(Fails = true)]
    private static T Conv2d_ThreeStrides([Shape(1, 1, 8, 8)] T x, [Shape(2, 1, 3, 3)] T weight) => x.Conv2d(weight, stride: [1, 1, 1]);

    [Op(Fails = true)]
    private static T Conv1d_NoGroups([Shape(1, 2, 8)] T x, [Shape(2, 2, 3)] T weight) => x.Conv1d(weight, groups: 0);

    [Op(Fails = true)]
    private static T Conv1d_NegativePadding([Shape(1, 2, 8)] T x, [Shape(2, 2, 3)] T weight) => x.Conv1d(weight, padding: -1);

    [Op(Fails = true)]
    private static T Conv1d_SameWithStride([Shape(1, 2, 8)] T x, [Shape(2, 2, 3)] T weight) => x.Conv1d(weight, stride: 2, padding: Padding.Same);

    [Op(Fails = true)]
    private static T Conv1d_OtherDType([Shape(1, 2, 8)] T x, [Shape(2, 2, 3)] T weight) => x.Conv1d(weight.To(DType.Float32));

    [Op(Fails = true)]
    private static T ConvTranspose1d_OutputPadding([Shape(1, 2, 8)] T x, [Shape(2, 2, 3)] T weight)
        => x.ConvTranspose1d(weight, stride: 2, outputPadding: 2);

    [Op(Fails = true)]
    private static T ConvTranspose1d_OtherChannels([Shape(1, 3, 8)] T x, [Shape(2, 2, 3)] T weight) => x.ConvTranspose1d(weight);

    [Op(Fails = true)]
    private static T Im2Col_NoWindow([Shape(1, 1, 2, 2)] T x) => T.Im2Col(x, [3, 3], [1, 1], [0, 0], [1, 1]);

    [Op(Fails = true)]
    private static T Col2Im_OtherNumberOfColumns([Shape(1, 4, 5)] T x) => T.Col2Im(x, [3, 3], [2, 2], [1, 1], [0, 0], [1, 1]);

    [Op(Fails = true)]
    private static T Col2Im_OtherHeight([Shape(1, 5, 4)] T x) => T.Col2Im(x, [3, 3], [2, 2], [1, 1], [0, 0], [1, 1]);
}
