namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>The covariances of variables: sum w (x - mean x)(y - mean y)/(sum w - correction), each mean weighted alike.</summary>
        /// <param name="x">A row of observations for each variable, or one row.</param>
        /// <param name="correction">What the number of observations is diminished by.</param>
        /// <param name="fweights">How often each observation was made, integers.</param>
        /// <param name="aweights">How much each observation counts, not negative.</param>
        /// <exception cref="TorchArgumentException">x has more than two dimensions, or the weights do not fit.</exception>
        public static T Cov(T x, int correction = 1, T? fweights = default, T? aweights = default)
        {
            Check.Cov(x, fweights, aweights);
            var rows = x.Dim < 2 ? Reshape(x, 1, -1) : x;
            var weights = fweights is null ? aweights : aweights is null ? fweights : T.Mul(fweights, aweights);
            var total = weights is null ? T.Full([], rows.Shape[1], rows.DType, x.Device, requiresGrad: false) : T.Sum(weights);
            T Weighted(T values) => weights is null ? values : T.Mul(values, weights);

            var mean = T.Div(T.Sum(Weighted(rows), [1], keepDim: false), total);
            var deviations = T.Sub(rows, T.Unsqueeze(mean, 1));
            var products = T.Mm(deviations, T.Transpose(Weighted(deviations)));
            var lost = aweights is null || correction == 0
                ? T.Full([], correction, total.DType, x.Device, requiresGrad: false)
                : T.Div(T.Mul(T.Sum(T.Mul(weights!, aweights)), correction), total);
            return T.Squeeze(T.Div(products, Remaining(T.Sub(total, lost))));
        }

        /// <summary>The correlations of variables: their covariances over the product of their deviations, between -1 and 1.</summary>
        /// <param name="x">A row of observations for each variable, or one row.</param>
        /// <exception cref="TorchArgumentException">x has more than two dimensions.</exception>
        public static T Corrcoef(T x)
        {
            Check.Corrcoef(x);
            var covariances = Cov(x);
            if (covariances.Dim == 0)
                return T.Div(covariances, covariances);
            var deviations = T.Sqrt(Diag(covariances));
            var scaled = T.Div(covariances, T.View(deviations, [-1, 1]));
            return T.Clamp(T.Div(scaled, T.View(deviations, [1, -1])), -1, 1);
        }
    }

    /// <summary>The degrees of freedom that are left; 0, with PyTorch's warning, where there are none.</summary>
    private static T Remaining<T>(T degrees)
        where T : ITensor<T>
    {
        if (degrees.ToScalar().ToDouble() > 0)
            return degrees;
        Warnings.Warn(Error.CovDegreesOfFreedom());
        return T.Mul(degrees, 0);
    }
}
