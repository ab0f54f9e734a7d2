namespace TwinGrad;

/// <summary>What can be checked by moving its elements one by one.</summary>
internal static class GradCheckInputs
{
    /// <summary>The inputs, none of them null, with a leaf in the place of each that requires grad; some has to.</summary>
    internal static T[] Prepared<T>(IReadOnlyList<T> inputs)
        where T : class, ITensor<T>
    {
        var points = Taken(inputs);
        for (var i = 0; i < points.Length; i++)
        {
            if (!points[i].RequiresGrad)
                continue;
            if (points[i].DType != DType.Float64)
                Warnings.Warn(GradCheckSentences.NotDouble(i));
            CheckOverlap(points[i], i);
            // What was computed of others may be part of a graph that needs its value as it is.
            if (!points[i].IsLeaf)
                points[i] = T.RequiresGrad_(T.Clone(T.Detach(points[i])), requiresGrad: true);
        }
        return Array.Exists(points, point => point.RequiresGrad) ? points : throw GradCheckSentences.NothingToCheck();
    }

    /// <summary>The tensors as an array, none of them null.</summary>
    internal static T[] Taken<T>(IReadOnlyList<T> tensors)
        where T : class, ITensor<T>
    {
        foreach (var tensor in tensors)
            ArgumentNullException.ThrowIfNull(tensor, nameof(tensors));
        return [.. tensors];
    }

    /// <summary>Moving one element must not move another.</summary>
    private static void CheckOverlap<T>(T input, int place)
        where T : class, ITensor<T>
    {
        for (var dim = 0; dim < input.Shape.Count; dim++)
            if (input.Strides[dim] == 0 && input.Shape[dim] > 1)
                throw GradCheckSentences.StrideOfZero(place);
        var seen = new HashSet<long>();
        foreach (var offset in Offsets(input.Shape, input.Strides))
            if (!seen.Add(offset))
                throw GradCheckSentences.Overlap(place);
    }

    private static IEnumerable<long> Offsets(Shape shape, Shape strides)
    {
        IEnumerable<long> offsets = [0];
        for (var dim = 0; dim < shape.Count; dim++)
        {
            var (length, stride) = (shape[dim], strides[dim]);
            offsets = offsets.SelectMany(offset => Enumerable.Range(0, (int)length).Select(place => offset + place * stride));
        }
        return offsets;
    }
}
