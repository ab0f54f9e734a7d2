namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Index(Tensor x, ReadOnlySpan<Tensor?> indices)
    {
        var (positions, shape) = Named(x, indices);
        return Pick("IndexBackward0", x, positions, shape);
    }

    /// <inheritdoc/>
    public static Tensor IndexPut(Tensor x, ReadOnlySpan<Tensor?> indices, Tensor values, bool accumulate)
        => Putting(x, indices, values, accumulate)(x);

    /// <inheritdoc/>
    public static Tensor IndexPut_(Tensor x, ReadOnlySpan<Tensor?> indices, Tensor values, bool accumulate)
        => InPlace(x, Putting(x, indices, values, accumulate), values);

    /// <summary>What puts the values into x, or into a copy of it.</summary>
    private static Func<Tensor, Tensor> Putting(Tensor x, ReadOnlySpan<Tensor?> indices, Tensor values, bool accumulate)
    {
        Check.IndexPut(x, indices);
        var (positions, shape) = Named(x, indices);
        // A number goes where a mask is true in whatever dtype: libtorch fills there then.
        var fills = values.Numel == 1 && !accumulate && indices[^1] is { DType: var last } && last == DType.Bool && Only(indices);
        if (values.DType != x.DType && !fills)
            throw Error.IndexPutDTypes(x.DType, values.DType);
        return into => Put("IndexPutBackward0", into, positions, Spread(values, shape).To(into.DType), accumulate);
    }

    /// <summary>Whether one index alone is a tensor.</summary>
    private static bool Only(ReadOnlySpan<Tensor?> indices)
    {
        var tensors = 0;
        foreach (var index in indices)
            tensors += index is null ? 0 : 1;
        return tensors == 1;
    }

    private static Tensor Spread(Tensor value, Shape shape)
    {
        if (value.Shape == shape)
            return value;
        var fits = value.Dim <= shape.Count;
        for (var dim = 1; dim <= value.Dim && fits; dim++)
            fits = value.Shape[^dim] == 1 || value.Shape[^dim] == shape[^dim];
        return fits ? Expand(value, shape) : throw Error.IndexPutShape(value.Shape, shape);
    }

    /// <summary>The positions of the elements that indices name together, and their shape.</summary>
    /// <remarks>
    /// Indexed dimensions that lie side by side are replaced by those of the indices; where others lie between, these come first.
    /// </remarks>
    private static (long[] Positions, Shape Shape) Named(Tensor x, ReadOnlySpan<Tensor?> indices)
    {
        Check.Index(x, indices);
        var places = Places(indices);
        int[] named = [.. Enumerable.Range(0, places.Count).Where(dim => places[dim] is not null)];
        var common = Common([.. named.Select(dim => places[dim]!)]);
        var offsets = Offsets(x, named, [.. named.Select(dim => places[dim]!.Read(common))], common);

        var first = named[^1] - named[0] == named.Length - 1 ? named[0] : 0;
        int[] others = [.. Enumerable.Range(0, x.Dim).Except(named)];
        var (before, after) = (Walk(x, others[..first]), Walk(x, others[first..]));
        long[] positions = [.. from b in before from o in offsets from a in after select b + o + a];
        return (positions, [.. others[..first].Select(dim => x.Shape[dim]), .. common, .. others[first..].Select(dim => x.Shape[dim])]);
    }

    /// <summary>The indices with each mask replaced by the places where it is true, one index for each of its dimensions.</summary>
    private static List<Tensor?> Places(ReadOnlySpan<Tensor?> indices)
    {
        var places = new List<Tensor?>();
        foreach (var index in indices)
        {
            if (index is null || !Indexing.IsMask(index))
                places.Add(index is null ? null : Detach(index));
            else
                places.AddRange(Unbind(Nonzero(index), 1));
        }
        return places;
    }

    private static Shape Common(Tensor[] places)
    {
        try
        {
            return places.Aggregate((Shape)[], (shape, index) => Layout.Broadcast(shape, index.Shape));
        }
        catch (TorchException)
        {
            throw Error.IndexShapes(places.Select(index => index.Shape));
        }
    }

    /// <summary>What each element of the common shape adds to a position.</summary>
    private static long[] Offsets(Tensor x, int[] named, double[][] places, Shape common)
    {
        var strides = Layout.Contiguous(x.Shape);
        if (common.Numel > 0 && named.Any(dim => x.Shape[dim] == 0))
            throw Error.IndexOfEmptyDim();
        var offsets = new long[common.Numel];
        for (var k = 0; k < named.Length; k++)
        {
            var length = x.Shape[named[k]];
            for (var i = 0; i < offsets.Length; i++)
            {
                var place = (long)places[k][i];
                offsets[i] += (place >= -length && place < length ? (place + length) % length : throw Error.IndexOutOfRange(place, k, length))
                    * strides[named[k]];
            }
        }
        return offsets;
    }

    /// <summary>What each place of some dimensions adds to a position, in row-major order.</summary>
    private static long[] Walk(Tensor x, int[] dims)
    {
        var strides = Layout.Contiguous(x.Shape);
        Shape lengths = [.. dims.Select(dim => x.Shape[dim])];
        Shape steps = [.. dims.Select(dim => strides[dim])];
        var offsets = new long[lengths.Numel];
        for (var i = 0; i < offsets.Length; i++)
            offsets[i] = Strided.Position(i, lengths, steps, 0);
        return offsets;
    }
}
