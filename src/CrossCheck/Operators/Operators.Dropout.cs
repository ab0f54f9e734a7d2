namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Dropout([Shape(2, 3)] T x) => x.Dropout(0.25, mask: Index([2, 3], 1, 0, 1, 1, 1, 0));

    [Op]
    private static T Dropout_OfNothing(T x) => x.Dropout(0) + x.Dropout(0.5, training: false);

    [Op]
    private static T Dropout_OfAll(T x) => x.Dropout(1);

    [Op(Fails = true)]
    private static T Dropout_Probability(T x) => x.Dropout(1.5);

    [Op]
    private static T AlphaDropout([Shape(2, 3)] T x) => x.AlphaDropout(0.25, training: true, Index([2, 3], 1, 0, 1, 1, 1, 0));

    [Op]
    private static T FeatureDropout([Shape(2, 3, 2)] T x) => x.FeatureDropout(0.25, mask: Index([2, 3, 1], 1, 0, 1, 1, 1, 0));

    [Op(Fails = true)]
    private static T FeatureDropout_Dims([Shape(3)] T x) => x.FeatureDropout();

    [Op]
    private static T FeatureAlphaDropout([Shape(2, 3, 2)] T x) => x.FeatureAlphaDropout(0.25, training: true, Index([2, 3, 1], 1, 0, 1, 1, 1, 0));

    [Op(Orders = 0)]
    private static T Bernoulli(T x) => T.Bernoulli(x, 1) - T.Bernoulli(x, 0);

    [Op(Fails = true)]
    private static T Bernoulli_Probability(T x) => T.Bernoulli(x, 1.5);

    [Op(Fails = true)]
    private static T Dropout1d([Shape(3)] T x) => x.Dropout1d();
}
