namespace TwinGrad;

internal static partial class Check
{
    /// <summary>The dimension, counted from the front.</summary>
    internal static int Diff<T>(T x, int n, int dim, T? prepend, T? append)
        where T : ITensor<T>
    {
        if (Given(x).Dim == 0)
            throw Error.DiffOf0Dim();
        if (n < 0)
            throw Error.DiffOrder(n);
        var place = Dim.Wrap(dim, x.Dim);
        CheckBeside(x, prepend, place);
        CheckBeside(x, append, place);
        return place;
    }

    /// <summary>The dimensions, counted from the front.</summary>
    internal static int[] Gradient<T>(T x, ReadOnlySpan<int> dims, int edgeOrder, int? spacings)
        where T : ITensor<T>
    {
        if (spacings is not null && spacings != (dims.IsEmpty ? Given(x).Dim : dims.Length))
            throw Error.GradientSpacings(spacings.Value, dims.IsEmpty ? x.Dim : dims.Length);
        if (edgeOrder is not (1 or 2))
            throw Error.GradientEdgeOrder();
        if (!Given(x).DType.IsFloatingPoint && x.DType.Category != DTypeCategory.Integer)
            throw Error.GradientOf(x.DType);
        var along = Dim.WrapAll(dims, x.Dim);
        foreach (var dim in along)
            if (x.Dim == 0 || x.Shape[dim] < edgeOrder + 1)
                throw Error.GradientLength();
        return along;
    }

    internal static void GradientPoints<T>(T x, ReadOnlySpan<T> points, int[] along)
        where T : ITensor<T>
    {
        for (var i = 0; i < points.Length; i++)
        {
            if (Given(points[i]).Dim != 1)
                throw Error.GradientPoints(points[i].Dim);
            if (points[i].Numel != x.Shape[along[i]])
                throw Error.GradientPointCount(i, points[i].Numel, along[i], x.Shape[along[i]]);
        }
    }

    internal static void Trapezoid<T>(T y)
        where T : ITensor<T>
    {
        if (y.Dim == 0)
            throw Error.TrapezoidOf0Dim();
        if (y.DType == DType.Bool)
            throw Error.TrapezoidOfBools("y");
    }

    internal static void TrapezoidPoints<T>(T x, T y, int dim)
        where T : ITensor<T>
    {
        if (Given(x).DType == DType.Bool)
            throw Error.TrapezoidOfBools("x");
        if (x.Dim == 1 ? x.Numel != y.Shape[dim] : dim - Math.Max(y.Dim - x.Dim, 0) < 0)
            throw Error.TrapezoidPoints();
    }

    private static void CheckBeside<T>(T x, T? other, int place)
        where T : ITensor<T>
    {
        if (other is null)
            return;
        if (other.Dim != x.Dim)
            throw Error.DiffDims();
        for (var dim = 0; dim < x.Dim; dim++)
            if (dim != place && other.Shape[dim] != x.Shape[dim])
                throw Error.DiffShape(dim, x.Shape[dim], other.Shape[dim]);
    }
}
