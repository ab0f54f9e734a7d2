namespace TwinGrad;

internal static partial class Check
{
    internal static void Reduction(Reduction reduction)
    {
        if (reduction is not (TwinGrad.Reduction.None or TwinGrad.Reduction.Mean or TwinGrad.Reduction.Sum))
            throw Error.NoReduction(reduction);
    }

    internal static void BinaryCrossEntropy<T>(T x, T target)
        where T : ITensor<T>
    {
        if (Given(target).Shape != Given(x).Shape)
            throw Error.BceTargetSize(target.Shape, x.Shape);
        if (target.DType != x.DType)
            throw Error.BceDType(target.DType, x.DType);
    }

    internal static void BinaryCrossEntropyWithLogits<T>(T x, T target)
        where T : ITensor<T>
    {
        if (Given(target).Shape != Given(x).Shape)
            throw Error.BceLogitsTargetSize(target.Shape, x.Shape);
        if (!target.DType.IsFloatingPoint)
            throw Error.ResultDoesNotFit(x.DType, target.DType);
    }

    internal static void NllLoss<T>(T x, T target, T? weight)
        where T : class, ITensor<T>
    {
        if (x.Dim is not (1 or 2 or 4))
            throw Error.NllDims(x.Dim);
        NllTarget(x, target);
        if (x.Dim < 4 && target.Dim > 1)
            throw Error.NllTargetDims();
        if (target.DType != DType.Int64)
            throw Error.NllTargetDType(target.DType);
        var classes = x.Shape[x.Dim == 1 ? 0 : 1];
        if (weight is not null && (weight.Dim != 1 || weight.Shape[0] != classes))
            throw Error.NllWeight(classes, weight.Shape);
    }

    /// <summary>One target for each vector of classes.</summary>
    internal static void NllTarget<T>(T x, T target)
        where T : ITensor<T>
    {
        if (x.Dim > 1 && (target.Dim == 0 || target.Shape[0] != x.Shape[0]))
            throw Error.NllBatch(x.Shape[0], target.Dim == 0 ? 0 : target.Shape[0]);
        Shape expected = x.Dim > 2 ? [x.Shape[0], .. x.Shape.Skip(2)] : Given(target).Shape;
        if (target.Shape != expected)
            throw Error.NllTargetSize(expected, target.Shape);
    }

    /// <summary>Whether the variance has one element for each of x, or one for all in the last dimension that x has more.</summary>
    internal static bool Variance<T>(T x, T var)
        where T : ITensor<T>
    {
        if (Given(var).ToArray<double>().Any(v => v < 0))
            throw Error.NegativeVar();
        if (var.Shape == Given(x).Shape || (var.Dim == x.Dim && var.Dim > 0 && var.Shape[-1] == 1 && var.Shape.SkipLast(1).SequenceEqual(x.Shape.SkipLast(1))))
            return true;
        return var.Shape.SequenceEqual(x.Shape.SkipLast(1)) ? false : throw Error.VarSize();
    }

    internal static void LossWeight<T>(T x, T? weight)
        where T : ITensor<T>
    {
        if (weight is not null && weight.Shape != Given(x).Shape)
            throw Error.LossWeight();
    }

    internal static void CrossEntropy<T>(T x, T target, T? weight, long ignoreIndex, double labelSmoothing)
        where T : ITensor<T>
    {
        if (labelSmoothing > 1)
            throw Error.LabelSmoothing(labelSmoothing);
        if (Given(x).Shape != Given(target).Shape)
            return;
        if (!target.DType.IsFloatingPoint)
            throw Error.ProbabilitiesDType(target.DType);
        if (ignoreIndex >= 0)
            throw Error.IgnoredProbabilities();
        var classes = x.Shape[x.Dim == 1 ? 0 : 1];
        if (weight is not null && (weight.Dim != 1 || weight.Numel != classes))
            throw Error.CrossEntropyWeight(classes, weight.Shape);
    }
}
