namespace TwinGrad;

/// <summary>Programs on which libtorch differs from mathematics, the smallest that were found. They are found by reflection.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
internal static class Divergences<T>
    where T : class, ITensor<T>
{
    [Divergence(
        DifferenceKind.Value, "The median along a dimension of an expanded tensor is uninitialized memory", "every element is 5, and so is their median",
        Truth = 5, Varies = true)]
    private static T Median_OfExpanded([Shape(), At(5)] T x) => T.Median(x.Expand(2, 3, 4), 1, keepDim: true).Values;

    [Divergence(
        DifferenceKind.Value, "The median that passes over nans likewise", "every element is 5, and so is their median", Truth = 5, Varies = true)]
    private static T Nanmedian_OfExpanded([Shape(), At(5)] T x) => T.Nanmedian(x.Expand(2, 3, 4), 1, keepDim: true).Values;

    [Divergence(
        DifferenceKind.Value, "Least squares by the default driver are wrong at random where a column is 0: LAPACK is given pivots that nobody set",
        "0, 1, 0 solves the equations; the driver gelsd finds it, and so does gelsy in some runs", Element = 1, Truth = 1, Varies = true)]
    private static T Lstsq_OfZeroColumn([Shape(2, 3), At(0, 0, 1, 0, 1, 0)] T x, [Shape(2, 1), At(0, 1)] T b) => T.Lstsq(x, b, null, null).Solution;

    // The weight is the first of two numbers, so that what lies beyond it is known.
    [Divergence(
        DifferenceKind.First, "The gradient of batch_norm reads beyond an expanded weight: it takes its elements for neighbours in memory",
        "the gradient beside a weight of the same numbers that is not expanded, on both engines; central differences", Element = 1)]
    private static T NativeBatchNorm_OfExpanded([Shape(3, 2), At(1, 2, 3, 5, 4, 7)] T x, [Shape(2), At(1, 3)] T weight)
        => T.NativeBatchNorm(x, weight.Narrow(0, 0, 1).Expand(2), default, default, default, training: true, 0.1, 1e-5).Output.Pow(3);

    [Divergence(
        DifferenceKind.Value, "Scattering into a tensor whose elements share memory, as those of overlapping windows do, writes to all that share it",
        "the second row is 2, 3, 4 before and is not written to", Element = 3, Truth = 2)]
    private static T SelectScatter_OfWindows([Shape(4), At(1, 2, 3, 4)] T x) => x.Unfold(0, 3, 1).SelectScatter(TensorFactory<T>.Zeros([3], x.DType), 0, 0);

    [Divergence(
        DifferenceKind.First, "Of a tall matrix's trace places off the diagonal get a gradient, every so many elements",
        "central differences: the element is not in the sum", Element = 6)]
    private static T Trace_OfTall([Shape(4, 2), At(1, 2, 3, 4, 5, 6, 7, 8)] T x) => T.Trace(x);

    [Divergence(
        DifferenceKind.First, "The gradient of the determinant of a singular matrix is 0, unless it is to be differentiated again",
        "the cofactor of the element, 1 * 9 - 3 * 7 = -12, and central differences", Element = 4, Truth = -12)]
    private static T Det_OfRankTwo([Shape(3, 3), At(1, 2, 3, 4, 5, 6, 7, 8, 9)] T x) => T.Det(x);

    [Divergence(
        DifferenceKind.First, "The gradient of a clamped logit at nan is nan, unless there are several elements or it is to be differentiated again",
        "it is 0 outside the bounds, and 0 on libtorch too where it takes several elements at once", Truth = 0)]
    private static T Logit_OfNan([Shape(), At(double.NaN)] T x) => T.Logit(x, 0.2);

    [Divergence(
        DifferenceKind.First, "Equal smallest elements of a segment do not share a negative gradient: each gets all of it",
        "three equal elements share the gradient 1 as 1/3 each, also on libtorch; that of -1 is its negative", Truth = -1.0 / 3)]
    private static T SegmentReduce_OfEquals([Shape(3), At(1, 1, 1)] T x)
        => -T.SegmentReduce(x, SegmentReduction.Min, TensorFactory<T>.Tensor<long>([3]), 0, null);

    [Divergence(
        DifferenceKind.Second, "The second derivative of an embedding with ScaleGradByFreq forgets the scale", "central differences of its own gradients")]
    private static T Embedding_ByFrequency([Shape(3, 1), At(1, 2, 3)] T factor, [Shape(3, 1), At(1, 2, 3)] T weight)
        => TensorFactory<T>.Tensor<long>([1, 1, 2]).Embedding(weight, scaleGradByFreq: true) * factor;

    [Divergence(
        DifferenceKind.First, "A standard deviation of 0 has the gradient nan where the correction is above 1; with a correction of 1 it is 0",
        "by PyTorch's own convention, and by central differences: it has its minimum there", Truth = 0)]
    private static T Std_OfEquals([Shape(3), At(2, 2, 2)] T x) => T.Std(x, [0], 2, keepDim: false);

    [Divergence(
        DifferenceKind.First, "Where a reflection 1 - tau v v^T is singular, its product has the gradient nan by tau",
        "central differences: the product is linear in tau")]
    private static T HouseholderProduct_Singular([Shape(1), At(1)] T tau, [Shape(1, 1), At(0)] T x) => T.HouseholderProduct(x, tau);

    [Divergence(
        DifferenceKind.Second, "The second derivative of logcumsumexp is nan where no gradient flows to an element",
        "central differences of its own gradients")]
    private static T Logcumsumexp_WithoutGradient([Shape(3), At(0, 1, 2)] T factor, [Shape(3), At(1, 2, 3)] T x) => T.Logcumsumexp(x, 0) * factor;

    [Divergence(
        DifferenceKind.Second, "The second derivative of a product beside an element near 0 is a difference of large numbers: result / x^2",
        "the gradient is (1 + y z, 1 + x z, 1 + x y) and its square's derivative by x is 2 (z + y) up to 1e-16", Truth = 5.6)]
    private static T Prod_NearZero([Shape(3), At(1e-17, 1.1, 1.7)] T x) => x.Prod() + x.Sum();

    [Divergence(
        DifferenceKind.Second, "The second derivative of binary cross-entropy is that of x (1 - x) + 1e-12",
        "with the target 0 the loss is -ln(1 - x) and the gradient's square has the derivative 2 / (1 - x)^3", Truth = 2 * (1 + 3 * Small))]
    private static T BinaryCrossEntropy_NearZero([Shape(), At(Small)] T x) => T.BinaryCrossEntropy(x, T.Detach(x * 0), null, Reduction.Sum);

    [Divergence(
        DifferenceKind.Second, "At 0 prelu has the slope of its weight, but the derivative of that slope takes the one of the other side, 1",
        "the gradient is g w with g = 1 + 2 w x, so that its square's derivative by x is 4 w^3 = 0.5 from the side that it takes", Truth = 0.5)]
    private static T Prelu_AtZero([Shape(), At(0)] T x)
    {
        var y = T.PreluKernel(x, T.Full([], 0.5, x.DType, x.Device, requiresGrad: false));
        return y + y.Pow(2);
    }

    [Divergence(
        DifferenceKind.Value, "The trigamma function is off in the tenth digit", "trigamma(1) = pi^2 / 6", Truth = Math.PI * Math.PI / 6)]
    private static T Polygamma_AtOne([Shape(), At(1)] T x) => T.Polygamma(1, x);

    [Divergence(
        DifferenceKind.First, "The slope of digamma likewise", "it is trigamma(1/2) = pi^2 / 2", Truth = Math.PI * Math.PI / 2)]
    private static T Digamma_Slope([Shape(), At(0.5)] T x) => T.Digamma(x);

    [Divergence(
        DifferenceKind.Value, "Trigamma of a negative integer, its pole, is a finite number", "trigamma(x) grows as 1 / (x + 1)^2 beside -1",
        Truth = double.PositiveInfinity)]
    private static T Polygamma_AtPole([Shape(), At(-1)] T x) => T.Polygamma(1, x);

    [Divergence(
        DifferenceKind.First, "Far below 0 the slope of log_ndtr is a difference of large numbers",
        "the asymptotic series z + 1/z - 2/z^3 with z = -x", Truth = 700 + 1.0 / 700 - 2.0 / (700.0 * 700 * 700))]
    private static T LogNdtr_FarBelow([Shape(), At(-700)] T x) => T.LogNdtr(x);

    [Divergence(
        DifferenceKind.First, "The slope of the mantissa of frexp is 0 beyond float32's range: 2 to the exponent is taken in float32",
        "2^150 x is x / 2 times 2^151, so that the mantissa is x / 2 here", Truth = 0.5)]
    private static T Frexp_BeyondFloat32([Shape(), At(1)] T x) => T.Frexp(x * Math.Pow(2, 150)).Mantissa;

    [Divergence(DifferenceKind.Value, "The zeta function of an infinite order is nan", "the sum of 2^-s, 3^-s, ... goes to 0", Truth = 0)]
    private static T Zeta_OfInfinity([Shape(), At(2)] T x) => T.Zeta(T.Full([], double.PositiveInfinity, x.DType, x.Device, requiresGrad: false), x);

    [Divergence(
        DifferenceKind.Refusal, "An embedding of no indices has no second derivative: it is reshaped to a shape that is ambiguous",
        "the value has no elements, and nothing depends on the weight")]
    private static T Embedding_WithoutIndices([Shape(2, 1), At(1, 2)] T weight)
    {
        var y = TensorFactory<T>.Tensor<long>([], [0]).Embedding(weight);
        return y * y;
    }

    [Divergence(
        DifferenceKind.Refusal, "The gradient of the sign of a standard deviation is refused: sgn's gradient is zeros that may not be written, and std's rule writes",
        "the sign has the slope 0, and so has the whole")]
    private static T Sgn_OfStd([Shape(3), At(1, 2, 4)] T x) => T.Sgn(T.Std(x, [0], 1, keepDim: false));

    [Divergence(
        DifferenceKind.Refusal, "A view is refused as a leaf when its base came to require grad through another view; one made afterwards is not",
        "the documentation of views: what is written through one is seen by all")]
    private static T View_OfLateBase([Shape(), At(1)] T x)
    {
        var view = T.Detach(x).Clone().Expand(1);
        T.Unsqueeze(view, 0).Add_(x);
        return view.Mul_(x);
    }

    [Divergence(
        DifferenceKind.Refusal, "The gradient of a loss beside integers is refused: it was given their dtype",
        "beside the same numbers of float64 both engines have it")]
    private static T MseLoss_OfIntegers([Shape(2), At(1, 2)] T x) => T.MseLoss(x, T.To(x, DType.Int64), Reduction.Sum);

    /// <summary>2^-20, a number of float32.</summary>
    private const double Small = 1.0 / (1 << 20);
}
