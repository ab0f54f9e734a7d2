namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Cat([Shape(2, 3), Shape(0, 3), Shape(0)] T x, [Shape(1, 3), Shape(2, 3), Shape(2, 3)] T y) => T.Cat([x, y, x], 0);

    [Op]
    private static T Cat_LastDim([Shape(2, 3)] T x, [Shape(2, 1)] T y) => T.Cat([x, y], -1);

    [Op(Fails = true)]
    private static T Cat_LengthsDiffer([Shape(2, 3)] T x, [Shape(2, 1)] T y) => T.Cat([x, y], 0);

    [Op(Fails = true)]
    private static T Cat_OfNothing([Shape(5)] T x) => x * T.Cat([], 0);

    [Op]
    private static T Stack([Shape(2, 3), Shape()] T x, [Shape(2, 3), Shape()] T y) => T.Stack([x, y, x], -1);

    [Op(Fails = true)]
    private static T Stack_ShapesDiffer([Shape(2, 3)] T x, [Shape(3)] T y) => T.Stack([x, y], 0);

    [Op]
    private static T BlockDiag([Shape(2, 3), Shape(2), Shape()] T x, [Shape(1, 2), Shape(3, 0), Shape(3)] T y) => T.BlockDiag([x, y, x]);

    [Op(Fails = true)]
    private static T BlockDiag_ThreeDims([Shape(2, 3, 4)] T x) => T.BlockDiag([x]);

    [Op]
    private static T Cat_Hstack([Shape(2), Shape(2, 3)] T x) => Composites.Hstack<T>([x, x * x]);

    [Op]
    private static T Cat_Vstack([Shape(2), Shape(2, 3)] T x) => Composites.Vstack<T>([x, x * x]);

    [Op]
    private static T Cat_Dstack([Shape(), Shape(2), Shape(2, 3), Shape(2, 3, 2)] T x) => Composites.Dstack<T>([x, x * x]);

    [Op]
    private static T Cat_ColumnStack([Shape(), Shape(2), Shape(2, 3)] T x) => Composites.ColumnStack<T>([x, x * x]);

    [Op]
    private static T Expand_BroadcastTensors([Shape(2, 1)] T x, [Shape(3)] T y) => With(Composites.BroadcastTensors<T>(x, y), both => both[0] * both[1]);

    [Op(Fails = true)]
    private static T Expand_BroadcastTensorsThatDoNot([Shape(2)] T x, [Shape(3)] T y) => Composites.BroadcastTensors<T>(x, y)[0];

    [Op]
    private static T Expand_Meshgrid([Shape(2), Shape()] T x, [Shape(3)] T y) => With(Composites.Meshgrid<T>([x, y, x]), all => all[0] * all[1].Pow(2) * all[2]);

    [Op]
    private static T Expand_MeshgridXy([Shape(2)] T x, [Shape(3)] T y) => With(Composites.Meshgrid<T>([x, y, x], MeshgridIndexing.Xy), all => all[0] * all[1].Pow(2) * all[2]);

    [Op(Fails = true)]
    private static T Expand_MeshgridOfMatrices([Shape(3, 4)] T x) => Composites.Meshgrid<T>([x])[0];

    [Op(Fails = true)]
    private static T Expand_MeshgridOfNothing([Shape(5)] T x) => x * Composites.Meshgrid<T>([])[0];

    [Op]
    private static T Stack_CartesianProd([Shape(2)] T x, [Shape(3)] T y) => Composites.CartesianProd<T>(x, y, x);

    [Op(Fails = true)]
    private static T Stack_CartesianProdOfMatrices([Shape(3, 4)] T x) => Composites.CartesianProd<T>(x);

    [Op]
    private static T Stack_Combinations([Shape(4), Shape(1), Shape(0)] T x) => x.Combinations();

    [Op]
    private static T Stack_CombinationsWithReplacement([Shape(3)] T x) => x.Combinations(3, withReplacement: true);

    [Op(Orders = 0)]
    private static T Stack_CombinationsOfNone([Shape(3)] T x) => x.Combinations(0);

    [Op(Fails = true)]
    private static T Stack_CombinationsOfAMatrix([Shape(3, 4)] T x) => x.Combinations();

    [Op(Fails = true)]
    private static T Stack_CombinationsNegative([Shape(5)] T x) => x.Combinations(-1);

    [Op(Fails = true)]
    private static T Stack_CombinationsTooMany([Shape(5)] T x) => x.Combinations(50);

    private static T With(T[] parts, Func<T[], T> function) => function(parts);
}
