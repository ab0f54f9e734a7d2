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
            throw Error.AddmvDims(1, x.Dim, y.Dim);
        if (x.Shape[1] != y.Shape[0])
            throw Error.AddmvLengths(x.Shape[0], x.Shape, y.Shape[0]);
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

    internal static void Addmv<T>(T x, T mat, T vec)
        where T : ITensor<T>
    {
        if (Given(mat).Dim != 2 || Given(vec).Dim != 1 || Given(x).Dim > 1)
            throw Error.AddmvDims(x.Dim, mat.Dim, vec.Dim);
        if (mat.Shape[1] != vec.Shape[0] || (mat.Shape[0] != x.Numel && x.Numel != 1))
            throw Error.AddmvLengths(x.Shape[0], mat.Shape, vec.Shape[0]);
        if (mat.DType != vec.DType || x.DType != mat.DType)
            throw Error.BatchDTypes(mat.DType, mat.DType != vec.DType ? vec.DType : x.DType);
    }

    internal static void Addr<T>(T x, T vec1, T vec2)
        where T : ITensor<T>
    {
        if (Given(vec1).Dim != 1)
            throw Error.AddrDims("vec1", vec1.Dim);
        if (Given(vec2).Dim != 1)
            throw Error.AddrDims("vec2", vec2.Dim);
        Layout.Expand(Given(x).Shape, x.Strides, [vec1.Numel, vec2.Numel], x.DType);
    }

    internal static void Addbmm<T>(T x, T batch1, T batch2)
        where T : ITensor<T>
    {
        IsBatch(batch1, batch2);
        if (batch1.Shape[0] != batch2.Shape[0])
            throw Error.AddbmmBatches(batch1.Shape[0], batch2.Shape[0]);
        if (batch1.Shape[2] != batch2.Shape[1])
            throw Error.AddbmmLengths(batch1.Shape, batch2.Shape);
        OneDType(x, batch1, batch2);
        Layout.Expand(x.Shape, x.Strides, [batch1.Shape[1], batch2.Shape[2]], x.DType);
    }

    internal static void Baddbmm<T>(T x, T batch1, T batch2)
        where T : ITensor<T>
    {
        IsBatch(batch1, batch2);
        Layout.Expand(Given(x).Shape, x.Strides, [batch1.Shape[0], batch1.Shape[1], batch2.Shape[2]], x.DType);
        OneDType(x, batch1, batch2);
        Bmm(batch1, batch2);
    }

    /// <summary>The dimension, counted from the front.</summary>
    internal static int LinalgCross<T>(T x, T y, int dim)
        where T : ITensor<T>
    {
        if (Given(x).Dim != Given(y).Dim)
            throw Error.CrossDims();
        var place = Dim.Wrap(dim, y.Dim);
        if (x.Dim == 0 || x.Shape[place] != 3 || y.Shape[place] != 3)
            throw Error.CrossLengths(dim, x.Dim == 0 ? 1 : x.Shape[place], x.Dim == 0 ? 1 : y.Shape[place]);
        HasKernel("cross", x.DType);
        if (x.DType != y.DType)
            throw Error.BatchDTypes(x.DType, y.DType);
        Layout.Broadcast(x.Shape, y.Shape);
        return place;
    }

    internal static void MatrixExp<T>(T x)
        where T : ITensor<T>
        => IsSquare("linalg.matrix_exp", x);

    private static void IsBatch<T>(T batch1, T batch2)
        where T : ITensor<T>
    {
        if (Given(batch1).Dim != 3)
            throw Error.NotABatch("batch1");
        if (Given(batch2).Dim != 3)
            throw Error.NotABatch("batch2");
    }

    private static void OneDType<T>(T x, T batch1, T batch2)
        where T : ITensor<T>
    {
        if (Given(x).DType != batch1.DType || batch1.DType != batch2.DType)
            throw Error.BaddbmmDTypes(x.DType, batch1.DType, batch2.DType);
    }
}
