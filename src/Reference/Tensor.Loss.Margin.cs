namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor SoftMarginLoss(Tensor x, Tensor target, Reduction reduction)
    {
        Check.SoftMarginLoss(x, target);
        if (!x.DType.IsFloatingPoint)
            throw Error.ResultDoesNotFit(Promotion.ToFloating(target.DType), x.DType);
        return Reduced(
            "SoftMarginLossBackward0", Zip(x, target, x.DType, (v, t) => Real.Log1p(Math.Exp(-t * v))), x, target, null, reduction,
            (g, n) =>
            {
                // libtorch's, which is nan where the power is infinite.
                var power = Exp(-n.Y * n.X);
                return -g * n.Y * power / (power + 1);
            },
            Nothing);
    }

    /// <inheritdoc/>
    public static Tensor MultiMarginLoss(Tensor x, Tensor target, Scalar p, Scalar margin, Tensor? weight, Reduction reduction)
    {
        Check.Reduction(reduction);
        Check.MultiMarginLoss(x, target, p, weight);
        if (x.Numel == 0)
            return Composites.LossOfNothing(x, reduction);
        var classes = Check.Classes(x);
        var targets = target.View(-1, 1);
        var isTarget = Eq(Arange(0, classes, 1, DType.Int64, Device.Cpu, requiresGrad: false), targets);
        var factors = (weight is null ? Number(1.0, x.DType) : Gather(weight.Expand(targets.Shape[0], classes), 1, targets)) / classes;
        var squared = p.ToDouble() == 2;
        // How far each class comes nearer to its row's target than the margin.
        Tensor Excess(Tensor rows) => Where(isTarget, Zero(rows), Relu(margin - Gather(rows, 1, targets) + rows));
        var excess = Excess(Detach(x).View(-1, classes));
        return OfRows("MultiMarginLossBackward0", x, target.Dim == 0, (squared ? excess * excess : excess) * factors, reduction, (g, rows) =>
        {
            var slope = g * factors * (squared ? 2 * Excess(rows) : Excess(rows) > 0);
            return slope - isTarget * Sum(slope, [1], keepDim: true);
        });
    }

    /// <inheritdoc/>
    public static Tensor MultilabelMarginLoss(Tensor x, Tensor target, Reduction reduction)
    {
        Check.Reduction(reduction);
        Check.MultilabelMarginLoss(x, target);
        if (x.Numel == 0)
            return Composites.LossOfNothing(x, reduction);
        var classes = Check.Classes(x);
        var counts = Counts(target.View(-1, classes), x.DType);
        // A factor for each pair of a class that is listed and one that is not.
        var pairs = Unsqueeze(counts, 2) * Unsqueeze(Eq(counts, 0), 1) / classes;
        static Tensor Excess(Tensor rows) => Relu(1 - Unsqueeze(rows, 2) + Unsqueeze(rows, 1));
        var losses = Sum(pairs * Excess(Detach(x).View(-1, classes)), [1], keepDim: false);
        return OfRows("MultilabelMarginLossBackward0", x, x.Dim < 2, losses, reduction, (g, rows) =>
        {
            var slope = Unsqueeze(g, 2) * pairs * (Excess(rows) > 0);
            return Sum(slope, [1], keepDim: false) - Sum(slope, [2], keepDim: false);
        });
    }

    /// <summary>A loss that sums each row of classes.</summary>
    /// <param name="name">PyTorch's name of the node.</param>
    /// <param name="x">The classes' numbers.</param>
    /// <param name="isOne">Whether the result is 0-dim whatever the reduction, as there is only one row.</param>
    /// <param name="losses">What is to be summed.</param>
    /// <param name="reduction">What to make of the sums.</param>
    /// <param name="rule">The gradient of the rows, from one for each row and the rows.</param>
    private static Tensor OfRows(
        string name, Tensor x, bool isOne, Tensor losses, Reduction reduction, Func<Tensor, Tensor, Tensor> rule)
    {
        var (rows, classes) = (losses.Shape[0], losses.Shape[1]);
        var sums = Sum(losses, [1], keepDim: false);
        var reduced = isOne ? Sum(sums) : Composites.Reduced(sums, reduction);
        return TapeNode.Record(name, reduced, [x], (g, n) =>
        {
            var each = reduction == Reduction.Mean ? g / (double)rows : g;
            return rule(each.Reshape(-1, 1).Expand(rows, 1), n.X.Reshape(rows, classes)).Reshape(n.InputShape(0));
        });
    }

    /// <summary>How often each row lists each class before its first -1.</summary>
    private static Tensor Counts(Tensor lists, DType dtype)
    {
        var (rows, classes) = (lists.Shape[0], lists.Shape[1]);
        var listed = lists.Read();
        var counts = new double[listed.Length];
        for (var row = 0L; row < rows; row++)
            for (var i = row * classes; i < (row + 1) * classes && listed[i] >= 0; i++)
                counts[row * classes + (long)listed[i]]++;
        return new(counts, [rows, classes], dtype);
    }
}
