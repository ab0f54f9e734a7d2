namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Sort([Shape(2, 3, 4), Shape(), Shape(0)] T x) => T.Sort(x, 0, descending: false).Values;

    [Op]
    private static T Sort_Descending([Shape(2, 3, 4)] T x) => T.Sort(x, -1, descending: true).Values;

    [Op(DifferencesSkip = Moves, DTypesSkip = Fractions)]
    private static T Sort_Ties([Shape(2, 3, 4)] T x) => T.Sort(Tied(x), 2, descending: true).Values * x;

    [Op(Orders = 0)]
    private static T Sort_Indices([Shape(2, 3, 4)] T x) => T.Sort(T.Clamp(x, -1, 1), 1, descending: false).Indices;

    [Op(Orders = 0, DTypesSkip = "integers have no nan")]
    private static T Sort_Nan([Shape(2, 3, 4)] T x) => T.Sort(WithNan(x), 1, descending: true).Indices;

    [Op]
    private static T Topk([Shape(2, 3, 4), Shape(2)] T x) => T.Topk(x, 2, -1, largest: true).Values;

    [Op]
    private static T Topk_Smallest([Shape(2, 3, 4)] T x) => T.Topk(x, 2, 1, largest: false).Values;

    [Op(Orders = 0, DTypesSkip = WhichOfEquals)]
    private static T Topk_Indices([Shape(2, 3, 4)] T x) => T.Topk(x, 3, 2, largest: true).Indices;

    [Op(Fails = true)]
    private static T Topk_TooMany([Shape(2, 3)] T x) => T.Topk(x, 3, 0, largest: true).Values;

    [Op(Fails = true)]
    private static T Topk_Negative([Shape(2, 3)] T x) => T.Topk(x, -1, 0, largest: true).Values;

    [Op(Orders = 0)]
    private static T Argsort([Shape(2, 3, 4)] T x) => x.Argsort(1, descending: true, stable: true);

    [Op]
    private static T Msort([Shape(3, 2), Shape()] T x) => x.Msort();
}
