namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor MseLoss(Tensor x, Tensor target, Reduction reduction)
    {
        (x, target) = Composites.Aligned(x, target);
        NeedsFloats("mse_cpu", Common(x, target));
        return Loss(
            "MseLossBackward0", x, target, null, reduction, (a, b) => (a - b) * (a - b),
            (g, n) => 2 * g * (n.X - n.Y), (g, n) => -2 * g * (n.X - n.Y));
    }

    /// <inheritdoc/>
    public static Tensor SmoothL1Loss(Tensor x, Tensor target, Reduction reduction, double beta)
    {
        if (beta < 0)
            throw Error.SmoothL1Beta();
        (x, target) = Composites.Aligned(x, target);
        if (beta == 0)
            return Composites.L1Loss(x, target, reduction, weight: null);
        NeedsFloats("smooth_l1_cpu", Common(x, target));
        return Loss(
            "SmoothL1LossBackward0", x, target, null, reduction, (a, b) => Rounded(Math.Abs(a - b), beta) / beta,
            (g, n) => g * (Hardtanh(n.X - n.Y, -beta, beta) / beta), (g, n) => -g * (Hardtanh(n.X - n.Y, -beta, beta) / beta));
    }

    /// <inheritdoc/>
    public static Tensor HuberLoss(Tensor x, Tensor target, Reduction reduction, double delta)
    {
        if (!(delta > 0))
            throw Error.HuberDelta();
        (x, target) = Composites.Aligned(x, target);
        if (Common(x, target).Category > x.DType.Category)
            throw Error.ResultDoesNotFit(Common(x, target), x.DType);
        NeedsFloats("huber_cpu", Common(x, target));
        return Reduced(
            "HuberLossBackward0", Zip(x, target, x.DType, (a, b) => Rounded(Math.Abs(a - b), delta)), x, target, null, reduction,
            (g, n) => g * Hardtanh(n.X - n.Y, -delta, delta), (g, n) => -g * Hardtanh(n.X - n.Y, -delta, delta));
    }

    /// <inheritdoc/>
    public static Tensor BinaryCrossEntropy(Tensor x, Tensor target, Tensor? weight, Reduction reduction)
    {
        Check.BinaryCrossEntropy(x, target);
        NeedsFloats("binary_cross_entropy", x.DType);
        if (x.Read().Any(v => !(v >= 0 && v <= 1)))
            throw Error.BceRange();
        return Loss(
            "BinaryCrossEntropyBackward0", x, target, weight, reduction,
            (a, b) => (b - 1) * Math.Max(Real.Log1p(-a), -100) - b * Math.Max(Math.Log(a), -100),
            (g, n) => g * (n.X - n.Y) / ClampMin((1 - n.X) * n.X, 1e-12),
            (g, n) => g * (Log1p(-n.X) - Log(n.X)));
    }

    /// <inheritdoc/>
    public static Tensor BinaryCrossEntropyWithLogits(Tensor x, Tensor target, Tensor? weight, Tensor? posWeight, Reduction reduction)
    {
        Check.BinaryCrossEntropyWithLogits(x, target);
        var positive = posWeight is null ? Number(1.0, x.DType) : Detach(posWeight);
        var loss = Mul(Detach(1 - target), Detach(x)) - LogSigmoid(Detach(x)) * ((positive - 1) * Detach(target) + 1);
        return Reduced(
            "BinaryCrossEntropyWithLogitsBackward0", loss, x, target, weight, reduction,
            (g, n) => g * ((positive * n.Y + 1 - n.Y) * Sigmoid(n.X) - positive * n.Y),
            (g, n) => g * (LogSigmoid(-n.X) - LogSigmoid(n.X) * positive));
    }

    /// <inheritdoc/>
    public static Tensor NllLoss(Tensor x, Tensor target, Tensor? weight, long ignoreIndex, Reduction reduction)
    {
        Check.Reduction(reduction);
        Check.NllLoss(x, target, weight);
        NeedsFloats(x.Dim == 4 ? "nll_loss2d_forward_out_frame" : "nll_loss_out_frame", x.DType);
        if (weight is not null && weight.DType != x.DType)
            throw Error.ExpectedDType(x.DType, weight.DType);
        var dim = x.Dim == 1 ? 0 : 1;
        var classes = x.Shape[dim];
        if (target.Read().Any(t => t != ignoreIndex && (t < 0 || t >= classes)))
            throw Error.NllClass(target.Read().First(t => t != ignoreIndex && (t < 0 || t >= classes)));

        // The weight of each class of x where it is the target, else 0: the loss is linear in x with these factors.
        Shape broadcast = [classes, .. x.Shape.Skip(dim + 1).Select(_ => 1L)];
        var places = Unsqueeze(target.Dim < x.Dim - 1 ? target.View(x.Shape.Take(dim).ToArray()) : target, dim);
        var isTarget = Eq(Counting(x, dim), places) * places.Ne(ignoreIndex);
        var weights = weight is null ? Number(1.0, x.DType) : Detach(weight).View(broadcast);
        var factors = Where(isTarget, weights, Number(0.0, x.DType));
        var picked = Where(isTarget, -Detach(x) * factors, Number(0.0, x.DType));
        var loss = Sum(picked, [dim], keepDim: false);
        var total = Sum(factors).ToScalar().ToDouble();
        var result = reduction switch
        {
            Reduction.Mean => Sum(loss) / total,
            Reduction.Sum => Sum(loss),
            _ => loss,
        };
        return TapeNode.Record(
            x.Dim == 4 ? "NllLoss2DBackward0" : "NllLossBackward0", result, [x],
            (g, _) =>
            {
                var each = reduction == Reduction.None ? Unsqueeze(g, dim) : reduction == Reduction.Mean ? g / total : g;
                return Where(isTarget, -each * factors, Zero(g));
            });
    }

    /// <summary>A parabola up to a limit, then a line.</summary>
    private static double Rounded(double distance, double limit)
        => distance < limit ? 0.5 * distance * distance : limit * (distance - 0.5 * limit);

    private static Tensor Loss(
        string name, Tensor x, Tensor target, Tensor? weight, Reduction reduction, Func<double, double, double> f, Vjp dx, Vjp dtarget)
        => Reduced(name, Zip(x, target, Common(x, target), f), x, target, weight, reduction, dx, dtarget);

    /// <summary>A loss for each element, weighted and reduced as one operation; the rules are those for each element.</summary>
    private static Tensor Reduced(
        string name, Tensor loss, Tensor x, Tensor target, Tensor? weight, Reduction reduction, Vjp dx, Vjp dtarget)
    {
        Check.Reduction(reduction);
        var each = weight is null ? null : Detach(weight).Expand(x.Shape);
        var reduced = Composites.Reduced(each is null ? loss : loss * each, reduction);
        var count = reduction == Reduction.Mean ? (double)loss.Numel : 1;
        Tensor Spread(Tensor g) => each is null ? g / count : g / count * each;
        return TapeNode.Record(name, reduced, [x, target], (g, n) => dx(Spread(g), n), (g, n) => dtarget(Spread(g), n));
    }
}
