namespace TwinGrad;

internal static partial class Check
{
    internal static void DropoutProbability(double p)
    {
        if (!(p >= 0 && p <= 1))
            throw Error.DropoutProbability(p);
    }

    internal static void Dropout<T>(T x, bool ofFeatures)
        where T : ITensor<T>
    {
        if (ofFeatures && x.Dim < 2)
            throw Error.FeatureDropoutDims();
        if (!x.DType.IsFloatingPoint)
            throw Error.ResultDoesNotFit(DType.Float32, x.DType);
    }

    internal static void Bernoulli(double p)
    {
        if (!(p >= 0 && p <= 1))
            throw Error.BernoulliProbability(p);
    }
}
