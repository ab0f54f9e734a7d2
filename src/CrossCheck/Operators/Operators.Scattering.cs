namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Scatter([Shape(2, 3, 4)] T x, [Shape(1, 2, 2)] T src) => x.Scatter(2, Index([1, 2, 2], 0, 3, 2, 1), src);

    [Op]
    private static T Scatter_Of0Dim([Shape()] T x, [Shape()] T src) => x.Scatter(0, Index([], 0), src);

    [Op(Orders = 0)]
    private static T Scatter_LargerSource([Shape(3)] T x, [Shape(4)] T src) => x.Scatter(0, Index([2], 0, 2), src);

    [Op(SameAs = nameof(Scatter))]
    private static T Scatter_([Shape(2, 3, 4)] T x, [Shape(1, 2, 2)] T src) => (x * 1).Scatter_(2, Index([1, 2, 2], 0, 3, 2, 1), src);

    [Op]
    private static T Scatter_ANumber([Shape(2, 3, 4)] T x) => x.Scatter(-1, Index([1, 2, 2], 0, 3, 2, 1), 4.5);

    [Op(SameAs = nameof(Scatter_ANumber))]
    private static T Scatter__ANumber([Shape(2, 3, 4)] T x) => (x * 1).Scatter_(-1, Index([1, 2, 2], 0, 3, 2, 1), 4.5);

    [Op(Fails = true)]
    private static T Scatter_Outside([Shape(3)] T x, [Shape(1)] T src) => x.Scatter(0, Index([1], 3), src);

    [Op(Fails = true)]
    private static T Scatter_ANumberOutside([Shape(3)] T x) => x.Scatter(0, Index([1], -1), 2);

    [Op(Fails = true)]
    private static T Scatter__Outside([Shape(3)] T x, [Shape(1)] T src) => (x * 1).Scatter_(0, Index([1], 3), src);

    [Op(Fails = true)]
    private static T Scatter_LongerIndex([Shape(2, 3)] T x, [Shape(2, 2)] T src) => x.Scatter(0, Index([3, 2], 0, 0, 0, 0, 0, 0), src);

    [Op]
    private static T ScatterAdd([Shape(2, 3, 4)] T x, [Shape(2, 1, 2)] T src) => x.ScatterAdd(0, Index([2, 1, 2], 0, 1, 0, 0), src);

    [Op(SameAs = nameof(ScatterAdd))]
    private static T ScatterAdd_([Shape(2, 3, 4)] T x, [Shape(2, 1, 2)] T src) => (x * 1).ScatterAdd_(0, Index([2, 1, 2], 0, 1, 0, 0), src);

    [Op(Fails = true)]
    private static T ScatterAdd_Outside([Shape(3)] T x, [Shape(1)] T src) => x.ScatterAdd(0, Index([1], 3), src);

    [Op]
    private static T ScatterReduce_Sum([Shape(3, 4)] T x, [Shape(2, 4)] T src) => x.ScatterReduce(0, Index([2, 4], 0, 1, 0, 0, 2, 2, 1, 2), src, ScatterReduction.Sum);

    [Op]
    private static T ScatterReduce_SumOfSent([Shape(3, 4)] T x, [Shape(2, 4)] T src) => x.ScatterReduce(0, Index([2, 4], 0, 1, 0, 0, 2, 2, 1, 2), src, ScatterReduction.Sum, includeSelf: false);

    [Op]
    private static T ScatterReduce_Prod([Shape(3, 4)] T x, [Shape(2, 4)] T src) => x.ScatterReduce(0, Index([2, 4], 0, 1, 0, 0, 2, 2, 1, 2), src, ScatterReduction.Prod);

    [Op]
    private static T ScatterReduce_ProdOfSent([Shape(3, 4)] T x, [Shape(2, 4)] T src) => x.ScatterReduce(0, Index([2, 4], 0, 1, 0, 0, 2, 2, 1, 2), src, ScatterReduction.Prod, includeSelf: false);

    [Op]
    private static T ScatterReduce_Mean([Shape(3, 4)] T x, [Shape(2, 4)] T src) => x.ScatterReduce(0, Index([2, 4], 0, 1, 0, 0, 2, 2, 1, 2), src, ScatterReduction.Mean);

    [Op]
    private static T ScatterReduce_MeanOfSent([Shape(3, 4)] T x, [Shape(2, 4)] T src) => x.ScatterReduce(0, Index([2, 4], 0, 1, 0, 0, 2, 2, 1, 2), src, ScatterReduction.Mean, includeSelf: false);

    [Op]
    private static T ScatterReduce_Amax([Shape(3, 4)] T x, [Shape(2, 4)] T src) => x.ScatterReduce(0, Index([2, 4], 0, 1, 0, 0, 2, 2, 1, 2), src, ScatterReduction.Amax);

    [Op]
    private static T ScatterReduce_AmaxOfSent([Shape(3, 4)] T x, [Shape(2, 4)] T src) => x.ScatterReduce(0, Index([2, 4], 0, 1, 0, 0, 2, 2, 1, 2), src, ScatterReduction.Amax, includeSelf: false);

    [Op]
    private static T ScatterReduce_Amin([Shape(3, 4)] T x, [Shape(2, 4)] T src) => x.ScatterReduce(0, Index([2, 4], 0, 1, 0, 0, 2, 2, 1, 2), src, ScatterReduction.Amin);

    [Op]
    private static T ScatterReduce_AminOfSent([Shape(3, 4)] T x, [Shape(2, 4)] T src) => x.ScatterReduce(0, Index([2, 4], 0, 1, 0, 0, 2, 2, 1, 2), src, ScatterReduction.Amin, includeSelf: false);

    [Op(Orders = 1)]
    private static T ScatterReduce_ProdWithZeros([Shape(3, 4)] T x, [Shape(2, 4)] T src) => (x.Relu()).ScatterReduce(0, Index([2, 4], 0, 1, 0, 0, 2, 2, 1, 2), src.Relu() * src, ScatterReduction.Prod);

    [Op]
    private static T ScatterReduce_AmaxOfEquals([Shape(3, 4)] T x, [Shape(2, 4)] T src) => x.Clamp(-1, 1).ScatterReduce(0, Index([2, 4], 0, 1, 0, 0, 2, 2, 1, 2), src.Clamp(-1, 1), ScatterReduction.Amax);

    [Op]
    private static T ScatterReduce_Of0Dim([Shape()] T x, [Shape()] T src) => x.ScatterReduce(0, Index([], 0), src, ScatterReduction.Mean);

    [Op(SameAs = nameof(ScatterReduce_Mean))]
    private static T ScatterReduce_([Shape(3, 4)] T x, [Shape(2, 4)] T src) => (x * 1).ScatterReduce_(0, Index([2, 4], 0, 1, 0, 0, 2, 2, 1, 2), src, ScatterReduction.Mean);

    [Op(Fails = true)]
    private static T ScatterReduce_Outside([Shape(3)] T x, [Shape(1)] T src) => x.ScatterReduce(0, Index([1], 3), src, ScatterReduction.Sum);

    [Op(Fails = true)]
    private static T ScatterReduce_NoSuchReduction([Shape(3)] T x, [Shape(1)] T src) => x.ScatterReduce(0, Index([1], 0), src, (ScatterReduction)9);

    [Op]
    private static T Put([Shape(2, 3)] T x, [Shape(3)] T source) => x.Put(Index([3], 5, -6, 2), source);

    [Op]
    private static T Put_Accumulating([Shape(2, 3)] T x, [Shape(2, 2)] T source) => x.Put(Index([4], 5, -1, 2, 5), source, accumulate: true);

    [Op]
    private static T Put_Of0Dim([Shape()] T x, [Shape(1)] T source) => x.Put(Index([], 0), source);

    [Op(SameAs = nameof(Put))]
    private static T Put_([Shape(2, 3)] T x, [Shape(3)] T source) => (x * 1).Put_(Index([3], 5, -6, 2), source);

    [Op(Fails = true)]
    private static T Put_Outside([Shape(3)] T x, [Shape(1)] T source) => x.Put(Index([1], 3), source);

    [Op(Fails = true)]
    private static T Put_CountsDiffer([Shape(3)] T x, [Shape(1)] T source) => x.Put(Index([2], 0, 1), source);

    [Op]
    private static T MaskedScatter([Shape(2, 3), Shape(3)] T x, [Shape(5)] T source) => x.MaskedScatter(Mask([2, 3], true, false, true, false, true, false), source);

    [Op]
    private static T MaskedScatter_OfMask([Shape(2, 3)] T x, [Shape(2, 3)] T source) => x.MaskedScatter(x > 0, source);

    [Op(SameAs = nameof(MaskedScatter_Here))]
    private static T MaskedScatter_([Shape(2, 3)] T x, [Shape(5)] T source) => (x * 1).MaskedScatter_(Mask([2, 1], true, false), source);

    [Op]
    private static T MaskedScatter_Here([Shape(2, 3)] T x, [Shape(5)] T source) => x.MaskedScatter(Mask([2, 1], true, false), source);

    [Op(Fails = true)]
    private static T MaskedScatter_TooFew([Shape(3)] T x, [Shape(1)] T source) => x.MaskedScatter(Mask([3], true, false, true), source);

    [Op(Fails = true)]
    private static T MaskedScatter_OfNoMask([Shape(3)] T x, [Shape(3)] T source) => x.MaskedScatter(x, source);
}
