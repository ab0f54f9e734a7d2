namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>x, with a dimension if it has none.</summary>
        public static T Atleast1d(T x) => x.Dim == 0 ? Reshape(x, 1) : x;

        /// <summary>x as a matrix, of one row if it has fewer than two dimensions.</summary>
        public static T Atleast2d(T x) => x.Dim switch
        {
            0 => Reshape(x, 1, 1),
            1 => T.Unsqueeze(x, 0),
            _ => x,
        };

        /// <summary>x with three dimensions at least: a vector [n] becomes [1, n, 1], a matrix [n, m] becomes [n, m, 1].</summary>
        public static T Atleast3d(T x) => x.Dim switch
        {
            0 => Reshape(x, 1, 1, 1),
            1 => T.Unsqueeze(T.Unsqueeze(x, 0), -1),
            2 => T.Unsqueeze(x, -1),
            _ => x,
        };

        /// <summary>As Cat.</summary>
        public static T Concat(ReadOnlySpan<T> tensors, int dim = 0) => T.Cat(tensors, dim);

        /// <summary>The tensors side by side: vectors one after another, others along their second dimension.</summary>
        public static T Hstack(ReadOnlySpan<T> tensors)
        {
            var parts = Each(tensors, Atleast1d);
            return T.Cat(parts, parts is [{ Dim: 1 }, ..] ? 0 : 1);
        }

        /// <summary>The tensors one below the other: a vector is a row.</summary>
        public static T Vstack(ReadOnlySpan<T> tensors) => T.Cat(Each(tensors, Atleast2d), 0);

        /// <summary>As Vstack.</summary>
        public static T RowStack(ReadOnlySpan<T> tensors) => Vstack(tensors);

        /// <summary>The tensors one behind the other, along the third dimension.</summary>
        public static T Dstack(ReadOnlySpan<T> tensors) => T.Cat(Each(tensors, Atleast3d), 2);

        /// <summary>The tensors side by side: a vector is a column.</summary>
        public static T ColumnStack(ReadOnlySpan<T> tensors)
            => Hstack<T>(Each(tensors, x => x.Dim <= 1 ? Reshape(x, x.Numel, 1) : x));

        /// <summary>The tensors, each expanded to the shape that all of them broadcast to: views.</summary>
        /// <exception cref="TorchException">The shapes do not broadcast.</exception>
        public static T[] BroadcastTensors(params ReadOnlySpan<T> tensors)
        {
            Shape shape = [];
            foreach (var tensor in tensors)
                shape = Layout.Broadcast(shape, Check.Given(tensor).Shape);
            return Each(tensors, x => T.Expand(x, shape));
        }

        /// <summary>The coordinates of the points of a mesh: result[k][i, j, ...] is the element of the k-th vector at its index among i, j, ...</summary>
        /// <param name="tensors">Vectors of one dtype; a 0-dim tensor has one element.</param>
        /// <param name="indexing">Whether the first index runs along the first vector or along the second.</param>
        /// <exception cref="TorchArgumentException">There is none, one has several dimensions, or their dtypes differ.</exception>
        public static T[] Meshgrid(ReadOnlySpan<T> tensors, MeshgridIndexing indexing = MeshgridIndexing.Ij)
        {
            Check.Meshgrid(tensors, indexing);
            if (indexing == MeshgridIndexing.Xy && tensors.Length >= 2)
            {
                var meshes = Meshgrid<T>([tensors[1], tensors[0], .. tensors[2..]]);
                (meshes[0], meshes[1]) = (meshes[1], meshes[0]);
                return meshes;
            }
            var shape = new long[tensors.Length];
            for (var dim = 0; dim < shape.Length; dim++)
                shape[dim] = tensors[dim].Numel;
            var results = new T[tensors.Length];
            for (var dim = 0; dim < results.Length; dim++)
            {
                var along = new long[shape.Length];
                Array.Fill(along, 1);
                along[dim] = shape[dim];
                results[dim] = T.Expand(T.View(tensors[dim], along), shape);
            }
            return results;
        }

        /// <summary>A row for every choice of one element of each vector, the last vector's fastest; of one vector itself.</summary>
        /// <exception cref="TorchArgumentException">There is none, one is no vector, or their dtypes differ.</exception>
        public static T CartesianProd(params ReadOnlySpan<T> tensors)
        {
            Check.CartesianProd(tensors);
            return tensors.Length == 1 ? tensors[0] : T.Stack(Each<T>(Meshgrid(tensors), mesh => Flatten(mesh)), 1);
        }

        /// <summary>A row for every choice of r elements of a vector, in the vector's order.</summary>
        /// <param name="x">A vector.</param>
        /// <param name="r">How many elements are chosen.</param>
        /// <param name="withReplacement">Whether an element may be chosen more than once.</param>
        /// <exception cref="TorchArgumentException">x is no vector, r is negative, or there are too many choices to look at.</exception>
        public static T Combinations(T x, int r = 2, bool withReplacement = false)
        {
            Check.Combinations(x, r);
            if (r == 0)
                return T.FromArray<double>([], [0], x.DType, x.Device, requiresGrad: false);
            var meshes = Meshgrid<T>(Repeated(x, r));
            var places = Meshgrid<T>(Repeated(T.Arange(0, x.Numel, 1, DType.Int64, x.Device, requiresGrad: false), r));
            var ordered = T.Full(meshes[0].Shape, true, DType.Bool, x.Device, requiresGrad: false);
            for (var i = 1; i < r; i++)
                ordered = T.BitwiseAnd(ordered, withReplacement ? T.Le(places[i - 1], places[i]) : T.Lt(places[i - 1], places[i]));
            return T.Stack(Array.ConvertAll(meshes, mesh => T.MaskedSelect(mesh, ordered)), 1);
        }
    }

    private static T[] Repeated<T>(T x, int count)
        where T : ITensor<T>
        => [.. Enumerable.Repeat(x, count)];

    private static T[] Each<T>(ReadOnlySpan<T> tensors, Func<T, T> function)
        where T : ITensor<T>
    {
        var results = new T[tensors.Length];
        for (var i = 0; i < results.Length; i++)
            results[i] = function(Check.Given(tensors[i]));
        return results;
    }
}
