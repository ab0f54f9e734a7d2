namespace TwinGrad;

internal static partial class Aten
{
    // The numbers of ScatterReduction are the places of libtorch's words in this list.
    private const string Reduce = "['sum', 'prod', 'mean', 'amax', 'amin'][reduce]";

    internal static readonly NativeFunction ScatterNumber = new("x: Tensor, dim: int, index: Tensor, value: number", "torch.scatter(x, dim, index, value)");

    internal static readonly NativeFunction ScatterNumber_ = new("x: Tensor, dim: int, index: Tensor, value: number", "x.scatter_(dim, index, value)");

    internal static readonly NativeFunction Scatter_ = new("x: Tensor, dim: int, index: Tensor, src: Tensor", "x.scatter_(dim, index, src)");

    internal static readonly NativeFunction ScatterAdd_ = new("x: Tensor, dim: int, index: Tensor, src: Tensor", "x.scatter_add_(dim, index, src)");

    internal static readonly NativeFunction ScatterReduce = new(
        "x: Tensor, dim: int, index: Tensor, src: Tensor, reduce: int, include_self: bool",
        $"torch.scatter_reduce(x, dim, index, src, {Reduce}, include_self=include_self)");

    internal static readonly NativeFunction ScatterReduce_ = new(
        "x: Tensor, dim: int, index: Tensor, src: Tensor, reduce: int, include_self: bool",
        $"x.scatter_reduce_(dim, index, src, {Reduce}, include_self=include_self)");

    internal static readonly NativeFunction IndexAdd = new(
        "x: Tensor, dim: int, index: Tensor, source: Tensor, alpha: number", "torch.index_add(x, dim, index, source, alpha=alpha)");

    internal static readonly NativeFunction IndexAdd_ = new(
        "x: Tensor, dim: int, index: Tensor, source: Tensor, alpha: number", "x.index_add_(dim, index, source, alpha=alpha)");

    internal static readonly NativeFunction IndexCopy = new(
        "x: Tensor, dim: int, index: Tensor, source: Tensor", "torch.index_copy(x, dim, index, source)");

    internal static readonly NativeFunction IndexCopy_ = new(
        "x: Tensor, dim: int, index: Tensor, source: Tensor", "x.index_copy_(dim, index, source)");

    internal static readonly NativeFunction IndexFillNumber = new(
        "x: Tensor, dim: int, index: Tensor, value: number", "torch.index_fill(x, dim, index, value)");

    internal static readonly NativeFunction IndexFillNumber_ = new(
        "x: Tensor, dim: int, index: Tensor, value: number", "x.index_fill_(dim, index, value)");

    internal static readonly NativeFunction IndexFill = new(
        "x: Tensor, dim: int, index: Tensor, value: Tensor", "torch.index_fill(x, dim, index, value)");

    internal static readonly NativeFunction IndexFill_ = new(
        "x: Tensor, dim: int, index: Tensor, value: Tensor", "x.index_fill_(dim, index, value)");

    internal static readonly NativeFunction IndexReduce = new(
        "x: Tensor, dim: int, index: Tensor, source: Tensor, reduce: int, include_self: bool",
        $"torch.index_reduce(x, dim, index, source, {Reduce}, include_self=include_self)");

    internal static readonly NativeFunction IndexReduce_ = new(
        "x: Tensor, dim: int, index: Tensor, source: Tensor, reduce: int, include_self: bool",
        $"x.index_reduce_(dim, index, source, {Reduce}, include_self=include_self)");

    internal static readonly NativeFunction Put = new(
        "x: Tensor, index: Tensor, source: Tensor, accumulate: bool", "torch.put(x, index, source, accumulate)");

    internal static readonly NativeFunction Put_ = new(
        "x: Tensor, index: Tensor, source: Tensor, accumulate: bool", "x.put_(index, source, accumulate)");

    internal static readonly NativeFunction MaskedScatter = new(
        "x: Tensor, mask: Tensor, source: Tensor", "torch.masked_scatter(x, mask, source)");

    internal static readonly NativeFunction MaskedScatter_ = new("x: Tensor, mask: Tensor, source: Tensor", "x.masked_scatter_(mask, source)");
}
