namespace TwinGrad;

public sealed unsafe partial class Tensor
{
    /// <inheritdoc/>
    public static (Tensor Values, Tensor Indices) Sort(Tensor x, int dim, bool descending)
    {
        nint indices;
        var values = Record(
            "SortBackward0", NativeMethods.THSTensor_sort(x.Handle, Dim.Wrap(dim, x.Dim), descending, stable: true, &indices), x);
        return (values, new(indices));
    }

    /// <inheritdoc/>
    public static (Tensor Values, Tensor Indices) Topk(Tensor x, int k, int dim, bool largest)
    {
        var place = Check.Topk(x, k, dim);
        var results = ResultArray.Of(allocator => NativeMethods.THSTensor_topk(x.Handle, allocator, k, place, largest, sorted: true));
        return (Record("TopkBackward0", results[0], x), new(results[1]));
    }
}
