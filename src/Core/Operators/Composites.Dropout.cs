namespace TwinGrad;

public static partial class Composites
{
    // 1.0507 1.6733, the negative of what selu tends to for small x: the elements that alpha dropout drops become that.
    private const double SeluLimit = 1.7580993408473766;

    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>In training x keep/(1 - p), else x: each element is dropped with probability p, and the mean stays.</summary>
        /// <param name="x">The tensor.</param>
        /// <param name="p">The probability of an element to become 0.</param>
        /// <param name="training">Whether anything is dropped at all.</param>
        /// <param name="mask">What to keep, instead of a draw: not 0 for each element that stays.</param>
        public static T Dropout(T x, double p, bool training, T? mask)
            => Dropped(x, p, training, mask, alpha: false, ofFeatures: false);

        /// <summary>As <see cref="Dropout{T}"/>, for all elements of a channel together: of a place in the first two dimensions.</summary>
        public static T FeatureDropout(T x, double p, bool training, T? mask)
            => Dropped(x, p, training, mask, alpha: false, ofFeatures: true);

        /// <summary>In training elements become -1.7581 with probability p, then all are scaled and shifted so that mean 0 and variance 1 stay.</summary>
        /// <param name="x">The tensor.</param>
        /// <param name="p">The probability of an element to be dropped.</param>
        /// <param name="training">Whether anything is dropped at all.</param>
        /// <param name="mask">What to keep, instead of a draw: not 0 for each element that stays.</param>
        public static T AlphaDropout(T x, double p, bool training, T? mask)
            => Dropped(x, p, training, mask, alpha: true, ofFeatures: false);

        /// <summary>As <see cref="AlphaDropout{T}"/>, for all elements of a channel together: of a place in the first two dimensions.</summary>
        public static T FeatureAlphaDropout(T x, double p, bool training, T? mask)
            => Dropped(x, p, training, mask, alpha: true, ofFeatures: true);

        /// <summary><see cref="FeatureDropout{T}"/> of a batch of channels along one dimension, or without the batch.</summary>
        public static T Dropout1d(T x, double p, bool training, T? mask)
        {
            Check.DropoutProbability(p);
            if (Check.Given(x).Dim is not (2 or 3))
                throw Error.Dropout1dDims(x.Dim);
            return x.Dim == 3
                ? FeatureDropout(x, p, training, mask)
                : T.Squeeze(FeatureDropout(T.Unsqueeze(x, 0), p, training, mask), 0);
        }

        /// <summary><see cref="FeatureDropout{T}"/> of a batch of channels along two dimensions. Others are taken with a warning.</summary>
        public static T Dropout2d(T x, double p, bool training, T? mask)
        {
            Check.DropoutProbability(p);
            if (Check.Given(x).Dim is not (3 or 4))
                Warnings.Warn(Error.DropoutDims(2, x.Dim));
            if (x.Dim == 3)
                Warnings.Warn(Error.Dropout2dOf3Dims);
            return FeatureDropout(x, p, training, mask);
        }

        /// <summary><see cref="FeatureDropout{T}"/> of a batch of channels along three dimensions, or without the batch. Others are taken with a warning.</summary>
        public static T Dropout3d(T x, double p, bool training, T? mask)
        {
            Check.DropoutProbability(p);
            if (Check.Given(x).Dim is not (4 or 5))
                Warnings.Warn(Error.DropoutDims(3, x.Dim));
            return x.Dim == 5
                ? FeatureDropout(x, p, training, mask)
                : T.Squeeze(FeatureDropout(T.Unsqueeze(x, 0), p, training, mask), 0);
        }
    }

    private static T Dropped<T>(T x, double p, bool training, T? mask, bool alpha, bool ofFeatures)
        where T : ITensor<T>
    {
        Check.DropoutProbability(p);
        if (p == 0 || !training || Check.Given(x).Numel == 0)
            return x;
        Check.Dropout(x, ofFeatures);
        if (p == 1)
            return T.Mul(x, Number(x, 0));
        var kept = mask is null ? Kept(x, p, ofFeatures) : T.To(T.Ne(mask, 0), x.DType);
        if (!alpha)
            return T.Mul(x, T.Div(kept, 1 - p));
        var scale = 1 / Math.Sqrt((SeluLimit * SeluLimit * p + 1) * (1 - p));
        var shift = T.Add(T.Mul(T.Add(kept, -1), SeluLimit * scale), SeluLimit * scale * p);
        return T.Add(T.Mul(x, T.Mul(kept, scale)), shift);
    }

    private static T Kept<T>(T x, double p, bool ofFeatures)
        where T : ITensor<T>
    {
        if (!ofFeatures)
            return T.Bernoulli(T.Detach(x), 1 - p);
        long[] channels = [x.Shape[0], x.Shape[1], .. x.Shape.Skip(2).Select(_ => 1L)];
        return T.Bernoulli(T.Full(channels, 0, x.DType, x.Device, requiresGrad: false), 1 - p);
    }
}
