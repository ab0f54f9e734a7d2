namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T IndexAdd([Shape(3, 4)] T x, [Shape(3, 2)] T source) => x.IndexAdd(-1, Index([2], 3, 0), source);

    [Op]
    private static T IndexAdd_Alpha([Shape(3, 4)] T x, [Shape(2, 4)] T source) => x.IndexAdd(0, Index([2], 1, 1), source, -2);

    [Op]
    private static T IndexAdd_Of0Dim([Shape()] T x, [Shape()] T source) => x.IndexAdd(0, Index([], 0), source);

    [Op]
    private static T IndexAdd_OfOne([Shape(5)] T x, [Shape(3)] T source) => x.IndexAdd(0, Index([3], 4, 0, 4), source, 3);

    [Op(SameAs = nameof(IndexAdd))]
    private static T IndexAdd_([Shape(3, 4)] T x, [Shape(3, 2)] T source) => (x * 1).IndexAdd_(-1, Index([2], 3, 0), source);

    [Op(Fails = true)]
    private static T IndexAdd_Outside([Shape(3)] T x, [Shape(1)] T source) => x.IndexAdd(0, Index([1], 3), source);

    [Op(Fails = true)]
    private static T IndexAdd_CountsDiffer([Shape(3)] T x, [Shape(2)] T source) => x.IndexAdd(0, Index([1], 0), source);

    [Op(Fails = true)]
    private static T IndexAdd_ShapesDiffer([Shape(3, 2)] T x, [Shape(1, 3)] T source) => x.IndexAdd(0, Index([1], 0), source);

    [Op(Fails = true)]
    private static T IndexAdd_ByMatrix([Shape(3)] T x, [Shape(1)] T source) => x.IndexAdd(0, Index([1, 1], 0), source);

    [Op]
    private static T IndexCopy([Shape(3, 4)] T x, [Shape(3, 2)] T source) => x.IndexCopy(-1, Index([2], 3, 0), source);

    [Op]
    private static T IndexCopy_Of0Dim([Shape(), Shape(3)] T x, [Shape()] T source) => x.IndexCopy(0, Index([1], 0), source);

    [Op(SameAs = nameof(IndexCopy))]
    private static T IndexCopy_([Shape(3, 4)] T x, [Shape(3, 2)] T source) => (x * 1).IndexCopy_(-1, Index([2], 3, 0), source);

    [Op(Fails = true)]
    private static T IndexCopy_Outside([Shape(3)] T x, [Shape(1)] T source) => x.IndexCopy(0, Index([1], 3), source);

    [Op(Fails = true)]
    private static T IndexCopy_CountsDiffer([Shape(3)] T x, [Shape(2)] T source) => x.IndexCopy(0, Index([1], 0), source);

    [Op(Fails = true)]
    private static T IndexCopy_ShapesDiffer([Shape(3, 2)] T x, [Shape(1, 3)] T source) => x.IndexCopy(0, Index([1], 0), source);

    [Op]
    private static T IndexFill([Shape(3, 4), Shape(1, 4)] T x) => x.IndexFill(1, Index([3], 0, -1, 0), 2.5);

    [Op]
    private static T IndexFill_Of0Dim([Shape()] T x) => x.IndexFill(0, Index([1], 0), 2);

    [Op(SameAs = nameof(IndexFill))]
    private static T IndexFill_([Shape(3, 4)] T x) => (x * 1).IndexFill_(1, Index([3], 0, -1, 0), 2.5);

    [Op]
    private static T IndexFill_ByTensor([Shape(3, 4), Shape(1, 4)] T x, [Shape()] T value) => x.IndexFill(1, Index([3], 0, 2, 0), value);

    [Op(SameAs = nameof(IndexFill_ByTensor))]
    private static T IndexFill__ByTensor([Shape(3, 4)] T x, [Shape()] T value) => (x * 1).IndexFill_(1, Index([3], 0, 2, 0), value);

    [Op(Fails = true)]
    private static T IndexFill_Outside([Shape(5)] T x) => x.IndexFill(0, Index([1], 5), 2);

    [Op(Fails = true)]
    private static T IndexFill_FarOutside([Shape(5)] T x) => x.IndexFill(0, Index([1], -6), 2);

    [Op(Fails = true)]
    private static T IndexFill_ByVector([Shape(3)] T x, [Shape(1)] T value) => x.IndexFill(0, Index([1], 0), value);

    [Op(Fails = true)]
    private static T IndexFill_ByFloats([Shape(5)] T x) => x.IndexFill(0, x, 2);

    [Op]
    private static T IndexReduce_Prod([Shape(3, 4)] T x, [Shape(4, 4)] T source) => x.IndexReduce(0, Index([4], 2, 0, 2, 2), source, ScatterReduction.Prod);

    [Op]
    private static T IndexReduce_ProdOfSent([Shape(2, 3)] T x, [Shape(2, 4)] T source) => x.IndexReduce(-1, Index([4], 2, 0, 2, 2), source, ScatterReduction.Prod, includeSelf: false);

    [Op]
    private static T IndexReduce_Mean([Shape(3, 4)] T x, [Shape(4, 4)] T source) => x.IndexReduce(0, Index([4], 2, 0, 2, 2), source, ScatterReduction.Mean);

    [Op]
    private static T IndexReduce_MeanOfSent([Shape(2, 3)] T x, [Shape(2, 4)] T source) => x.IndexReduce(-1, Index([4], 2, 0, 2, 2), source, ScatterReduction.Mean, includeSelf: false);

    [Op]
    private static T IndexReduce_Amax([Shape(3, 4)] T x, [Shape(4, 4)] T source) => x.IndexReduce(0, Index([4], 2, 0, 2, 2), source, ScatterReduction.Amax);

    [Op]
    private static T IndexReduce_AmaxOfSent([Shape(2, 3)] T x, [Shape(2, 4)] T source) => x.IndexReduce(-1, Index([4], 2, 0, 2, 2), source, ScatterReduction.Amax, includeSelf: false);

    [Op]
    private static T IndexReduce_Amin([Shape(3, 4)] T x, [Shape(4, 4)] T source) => x.IndexReduce(0, Index([4], 2, 0, 2, 2), source, ScatterReduction.Amin);

    [Op]
    private static T IndexReduce_AminOfSent([Shape(2, 3)] T x, [Shape(2, 4)] T source) => x.IndexReduce(-1, Index([4], 2, 0, 2, 2), source, ScatterReduction.Amin, includeSelf: false);

    [Op(Orders = 1)]
    private static T IndexReduce_ProdWithZeros([Shape(3, 4)] T x, [Shape(4, 4)] T source) => x.Relu().IndexReduce(0, Index([4], 2, 0, 2, 2), source.Relu() * source, ScatterReduction.Prod);

    [Op(SameAs = nameof(IndexReduce_Amax))]
    private static T IndexReduce_([Shape(3, 4)] T x, [Shape(4, 4)] T source) => (x * 1).IndexReduce_(0, Index([4], 2, 0, 2, 2), source, ScatterReduction.Amax);

    [Op(Fails = true)]
    private static T IndexReduce_Sum([Shape(3)] T x, [Shape(1)] T source) => x.IndexReduce(0, Index([1], 0), source, ScatterReduction.Sum);

    [Op(Fails = true)]
    private static T IndexReduce_Outside([Shape(3)] T x, [Shape(1)] T source) => x.IndexReduce(0, Index([1], 3), source, ScatterReduction.Prod);

    [Op]
    private static T IndexPut([Shape(3, 4)] T x, [Shape(2, 4), Shape(4), Shape()] T values) => x.IndexPut([Index([2], 2, 0)], values);

    [Op]
    private static T IndexPut_Accumulating([Shape(3, 4)] T x, [Shape(3), Shape(1)] T values) => x.IndexPut([Index([3], 2, 0, 2), Index([1], -1)], values, accumulate: true);

    [Op]
    private static T IndexPut_OfLastDim([Shape(2, 3, 4)] T x, [Shape(2, 3, 2)] T values) => x.IndexPut([null, null, Index([2], 3, 1)], values, accumulate: true);

    [Op]
    private static T IndexPut_ByMask([Shape(3, 4)] T x, [Shape(4)] T values) => x.IndexPut([Mask([3], true, false, true)], values);

    [Op(Fails = true)]
    private static T IndexPut_Nowhere([Shape(3, 4)] T x, [Shape(3, 4)] T values) => x.IndexPut([null], values);

    [Op(SameAs = nameof(IndexPut))]
    private static T IndexPut_([Shape(3, 4)] T x, [Shape(2, 4), Shape(4), Shape()] T values) => (x * 1).IndexPut_([Index([2], 2, 0)], values);

    [Op(SameAs = nameof(IndexPut_Accumulating))]
    private static T IndexPut__Accumulating([Shape(3, 4)] T x, [Shape(3), Shape(1)] T values) => (x * 1).IndexPut_([Index([3], 2, 0, 2), Index([1], -1)], values, accumulate: true);

    [Op]
    private static T IndexPut__ByIndexer([Shape(3, 4)] T x, [Shape(3, 2)] T values) => Written(x * 1, y => y[.., TensorIndex.Of(Index([2], 2, 0))] = values);

    [Op(Fails = true)]
    private static T IndexPut_Outside([Shape(3)] T x, [Shape(1)] T values) => x.IndexPut([Index([1], 3)], values);

    [Op(Fails = true)]
    private static T IndexPut_OutsideAccumulating([Shape(3)] T x, [Shape(1)] T values) => x.IndexPut([Index([1], 3)], values, accumulate: true);

    [Op(Fails = true)]
    private static T IndexPut_ShapesDiffer([Shape(3)] T x, [Shape(3)] T values) => x.IndexPut([Index([2], 0, 1)], values);

    private static T Written(T x, Action<T> write)
    {
        write(x);
        return x;
    }
}
