namespace TwinGrad;

internal static partial class Check
{
    internal static void MarginRankingLoss<T>(T input1, T input2, T target)
        where T : ITensor<T>
    {
        (input1, input2, target) = (Given(input1), Given(input2), Given(target));
        if (input1.Dim != input2.Dim || input1.Dim != target.Dim)
            throw Error.MarginRankingDims(input1.Shape, input2.Shape, target.Shape);
    }

    /// <summary>The dimension that the vectors lie along.</summary>
    internal static int CosineEmbeddingLoss<T>(T input1, T input2, T target)
        where T : ITensor<T>
    {
        if (Given(target).Dim > 1)
            throw Error.NllTargetDims();
        return Given(input1).Dim == target.Dim + 1
            ? target.Dim
            : throw Error.CosineEmbeddingInputs(target.Dim, input1.Shape, Given(input2).Shape);
    }

    internal static void TripletMarginLoss<T>(T anchor, T positive, T negative, double margin)
        where T : ITensor<T>
    {
        if (margin <= 0)
            throw Error.TripletMargin(margin);
        (anchor, positive, negative) = (Given(anchor), Given(positive), Given(negative));
        if (anchor.Dim != positive.Dim || positive.Dim != negative.Dim)
            throw Error.TripletDims(anchor.Dim, positive.Dim, negative.Dim);
    }

    internal static void TripletMarginWithDistanceLoss<T>(T anchor, T positive, T negative, double margin)
        where T : ITensor<T>
    {
        if (margin <= 0)
            throw Error.TripletMargin(margin);
        (anchor, positive, negative) = (Given(anchor), Given(positive), Given(negative));
        if (anchor.Dim != positive.Dim || positive.Dim != negative.Dim)
            throw Error.TripletWithDistanceDims(anchor.Dim, positive.Dim, negative.Dim);
    }

    internal static void SoftMarginLoss<T>(T x, T target)
        where T : ITensor<T>
    {
        Neg(x);
        Neg(target);
        if (target.RequiresGrad)
            throw Error.NotDifferentiable("soft_margin_loss", "target");
        var shape = Layout.Broadcast(x.Shape, target.Shape);
        if (shape != target.Shape)
            throw Error.OutputShape(target.Shape, shape);
    }

    /// <remarks>libtorch reads beyond a weight that is too short.</remarks>
    internal static void MultiMarginLoss<T>(T x, T target, Scalar p, T? weight)
        where T : ITensor<T>
    {
        if (p.ToDouble() is not (1 or 2))
            throw Error.MultiMarginPower();
        if (weight is not null && weight.Dim != 1)
            throw Error.MultiMarginWeightDims();
        MarginInput(x);
        if (Given(target).Dim > 1 || target.Numel != (x.Dim == 2 ? x.Shape[0] : 1))
            throw Error.MultiMarginTarget(target.Shape);
        var classes = Classes(x);
        if (weight is not null && weight.Numel != classes)
            throw Error.MultiMarginWeight(classes, weight.Shape);
        if (weight is { RequiresGrad: true })
            throw Error.NotDifferentiable("multi_margin_loss", "weight");
        MarginDTypes("multi_margin_loss_cpu_kernel", x, target);
        if (weight is not null && weight.DType != x.DType)
            throw Error.ExpectedDType(x.DType, weight.DType);
        if (target.ToArray<long>().Any(t => t < 0 || t >= classes))
            throw Error.MultiMarginClass();
    }

    internal static void MultilabelMarginLoss<T>(T x, T target)
        where T : ITensor<T>
    {
        MarginInput(x);
        var fits = x.Dim == 2 ? Given(target).Shape == x.Shape : Given(target).Dim <= 1 && target.Numel == Classes(x);
        if (!fits)
            throw Error.MultilabelTarget(target.Shape);
        MarginDTypes("multilabel_margin_loss_forward_out_frame", x, target);
        if (target.ToArray<long>().Any(t => t < -1 || t >= Classes(x)))
            throw Error.MultilabelClass();
    }

    /// <summary>How many classes each row of x has a number for.</summary>
    internal static long Classes<T>(T x)
        where T : ITensor<T>
        => x.Dim == 0 ? 1 : x.Shape[-1];

    private static void MarginInput<T>(T x)
        where T : ITensor<T>
    {
        if (Given(x).Dim > 2 || Classes(x) == 0)
            throw Error.MarginInput(x.Shape);
    }

    private static void MarginDTypes<T>(string kernel, T x, T target)
        where T : ITensor<T>
    {
        if (x.DType != DType.Float32 && x.DType != DType.Float64)
            throw Error.NoKernel(kernel, x.DType);
        if (target.DType != DType.Int64)
            throw Error.ExpectedDType(DType.Int64, target.DType);
    }
}
