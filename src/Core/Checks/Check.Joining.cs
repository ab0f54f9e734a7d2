namespace TwinGrad;

internal static partial class Check
{
    // All n^r choices are looked at, those out of order too: as many elements as fit into memory, with as many dimensions as libtorch has.
    private const double MostChoices = 1L << 28;
    private const int MostDims = 64;

    /// <summary>The dimension to join along, counted from the front, of tensors that fit together.</summary>
    internal static int Cat<T>(ReadOnlySpan<T> tensors, int dim)
        where T : ITensor<T>
    {
        if (tensors.IsEmpty)
            throw Error.CatOfNothing();
        for (var i = 0; i < tensors.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(tensors[i], nameof(tensors));
            if (tensors[i].Dim == 0)
                throw Error.CatOf0Dim(i);
        }
        if (FirstThatCounts(tensors) is not { } first)
            return 0; // so many times nothing is nothing, along whatever dimension
        var place = Dim.Wrap(dim, first.Dim);
        for (var i = 0; i < tensors.Length; i++)
            if (!Layout.IsLegacyEmpty(tensors[i].Shape))
                CheckFits(first.Shape, tensors[i].Shape, place, i);
        return place;
    }

    /// <summary>The new dimension, counted from the front.</summary>
    internal static int Stack<T>(ReadOnlySpan<T> tensors, int dim)
        where T : ITensor<T>
    {
        if (tensors.IsEmpty)
            throw Error.StackOfNothing();
        for (var i = 0; i < tensors.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(tensors[i], nameof(tensors));
            if (tensors[i].Shape != tensors[0].Shape)
                throw Error.StackShapes(tensors[0].Shape, tensors[i].Shape, i);
        }
        return Dim.Wrap(dim, tensors[0].Dim + 1);
    }

    private static T? FirstThatCounts<T>(ReadOnlySpan<T> tensors)
        where T : ITensor<T>
    {
        foreach (var tensor in tensors)
            if (!Layout.IsLegacyEmpty(tensor.Shape))
                return tensor;
        return default;
    }

    private static void CheckFits(Shape first, Shape other, int place, int position)
    {
        if (first.Count != other.Count)
            throw Error.CatDims(first.Count, other.Count);
        for (var dim = 0; dim < first.Count; dim++)
            if (dim != place && first[dim] != other[dim])
                throw Error.CatLengths(place, first[dim], other[dim], position);
    }

    internal static void BlockDiag<T>(ReadOnlySpan<T> tensors)
        where T : ITensor<T>
    {
        for (var i = 0; i < tensors.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(tensors[i], nameof(tensors));
            if (tensors[i].Dim > 2)
                throw Error.BlockDiagDims(i, tensors[i].Dim);
        }
    }

    internal static void Meshgrid<T>(ReadOnlySpan<T> tensors, MeshgridIndexing indexing)
        where T : ITensor<T>
    {
        if (tensors.IsEmpty)
            throw Error.MeshgridOfNothing();
        if (!Enum.IsDefined(indexing))
            throw Error.NoMeshgridIndexing(indexing);
        foreach (var tensor in tensors)
        {
            ArgumentNullException.ThrowIfNull(tensor, nameof(tensors));
            if (tensor.DType != tensors[0].DType)
                throw Error.MeshgridDTypes();
            if (tensor.Dim > 1)
                throw Error.MeshgridDims(tensor.Shape);
        }
    }

    internal static void CartesianProd<T>(ReadOnlySpan<T> tensors)
        where T : ITensor<T>
    {
        foreach (var tensor in tensors)
        {
            ArgumentNullException.ThrowIfNull(tensor, nameof(tensors));
            if (tensor.Dim != 1)
                throw Error.NotAVector(tensor.Shape);
        }
        Meshgrid(tensors, MeshgridIndexing.Ij);
    }

    internal static void Combinations<T>(T x, int r)
        where T : ITensor<T>
    {
        if (x.Dim != 1)
            throw Error.NotAVector(x.Shape);
        if (r < 0)
            throw Error.NegativeChoice(r);
        if (r > MostDims || Math.Pow(x.Numel, r) > MostChoices)
            throw Error.TooManyChoices(x.Numel, r);
    }
}
