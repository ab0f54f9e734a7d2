namespace TwinGrad;

internal static partial class Check
{
    internal static void Mean<T>(T x, DType? dtype = null)
        where T : ITensor<T>
    {
        if (dtype is not null)
            MeanInto(dtype);
        else if (!Given(x).DType.IsFloatingPoint)
            throw Error.MeanOf(x.DType);
    }

    internal static void MeanInto(DType dtype)
    {
        ArgumentNullException.ThrowIfNull(dtype);
        if (!dtype.IsFloatingPoint)
            throw Error.MeanInto(dtype);
    }

    /// <summary>An empty tensor has no largest element; along given dimensions it may have none to look for.</summary>
    /// <param name="name">The function's name in the sentence.</param>
    /// <param name="x">The tensor.</param>
    /// <param name="dims">Dimensions, counted from the front; none for all.</param>
    internal static void HasElements<T>(string name, T x, params ReadOnlySpan<int> dims)
        where T : ITensor<T>
    {
        if (x.Numel != 0)
            return;
        if (dims.IsEmpty)
            throw Error.ReductionOfNothing(name);
        foreach (var dim in dims)
            if (x.Shape[dim] == 0)
                throw Error.ReductionOfEmptyDim(name, dim);
    }

    /// <summary>Truth values have no first largest one.</summary>
    internal static void Arg<T>(string name, T x)
        where T : ITensor<T>
    {
        if (x.DType == DType.Bool)
            throw Error.ArgOfBools(name);
    }

    /// <summary>An empty tensor has no extremes; nor has one along a dimension without places.</summary>
    internal static void Aminmax<T>(T x, int? dim)
        where T : ITensor<T>
    {
        if (dim is not null)
            HasElements("aminmax", x, Dim.Wrap(dim.Value, x.Dim));
        else if (Given(x).Numel == 0)
            throw Error.AminmaxOfNothing();
    }

    /// <summary>Only floating-point elements have a variance; and a warning where too few of them do.</summary>
    internal static void Moments<T>(string name, T x, long count, double correction)
        where T : ITensor<T>
    {
        if (!x.DType.IsFloatingPoint)
            throw Error.MomentsOf();
        if (count <= correction)
            Warnings.Warn(Error.DegreesOfFreedom(name));
    }

    /// <summary>Norms that are largest or smallest elements, or divide by a sum, do not exist where there are no elements.</summary>
    internal static void Norm<T>(T x, Scalar p, ReadOnlySpan<int> dims)
        where T : ITensor<T>
    {
        if (!x.DType.IsFloatingPoint)
            throw Error.NormOf(x.DType);
        if (x.Numel != 0 || (p.ToDouble() >= 0 && !double.IsPositiveInfinity(p.ToDouble())))
            return;
        if (dims.IsEmpty)
            throw Error.NormOfNothing(p);
        foreach (var dim in dims)
            if (x.Shape[dim] == 0)
                throw Error.NormOfEmptyDim(p, dim);
    }

    /// <summary>The size broadcasts to the shape.</summary>
    internal static void SumToSize(Shape shape, Shape size)
    {
        if (!BroadcastsTo(size, shape))
            throw Error.SumToSize(shape, size);
    }

    /// <summary>Whether a size broadcasts to a shape.</summary>
    internal static bool BroadcastsTo(Shape size, Shape shape)
    {
        var added = shape.Count - size.Count;
        return added >= 0 && !size.Where((length, dim) => length != 1 && length != shape[dim + added]).Any();
    }

    /// <summary>The dimension, counted from the front.</summary>
    internal static int Renorm<T>(T x, Scalar p, int dim, Scalar maxnorm)
        where T : ITensor<T>
    {
        if (!Given(x).DType.IsFloatingPoint)
            throw Error.RenormOf(x.DType);
        if (!(p.ToDouble() > 0))
            throw Error.RenormPower();
        if (!(maxnorm.ToDouble() >= 0))
            throw Error.RenormNorm(maxnorm.ToDouble());
        return x.Dim > 1 ? Dim.Wrap(dim, x.Dim) : throw Error.RenormDims(x.Dim);
    }

    internal static void Logcumsumexp<T>(T x)
        where T : ITensor<T>
    {
        if (!Given(x).DType.IsFloatingPoint)
            throw Error.NoKernel("logcumsumexp_out_cpu", x.DType);
    }
}
