namespace TwinGrad;

internal static partial class Check
{
    internal static void Dot<T>(T x, T y)
        where T : ITensor<T>
    {
        if (x.Dim != 1 || y.Dim != 1)
            throw Error.DotDims(x.Dim, y.Dim);
        if (x.DType != y.DType)
            throw Error.DotDTypes(x.DType, y.DType);
        if (x.Numel != y.Numel)
            throw Error.DotLengths(x.Numel, y.Numel);
    }

    internal static void Mv<T>(T x, T y)
        where T : ITensor<T>
    {
        if (x.Dim != 2 || y.Dim != 1)
            throw Error.MvDims(x.Dim, y.Dim);
        if (x.Shape[1] != y.Shape[0])
            throw Error.MvLengths(x.Shape, y.Shape[0]);
        if (x.DType != y.DType)
            throw Error.MatrixDTypes(x.DType, y.DType);
    }

    internal static void Mm<T>(T x, T y)
        where T : ITensor<T>
    {
        if (x.Dim != 2)
            throw Error.NotAMatrix("self");
        if (y.Dim != 2)
            throw Error.NotAMatrix("mat2");
        if (x.Shape[1] != y.Shape[0])
            throw Error.MmLengths(x.Shape, y.Shape);
        if (x.DType != y.DType)
            throw Error.MatrixDTypes(x.DType, y.DType);
    }

    internal static void Bmm<T>(T x, T y)
        where T : ITensor<T>
    {
        if (x.Dim != 3)
            throw Error.NotABatch("batch1");
        if (y.Dim != 3)
            throw Error.NotABatch("batch2");
        if (x.Shape[0] != y.Shape[0] || x.Shape[2] != y.Shape[1])
            throw Error.BmmLengths(x.Shape, y.Shape);
        if (x.DType != y.DType)
            throw Error.BatchDTypes(x.DType, y.DType);
    }

    internal static void Addmm<T>(T x, T mat1, T mat2)
        where T : ITensor<T>
    {
        if (mat1.Dim != 2 || mat2.Dim != 2)
            throw Error.NotAMatrix(mat1.Dim != 2 ? "mat1" : "mat2");
        if (mat1.Shape[1] != mat2.Shape[0])
            throw Error.MmLengths(mat1.Shape, mat2.Shape);
        if (mat1.DType != mat2.DType)
            throw Error.AddmmDTypes("mat1", mat1.DType, mat2.DType);
        if (Given(x).DType != mat2.DType)
            throw Error.AddmmDTypes("self", x.DType, mat2.DType);
        Layout.Expand(x.Shape, x.Strides, [mat1.Shape[0], mat2.Shape[1]], x.DType);
    }
}
