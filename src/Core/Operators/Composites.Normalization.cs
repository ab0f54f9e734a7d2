namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>(x - mean)/sqrt(var + eps) weight + bias, with the mean and variance of each channel, dimension 1.</summary>
        /// <param name="x">(N, C, ...).</param>
        /// <param name="runningMean">Moved towards the mean in training, taken for it otherwise.</param>
        /// <param name="runningVar">Moved towards the unbiased variance in training, taken for the variance otherwise.</param>
        /// <param name="weight">(C), or none.</param>
        /// <param name="bias">(C), or none.</param>
        /// <param name="training">Whether the mean and variance are those of x.</param>
        /// <param name="momentum">How far the running ones move.</param>
        /// <param name="eps">What is added to the variance.</param>
        /// <exception cref="TorchArgumentException">The shapes do not fit, or a channel has one value only in training.</exception>
        public static T BatchNorm(
            T x, T? runningMean, T? runningVar, T? weight = default, T? bias = default, bool training = false, double momentum = 0.1, double eps = 1e-5)
        {
            // libtorch does not look at the shape of nothing, not even for channels.
            if (Check.Given(x) is { Numel: 0, Dim: 1 })
                return Scaled(x, weight, bias);
            if (training)
                Check.MoreThanOneValue(x.Shape);
            Check.NativeBatchNorm(x, weight, bias, runningMean, runningVar, training);
            if (x.Numel > 0)
                return T.NativeBatchNorm(x, weight, bias, runningMean, runningVar, training, momentum, eps).Output;
            return Scaled(x, weight, bias);
        }

        /// <summary>(x - mean)/sqrt(var + eps) weight + bias, with the mean and variance over the last dimensions.</summary>
        /// <exception cref="TorchArgumentException">x does not end in the shape, or the weight or bias has another.</exception>
        public static T LayerNorm(T x, ReadOnlySpan<long> normalizedShape, T? weight = default, T? bias = default, double eps = 1e-5)
            => T.NativeLayerNorm(x, normalizedShape, weight, bias, eps).Output;

        /// <summary>(x - mean)/sqrt(var + eps) weight + bias, with the mean and variance of each channel of each element of the batch.</summary>
        /// <param name="x">(N, C, ...).</param>
        /// <param name="runningMean">Moved towards the mean over the batch, or taken for it.</param>
        /// <param name="runningVar">Moved towards the mean of the unbiased variances, or taken for the variance.</param>
        /// <param name="weight">(C), or none.</param>
        /// <param name="bias">(C), or none.</param>
        /// <param name="useInputStats">Whether the mean and variance are those of x.</param>
        /// <param name="momentum">How far the running ones move.</param>
        /// <param name="eps">What is added to the variance.</param>
        /// <exception cref="TorchArgumentException">The shapes do not fit, or a channel has one value only.</exception>
        public static T InstanceNorm(
            T x, T? runningMean = default, T? runningVar = default, T? weight = default, T? bias = default, bool useInputStats = true,
            double momentum = 0.1, double eps = 1e-5)
        {
            Check.InstanceNorm(x, runningMean, runningVar, useInputStats);
            var (batch, channels) = (x.Shape[0], x.Shape[Dim.Wrap(1, x.Dim)]);
            T? Each(T? vector) => vector is null ? default : T.Repeat(vector, [batch]);
            var (mean, var) = (Each(runningMean), Each(runningVar));
            var instances = T.View(T.Contiguous(x), [1, batch * channels, .. x.Shape.AsSpan()[2..]]);
            var result = BatchNorm(instances, mean, var, Each(weight), Each(bias), useInputStats, momentum, eps);
            void MeanOfBatch(T? running, T? each)
            {
                if (running is not null)
                    T.Copy_(running, T.Mean(T.View(each!, [batch, channels]), [0], keepDim: false));
            }
            using (new GradMode<T>(enabled: false))
            {
                MeanOfBatch(runningMean, mean);
                MeanOfBatch(runningVar, var);
            }
            return T.View(result, x.Shape);
        }

        /// <summary>x/(k + alpha mean x^2)^beta, with the mean over as many neighbouring channels, zeros beyond the first and last.</summary>
        /// <exception cref="TorchArgumentException">x has fewer than three dimensions, or the size is not positive.</exception>
        public static T LocalResponseNorm(T x, int size, double alpha = 1e-4, double beta = 0.75, double k = 1)
        {
            Check.LocalResponseNorm(x, size);
            if (x.Numel == 0)
                return x;
            var (before, behind) = (size / 2, (size - 1) / 2);
            var squares = T.Mul(x, x);
            T means;
            if (x.Dim == 3)
                means = T.Squeeze(AvgPool2d(T.ConstantPadNd(T.Unsqueeze(squares, 1), [0, 0, before, behind], 0), [size, 1], 1), 1);
            else
            {
                var planes = T.View(T.Contiguous(squares), [x.Shape[0], 1, x.Shape[1], x.Shape[2], -1]);
                means = T.View(T.Squeeze(AvgPool3d(T.ConstantPadNd(planes, [0, 0, 0, 0, before, behind], 0), [size, 1, 1], 1), 1), x.Shape);
            }
            return T.Div(x, T.Pow(T.Add(T.Mul(means, alpha), k), beta));
        }

        /// <summary>x/sqrt(mean x^2 + eps) weight, with the mean over the last dimensions.</summary>
        /// <param name="x">What ends in the shape.</param>
        /// <param name="normalizedShape">The last dimensions.</param>
        /// <param name="weight">Of that shape, or none.</param>
        /// <param name="eps">The step between 1 and the next number of x's dtype if not given.</param>
        /// <exception cref="TorchArgumentException">x does not end in the shape, or the weight has another.</exception>
        public static T RmsNorm(T x, ReadOnlySpan<long> normalizedShape, T? weight = default, double? eps = null)
        {
            Check.NormalizedShape(x, normalizedShape, weight, default);
            var wide = x.DType.ItemSize < 4 ? T.To(x, DType.Float32) : x;
            int[] last = [.. Enumerable.Range(-normalizedShape.Length, normalizedShape.Length)];
            var meanSquare = T.Mean(T.Pow(wide, 2), last, keepDim: true);
            var result = T.To(T.Mul(wide, T.Rsqrt(T.Add_(meanSquare, eps ?? Epsilon(x.DType)))), x.DType);
            return weight is null ? result : T.Mul(result, weight);
        }
    }

    /// <summary>The step between 1 and the next number: C++'s <c>numeric_limits::epsilon</c>.</summary>
    private static double Epsilon(DType dtype) => dtype.Name switch
    {
        "float64" => Math.ScaleB(1, -52),
        "float32" => Math.ScaleB(1, -23),
        "float16" => Math.ScaleB(1, -10),
        _ => Math.ScaleB(1, -7),
    };

    /// <summary>Of nothing there is no mean, but there shall be a gradient for everything.</summary>
    private static T Scaled<T>(T nothing, T? weight, T? bias)
        where T : ITensor<T>
    {
        var result = T.Clone(nothing);
        if (weight is not null)
            result = T.Mul(result, T.Select(weight, 0, 0));
        return bias is null ? result : T.Add(result, T.Select(bias, 0, 0));
    }
}
