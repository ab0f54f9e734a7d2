namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>Gather, after both were broadcast to each other in the other dimensions: what Argsort gives is such an index.</summary>
        /// <param name="x">The tensor.</param>
        /// <param name="indices">The places to take, int64.</param>
        /// <param name="dim">The dimension; without one, all elements in row-major order are taken from.</param>
        /// <exception cref="TorchArgumentException">The numbers of dimensions differ, or the indices are not int64.</exception>
        public static T TakeAlongDim(T x, T indices, int? dim = null)
        {
            if (Check.Given(indices).DType != DType.Int64)
                throw Error.TakeAlongDimOf(indices.DType);
            if (dim is null)
                return T.Gather(Reshape(x, -1), 0, Reshape(indices, -1));
            if (x.Dim != indices.Dim)
                throw Error.TakeAlongDimDims(x.Dim, indices.Dim);
            var place = Dim.Wrap(dim.Value, x.Dim);
            return T.Gather(
                T.Expand(x, Layout.Broadcast(x.Shape, Except(indices.Shape, place, x.Shape))),
                place,
                T.Expand(indices, Layout.Broadcast(Except(x.Shape, place, indices.Shape), indices.Shape)));
        }

        /// <summary>The places of the elements in order along a dimension.</summary>
        public static T Argsort(T x, int dim = -1, bool descending = false) => T.Sort(x, dim, descending).Indices;
    }

    /// <summary>The shape, but along one dimension as long as another.</summary>
    private static Shape Except(Shape shape, int place, Shape other)
        => [.. shape.Select((length, dim) => dim == place ? other[dim] : length)];
}
