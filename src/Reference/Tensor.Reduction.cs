namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Sum(Tensor x) => Sum("SumBackward0", x, [], keepDim: false);

    /// <inheritdoc/>
    public static Tensor Sum(Tensor x, DType dtype) => Sum("SumBackward0", x, [], keepDim: false, dtype);

    /// <inheritdoc/>
    public static Tensor Sum(Tensor x, ReadOnlySpan<int> dims, bool keepDim, DType? dtype = null)
        => Sum("SumBackward1", x, dims, keepDim, dtype);

    /// <inheritdoc/>
    public static Tensor Mean(Tensor x)
    {
        Check.Mean(x);
        return Mean("MeanBackward0", x, [], keepDim: false, x.DType);
    }

    /// <inheritdoc/>
    public static Tensor Mean(Tensor x, DType dtype)
    {
        Check.MeanInto(dtype);
        return Mean("MeanBackward0", x, [], keepDim: false, dtype);
    }

    /// <inheritdoc/>
    public static Tensor Mean(Tensor x, ReadOnlySpan<int> dims, bool keepDim, DType? dtype = null)
    {
        Check.Mean(x, dtype);
        return Mean("MeanBackward1", x, dims, keepDim, dtype ?? x.DType);
    }

    /// <summary>The sum over what was broadcast, so that the result has the shape that broadcasting started from.</summary>
    internal Tensor SumTo(Shape shape)
    {
        if (Shape == shape)
            return this;
        var added = Shape.Count - shape.Count;
        var dims = Enumerable.Range(0, Shape.Count).Where(dim => dim < added || (shape[dim - added] == 1 && Shape[dim] != 1)).ToArray();
        return dims.Length == 0 ? View(this, shape) : View(Sum(this, dims, keepDim: true), shape);
    }

    /// <inheritdoc/>
    public static Tensor Nansum(Tensor x, ReadOnlySpan<int> dims, bool keepDim, DType? dtype = null)
    {
        var result = dtype ?? Summed(x.DType);
        var (sum, kept) = Reduce(x, dims, keepDim, result, elements => Total(elements, v => double.IsNaN(v) ? 0 : Numbers.Convert(v, x.DType, result)));
        return TapeNode.Record("NansumBackward0", sum, [x], (g, n) => Where(Eq(n.X, n.X), g.View(kept), Zero(g)));
    }

    /// <inheritdoc/>
    public static Tensor Prod(Tensor x, DType? dtype = null)
    {
        var (product, _) = Products(x, [], keepDim: false, dtype);
        return TapeNode.Record("ProdBackward0", product, [x], (g, n) => IsNoDivisor(n.X)
            ? g * ProductOfOthers(n.X.Flatten(), 0).Reshape(n.X.Shape)
            : g * n.Result / n.X);
    }

    /// <inheritdoc/>
    public static Tensor Prod(Tensor x, int dim, bool keepDim, DType? dtype = null)
    {
        var place = Dim.Wrap(dim, x.Dim);
        var (product, kept) = Products(x, [place], keepDim, dtype);
        return TapeNode.Record("ProdBackward1", product, [x], (g, n) => n.X.Dim == 0 ? g
            : IsNoDivisor(n.X) ? g.View(kept) * ProductOfOthers(n.X, place)
            : g.View(kept) * n.Result.View(kept) / n.X);
    }

    /// <inheritdoc/>
    public static Tensor Logsumexp(Tensor x, ReadOnlySpan<int> dims, bool keepDim)
    {
        var (result, kept) = Reduce(x, dims, keepDim, Promotion.ToFloating(x.DType), LogSumExp);
        return TapeNode.Record("LogsumexpBackward0", result, [x], (g, n) => g.View(kept) * Exp(n.X - n.Result.View(kept)));
    }

    /// <inheritdoc/>
    public static Tensor All(Tensor x) => Reduce(x, [], keepDim: false, Truth(x.DType), AllTrue).Result;

    /// <inheritdoc/>
    public static Tensor All(Tensor x, ReadOnlySpan<int> dims, bool keepDim) => Reduce(x, dims, keepDim, Truth(x.DType), AllTrue).Result;

    /// <inheritdoc/>
    public static Tensor Any(Tensor x) => Reduce(x, [], keepDim: false, Truth(x.DType), AnyTrue).Result;

    /// <inheritdoc/>
    public static Tensor Any(Tensor x, ReadOnlySpan<int> dims, bool keepDim) => Reduce(x, dims, keepDim, Truth(x.DType), AnyTrue).Result;

    private static Tensor Sum(string name, Tensor x, ReadOnlySpan<int> dims, bool keepDim, DType? dtype = null)
    {
        var (sum, kept) = Sums(x, dims, keepDim, dtype ?? Summed(x.DType));
        return TapeNode.Record(name, sum, [x], (g, n) => g.View(kept).Expand(n.InputShape(0)));
    }

    private static Tensor Mean(string name, Tensor x, ReadOnlySpan<int> dims, bool keepDim, DType dtype)
    {
        var (sum, kept) = Sums(x, dims, keepDim, dtype);
        var count = (double)x.Shape.Numel / kept.Numel;
        var values = Array.ConvertAll(sum.Read(), v => v / count);
        return TapeNode.Record(name, new(values, sum.Shape, dtype), [x], (g, n) => (g / count).View(kept).Expand(n.InputShape(0)));
    }

    /// <summary>Sums in a dtype. Only one of a lower kind changes elements: a sum of floats as integers.</summary>
    private static (Tensor Result, Shape Kept) Sums(Tensor x, ReadOnlySpan<int> dims, bool keepDim, DType dtype)
        => dtype.Category < x.DType.Category
            ? Reduce(x, dims, keepDim, dtype, elements => Total(elements, v => Numbers.Convert(v, x.DType, dtype)))
            : Reduce(x, dims, keepDim, dtype, Pointwise.Sum);

    private static (Tensor Result, Shape Kept) Products(Tensor x, ReadOnlySpan<int> dims, bool keepDim, DType? dtype)
    {
        var result = dtype ?? Summed(x.DType);
        return Reduce(x, dims, keepDim, result, elements => Product(elements, v => Numbers.Convert(v, x.DType, result)));
    }

    /// <summary>The dtype of sums and products: small integers have no room for them.</summary>
    private static DType Summed(DType dtype) => dtype.IsFloatingPoint ? dtype : DType.Int64;

    private static DType Truth(DType dtype) => dtype == DType.UInt8 ? dtype : DType.Bool;

    private static double Total(ReadOnlySpan<double> elements, Func<double, double> of)
    {
        var sum = 0.0;
        foreach (var element in elements)
            sum += of(element);
        return sum;
    }

    private static double Product(ReadOnlySpan<double> elements, Func<double, double> of)
    {
        var product = 1.0;
        foreach (var element in elements)
            product *= of(element);
        return product;
    }

    /// <summary>The largest element is taken out of the exponent, so that nothing overflows.</summary>
    private static double LogSumExp(ReadOnlySpan<double> elements)
    {
        var largest = elements.IsEmpty ? 0 : elements[IndexOfLargest(elements)];
        var shift = double.IsInfinity(largest) ? 0 : largest;
        return Math.Log(Total(elements, v => Math.Exp(v - shift))) + shift;
    }

    private static double AllTrue(ReadOnlySpan<double> elements) => elements.Contains(0) ? 0 : 1;

    private static double AnyTrue(ReadOnlySpan<double> elements) => elements.ContainsAnyExcept(0) ? 1 : 0;

    private static bool HasZero(Tensor x) => x.Read().Contains(0);

    /// <summary>
    /// Whether a product may not be divided by each of its elements: beside a 0 that is 0/0, and beside one a million times smaller than another
    /// the quotient's own slopes, result / x^2, are differences of large numbers.
    /// </summary>
    private static bool IsNoDivisor(Tensor x)
    {
        var sizes = Array.ConvertAll(x.Read(), Math.Abs);
        return sizes.Contains(0) || (sizes.Length > 0 && Array.TrueForAll(sizes, double.IsFinite) && sizes.Min() < 1e-6 * sizes.Max());
    }

    /// <summary>For each element the product of the others along a dimension.</summary>
    private static Tensor ProductOfOthers(Tensor x, int dim)
        => Prod(EachReplacedBy1(x, dim), dim + 1, keepDim: false);

    /// <summary>A line of n elements n times in a new dimension, each time another element of it replaced by 1.</summary>
    private static Tensor EachReplacedBy1(Tensor x, int dim)
    {
        var length = x.Shape[dim];
        var copies = x.Unsqueeze(dim).Expand([.. x.Shape.Take(dim), length, .. x.Shape.Skip(dim)]);
        var own = Eye(length, length, DType.Bool, Device.Cpu, requiresGrad: false);
        return Where(own.View([length, length, .. x.Shape.Skip(dim + 1).Select(_ => 1L)]), Number(1, x.DType), copies);
    }

    /// <summary>What a function makes of the elements along dimensions, and the shape that keeps those dimensions with length 1.</summary>
    private static (Tensor Result, Shape Kept) Reduce(
        Tensor x, ReadOnlySpan<int> dims, bool keepDim, DType dtype, Func<ReadOnlySpan<double>, double> function)
    {
        int[] along = [.. Dim.WrapAll(dims, x.Dim).Where(dim => dim < x.Dim)]; // a 0-dim tensor has none
        int[] others = [.. Enumerable.Range(0, x.Dim).Except(along)];
        Shape kept = [.. x.Shape.Select((length, dim) => along.Contains(dim) ? 1 : length)];
        var elements = x.Reordered([.. others, .. along]).Read();
        var values = new double[kept.Numel];
        var count = values.Length == 0 ? 0 : elements.Length / values.Length;
        for (var i = 0; i < values.Length; i++)
            values[i] = function(elements.AsSpan(i * count, count));
        return (new(values, keepDim ? kept : [.. others.Select(dim => x.Shape[dim])], dtype), kept);
    }
}
