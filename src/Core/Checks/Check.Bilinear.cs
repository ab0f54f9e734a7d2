namespace TwinGrad;

internal static partial class Check
{
    internal static void Bilinear<T>(T input1, T input2, T weight, T? bias)
        where T : ITensor<T>
    {
        if (Given(input1).Dim != Given(input2).Dim)
            throw Error.BilinearDims(input1.Dim, input2.Dim);
        for (var dim = 0; dim < input1.Dim - 1; dim++)
            if (input1.Shape[dim] != input2.Shape[dim])
                throw Error.BilinearBatch(dim, input1.Shape[dim], input2.Shape[dim]);
        if (input1.Shape[-1] != Given(weight).Shape[1])
            throw Error.BilinearLength("input1", input1.Shape[-1], weight.Shape[1]);
        if (input2.Shape[-1] != weight.Shape[2])
            throw Error.BilinearLength("input2", input2.Shape[-1], weight.Shape[2]);
        if (bias is not null && bias.Shape[0] != weight.Shape[0])
            throw Error.BilinearLength("bias", bias.Shape[0], weight.Shape[0]);
    }

    internal static void Trilinear<T>(T x1, T weight, T x2)
        where T : ITensor<T>
    {
        (x1, weight, x2) = (Given(x1), Given(weight), Given(x2));
        if (x1.Dim != 2 || weight.Dim != 3 || x2.Dim != 2
            || x1.Shape[0] != x2.Shape[0] || x1.Shape[1] != weight.Shape[1] || x2.Shape[1] != weight.Shape[2])
        {
            throw Error.TrilinearShapes(x1.Shape, weight.Shape, x2.Shape);
        }
        if (weight.DType != x1.DType || x2.DType != x1.DType)
            throw Error.BatchDTypes(x1.DType, weight.DType != x1.DType ? weight.DType : x2.DType);
    }
}
