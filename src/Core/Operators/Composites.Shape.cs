namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>A dimension cut into several, a view; one length may be -1.</summary>
        /// <exception cref="TorchArgumentException">The lengths do not make up the dimension.</exception>
        public static T Unflatten(T x, int dim, params ReadOnlySpan<long> sizes)
        {
            var (place, lengths) = Check.Unflatten(x, dim, sizes);
            var shape = x.Shape.AsSpan();
            return T.View(x, [.. shape[..place], .. lengths, .. shape[(place + 1)..]]);
        }

        /// <summary>All elements in row-major order as a vector: a view where x lies so, else a copy.</summary>
        public static T Ravel(T x) => T.View(T.Contiguous(x), [-1]);

        /// <summary>x under the shape of another tensor, a view.</summary>
        public static T ViewAs(T x, T other) => T.View(x, Check.Given(other).Shape);

        /// <summary>x under the shape of another tensor: a view where strides allow it, else a copy.</summary>
        public static T ReshapeAs(T x, T other) => Reshape(x, Check.Given(other).Shape);

        /// <summary>x expanded to the shape of another tensor, a view.</summary>
        public static T ExpandAs(T x, T other) => T.Expand(x, Check.Given(other).Shape);

        /// <summary>x expanded to a shape, a view: as Expand.</summary>
        public static T BroadcastTo(T x, params ReadOnlySpan<long> size) => T.Expand(x, size);

        /// <summary>Two dimensions swapped, a view: as Transpose.</summary>
        public static T Swapaxes(T x, int axis0, int axis1) => T.Transpose(x, axis0, axis1);

        /// <summary>A matrix with the elements of x, in row-major order, on a diagonal.</summary>
        public static T Diagflat(T x, int offset = 0) => Diag(Ravel(x), offset);

        /// <summary>Where the condition is not 0: for each dimension a vector of int64 indices, of a 0-dim tensor one.</summary>
        public static T[] Where(T condition) => T.Unbind(T.Nonzero(Atleast1d(condition)), 1);

        /// <summary>Where x is not 0: a row of int64 indices for each such element, as Nonzero.</summary>
        public static T Argwhere(T x) => T.Nonzero(x);
    }

    /// <summary>A number as the 0-dim tensor that it meets x as.</summary>
    private static T Beside<T>(Scalar value, T x)
        where T : ITensor<T>
        => T.Full([], value, Promotion.Of(Check.Given(x).DType, value), x.Device, requiresGrad: false);

    /// <summary>The last two dimensions swapped, a view: <c>x.mT</c> and, as numbers are real, <c>x.mH</c>.</summary>
    internal static T BatchTransposed<T>(T x, string name)
        where T : ITensor<T>
    {
        if (x.Dim >= 2)
            return T.Transpose(x, -2, -1);
        if (x.Dim == 1)
            throw Error.BatchTransposeOfVector(name);
        Warnings.Warn(ArrangementWarning.BatchTransposeOf0Dim(name));
        return x;
    }

    /// <summary>The transpose of one matrix, a view: <c>x.H</c>, as numbers are real.</summary>
    internal static T ConjugateTransposed<T>(T x)
        where T : ITensor<T>
    {
        if (x.Dim == 2)
            return T.Transpose(x, 0, 1);
        if (x.Dim != 0)
            throw Error.HDims(x.Dim);
        Warnings.Warn(ArrangementWarning.HOf0Dim);
        return x;
    }
}
