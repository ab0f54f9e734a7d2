namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op(Orders = 1)]
    private static T SegmentReduce_Sum([Shape(5, 2)] T x) => T.SegmentReduce(x, SegmentReduction.Sum, Index([4], 1, 0, 3, 1), 0, null);

    [Op(Orders = 1)]
    private static T SegmentReduce_Mean([Shape(5, 2)] T x) => T.SegmentReduce(x, SegmentReduction.Mean, Index([4], 1, 0, 3, 1), 0, 2);

    [Op(Orders = 1)]
    private static T SegmentReduce_Max([Shape(5, 2)] T x) => T.SegmentReduce(x, SegmentReduction.Max, Index([4], 1, 0, 3, 1), 0, -5);

    [Op(Orders = 1)]
    private static T SegmentReduce_Min([Shape(5, 2)] T x) => T.SegmentReduce(x, SegmentReduction.Min, Index([4], 1, 0, 3, 1), 0, 5);

    [Op(Orders = 1)]
    private static T SegmentReduce_Prod([Shape(5, 2)] T x) => T.SegmentReduce(x, SegmentReduction.Prod, Index([4], 1, 0, 3, 1), 0, null);

    [Op(Orders = 1)]
    private static T SegmentReduce_Rows([Shape(2, 4)] T x) => Composites.SegmentReduce(x, SegmentReduction.Prod, offsets: Index([2, 3], 0, 1, 4, 0, 2, 4), axis: 1, initial: 2);

    [Op(Orders = 1, DifferencesSkip = Moves, DTypesSkip = Fractions)]
    private static T SegmentReduce_ProdZeros([Shape(6)] T x) => T.SegmentReduce(ZeroWhere(x, x > 1), SegmentReduction.Prod, Index([3], 1, 3, 2), 0, 3);

    [Op(Orders = 1, DifferencesSkip = Moves, DTypesSkip = Fractions)]
    private static T SegmentReduce_MaxTies([Shape(6)] T x) => T.SegmentReduce(T.Clamp(Tied(x), -1, 1), SegmentReduction.Max, Index([2], 4, 2), 0, 0.5);

    [Op(Fails = true)]
    private static T SegmentReduce_OtherSum([Shape(5)] T x) => T.SegmentReduce(x, SegmentReduction.Sum, Index([2], 1, 3), 0, null);

    [Op(Fails = true)]
    private static T SegmentReduce_NegativeLength([Shape(5)] T x) => T.SegmentReduce(x, SegmentReduction.Sum, Index([2], -1, 6), 0, null);
}
