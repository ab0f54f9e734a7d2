namespace TwinGrad;

internal static partial class Check
{
    internal static void Select<T>(T x, int dim, long index)
        where T : ITensor<T>
    {
        if (x.Dim == 0)
            throw Error.SelectOf0Dim();
        var length = x.Shape[dim];
        if (index < -length || index >= length)
            throw Error.SelectOutOfRange(index, dim, x.Shape);
    }

    internal static int Slice<T>(T x, int dim, long step)
        where T : ITensor<T>
    {
        if (x.Dim == 0)
            throw Error.SliceOf0Dim();
        return step > 0 ? Dim.Wrap(dim, x.Dim) : throw Error.SliceStep(step);
    }

    /// <summary>The two dimensions of a diagonal, counted from the front.</summary>
    internal static (int First, int Second) Diagonal(string name, int count, int dim1, int dim2)
    {
        var (first, second) = (Dim.Wrap(dim1, count), Dim.Wrap(dim2, count));
        return first != second ? (first, second) : throw Error.DiagonalDims(name, dim1, dim2);
    }

    internal static int[] Permute(int count, ReadOnlySpan<int> dims)
    {
        if (dims.Length != count)
            throw Error.PermuteCount(dims.Length, count);
        var order = new int[count];
        for (var i = 0; i < count; i++)
        {
            order[i] = Dim.Wrap(dims[i], count);
            if (Array.IndexOf(order, order[i], 0, i) >= 0)
                throw Error.PermuteTwice();
        }
        return order;
    }
}
