namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException DiffOf0Dim() => new("diff expects input to be at least one-dimensional");

    internal static TorchArgumentException DiffOrder(int n) => new($"order must be non-negative but got {n}");

    internal static TorchArgumentException DiffDims()
        => new("diff expects prepend or append to be the same dimension as input");

    internal static TorchArgumentException DiffShape(int dim, long input, long other)
        => new("diff expects the shape of tensor to prepend or append to match that of input except along the differencing dimension; "
            + $"input.size({dim}) = {input}, but got tensor.size({dim}) = {other}");

    internal static TorchArgumentException GradientSpacings(int spacings, int dims)
        => new($"torch.gradient expected spacing to be unspecified, a scalar or a list of length equal to 'self.dim() = {dims}', "
            + $"since dim argument was not given, but got a list of length {spacings}");

    internal static TorchArgumentException GradientEdgeOrder() => new("torch.gradient only supports edge_order=1 and edge_order=2.");

    internal static TorchArgumentException GradientOf(DType dtype)
        => new($"torch.gradient does not support {dtype} input.");

    internal static TorchArgumentException GradientLength()
        => new("torch.gradient expected each dimension size to be at least edge_order+1");

    internal static TorchArgumentException GradientPoints(int dims)
        => new($"torch.gradient expected each element of spacing to have one dimension, but got an element with {dims} dimensions");

    internal static TorchArgumentException GradientPointCount(int element, long count, int dim, long length)
        => new($"torch.gradient expected element {element} of spacing to have {length} points along dimension {dim}, but it has {count}");

    internal static TorchArgumentException TrapezoidOf0Dim() => new("trapezoid: y needs at least one dimension");

    internal static TorchArgumentException TrapezoidOfBools(string name)
        => new($"trapezoid: received a bool input for `{name}`, but bool is not supported");

    internal static TorchArgumentException TrapezoidPoints()
        => new("trapezoid: There must be one `x` value for each sample point");
}
