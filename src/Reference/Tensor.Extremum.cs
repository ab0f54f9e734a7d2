namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Max(Tensor x)
    {
        Check.HasElements("max", x);
        return Middle("MaxBackward1", x, elements => elements[IndexOfLargest(elements)]);
    }

    /// <inheritdoc/>
    public static (Tensor Values, Tensor Indices) Max(Tensor x, int dim, bool keepDim)
        => Choose("max", "MaxBackward0", x, dim, keepDim, IndexOfLargest);

    /// <inheritdoc/>
    public static Tensor Min(Tensor x)
    {
        Check.HasElements("min", x);
        return Middle("MinBackward1", x, elements => elements[IndexOfSmallest(elements)]);
    }

    /// <inheritdoc/>
    public static (Tensor Values, Tensor Indices) Min(Tensor x, int dim, bool keepDim)
        => Choose("min", "MinBackward0", x, dim, keepDim, IndexOfSmallest);

    /// <inheritdoc/>
    public static Tensor Amax(Tensor x, ReadOnlySpan<int> dims, bool keepDim)
        => Extreme("amax", "AmaxBackward0", x, dims, keepDim, IndexOfLargest);

    /// <inheritdoc/>
    public static Tensor Amin(Tensor x, ReadOnlySpan<int> dims, bool keepDim)
        => Extreme("amin", "AminBackward0", x, dims, keepDim, IndexOfSmallest);

    /// <inheritdoc/>
    public static Tensor Argmax(Tensor x) => Place("argmax", x, IndexOfLargest);

    /// <inheritdoc/>
    public static Tensor Argmax(Tensor x, int dim, bool keepDim)
    {
        var (indices, _) = Places("argmax", x, dim, keepDim, IndexOfLargest);
        Check.Arg("argmax", x);
        return indices;
    }

    /// <inheritdoc/>
    public static Tensor Argmin(Tensor x) => Place("argmin", x, IndexOfSmallest);

    /// <inheritdoc/>
    public static Tensor Argmin(Tensor x, int dim, bool keepDim)
    {
        var (indices, _) = Places("argmin", x, dim, keepDim, IndexOfSmallest);
        Check.Arg("argmin", x);
        return indices;
    }

    /// <inheritdoc/>
    public static (Tensor Min, Tensor Max) Aminmax(Tensor x, int? dim, bool keepDim)
    {
        Check.Aminmax(x, dim);
        int[] dims = dim is null ? [] : [dim.Value];
        return ResultsNode.Join(Part(IndexOfSmallest), Part(IndexOfLargest));

        Tensor Part(Func<ReadOnlySpan<double>, int> index)
            => NotImplementedNode.Record("aten::aminmax", Reduce(x, dims, keepDim, x.DType, elements => elements[index(elements)]).Result, x);
    }

    /// <inheritdoc/>
    public static Tensor Maximum(Tensor x, Tensor y)
        => Zip(
            "MaximumBackward0", x, y, Common(x, y), Math.Max,
            (g, n) => Larger(g, n.X, n.Y), (g, n) => Larger(g, n.Y, n.X));

    /// <inheritdoc/>
    public static Tensor Minimum(Tensor x, Tensor y)
        => Zip(
            "MinimumBackward0", x, y, Common(x, y), Math.Min,
            (g, n) => Larger(g, n.Y, n.X), (g, n) => Larger(g, n.X, n.Y));

    /// <inheritdoc/>
    public static Tensor Fmax(Tensor x, Tensor y)
        => Zip(
            "FmaxBackward0", x, y, Common(x, y), double.MaxNumber,
            (g, n) => Where((n.X >= n.Y) | Isnan(n.Y), g, Zero(g)), (g, n) => Where((n.X >= n.Y) | Isnan(n.Y), Zero(g), g));

    /// <inheritdoc/>
    public static Tensor Fmin(Tensor x, Tensor y)
        => Zip(
            "FminBackward0", x, y, Common(x, y), double.MinNumber,
            (g, n) => Where((n.X <= n.Y) | Isnan(n.Y), g, Zero(g)), (g, n) => Where((n.X <= n.Y) | Isnan(n.Y), Zero(g), g));

    /// <summary>The gradient of the larger one, x; equal ones share it.</summary>
    private static Tensor Larger(Tensor g, Tensor x, Tensor y)
        => Where(x < y, Zero(g), Where(Eq(x, y), g / 2, g));

    /// <summary>One element of all; those that equal it share its gradient.</summary>
    private static Tensor Middle(string name, Tensor x, Func<ReadOnlySpan<double>, double> choose)
        => TapeNode.Record(name, Reduce(x, [], keepDim: false, x.DType, choose).Result, [x], (g, n) =>
        {
            var among = double.IsNaN(n.Result.ToScalar().ToDouble()) ? n.X.Ne(n.X) : Eq(n.X, n.Result);
            return Where(among, g / Sum(among), Zero(g));
        });

    private static Tensor Extreme(
        string function, string name, Tensor x, ReadOnlySpan<int> dims, bool keepDim, Func<ReadOnlySpan<double>, int> index)
    {
        var along = Dim.WrapAll(dims, x.Dim);
        Check.HasElements(function, x, dims);
        var (extreme, kept) = Reduce(x, dims, keepDim, x.DType, elements => elements[index(elements)]);
        return TapeNode.Record(name, extreme, [x], (g, n) =>
        {
            var among = Eq(n.X, n.Result.View(kept));
            return g.View(kept) * among / Sum(among, along, keepDim: true);
        });
    }

    private static (Tensor Values, Tensor Indices) Choose(
        string function, string name, Tensor x, int dim, bool keepDim, Func<ReadOnlySpan<double>, int> index, string? kernel = null)
    {
        var (indices, kept) = Places(function, x, dim, keepDim, index, kernel);
        var values = Reduce(x, [dim], keepDim, x.DType, elements => elements[index(elements)]).Result;
        var chosen = indices.View(kept);
        var place = Dim.Wrap(dim, x.Dim);
        return (TapeNode.Record(name, values, [x], (g, n) => Where(Eq(Counting(n.X, place), chosen), g.View(kept), Zero(g))), indices);
    }

    private static Tensor Place(string function, Tensor x, Func<ReadOnlySpan<double>, int> index)
    {
        Check.HasElements(function, x);
        Check.Arg(function, x);
        return Reduce(x, [], keepDim: false, DType.Int64, elements => index(elements)).Result;
    }

    private static (Tensor Indices, Shape Kept) Places(
        string function, Tensor x, int dim, bool keepDim, Func<ReadOnlySpan<double>, int> index, string? kernel = null)
    {
        var place = Dim.Wrap(dim, x.Dim);
        Check.HasElements(function, x, place);
        if (kernel is not null)
            Check.HasKernel(kernel, x.DType);
        return Reduce(x, [place], keepDim, DType.Int64, elements => index(elements));
    }

    /// <summary>0, 1, 2, ... along a dimension of x, to be broadcast along the others.</summary>
    private static Tensor Counting(Tensor x, int dim)
        => x.Dim == 0
            ? Number(0, DType.Int64)
            : Arange(0, x.Shape[dim], 1, DType.Int64, Device.Cpu, requiresGrad: false)
                .View([x.Shape[dim], .. x.Shape.Skip(dim + 1).Select(_ => 1L)]);

    /// <summary>Where the largest element is, the first of several; nan counts as the largest.</summary>
    private static int IndexOfLargest(ReadOnlySpan<double> elements)
    {
        var best = 0;
        for (var i = 0; i < elements.Length && !double.IsNaN(elements[best]); i++)
            if (elements[i] > elements[best] || double.IsNaN(elements[i]))
                best = i;
        return best;
    }

    /// <summary>Where the smallest element is, the first of several; nan counts as the smallest.</summary>
    private static int IndexOfSmallest(ReadOnlySpan<double> elements)
    {
        var best = 0;
        for (var i = 0; i < elements.Length && !double.IsNaN(elements[best]); i++)
            if (elements[i] < elements[best] || double.IsNaN(elements[i]))
                best = i;
        return best;
    }
}
