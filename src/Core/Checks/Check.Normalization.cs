namespace TwinGrad;

internal static partial class Check
{
    /// <summary>A mean of one value is that value: nothing would be left of it.</summary>
    internal static void MoreThanOneValue(Shape x)
    {
        if (x.Count > 1 && x[0] * Layout.Numel(x.AsSpan()[2..]) == 1)
            throw Error.OneValuePerChannel($"torch.Size({x})");
    }

    internal static void NativeBatchNorm<T>(T x, T? weight, T? bias, T? runningMean, T? runningVar, bool training)
        where T : ITensor<T>
    {
        var channels = Given(x).Shape[Dim.Wrap(1, x.Dim)];
        foreach (var (name, vector) in ((string, T?)[])
            [("running_mean", runningMean), ("running_var", runningVar), ("weight", weight), ("bias", bias)])
        {
            if (vector is not null && vector.Numel != channels)
                throw Error.FeatureCount(name, channels, vector.Numel);
            SameDType(x, vector);
        }
        if (!training && runningMean is null)
            throw Error.NoRunningStats("running_mean");
        if (!training && runningVar is null)
            throw Error.NoRunningStats("running_var");
    }

    internal static void InstanceNorm<T>(T x, T? runningMean, T? runningVar, bool useInputStats)
        where T : ITensor<T>
    {
        var shape = Given(x).Shape;
        if (useInputStats && shape.Skip(2).All(length => length == 1))
            throw Error.OneSpatialElement(shape);
        if (!useInputStats && (runningMean is null || runningVar is null))
            throw Error.NoStatsOfInstances();
    }

    internal static void NormalizedShape<T>(T x, ReadOnlySpan<long> normalizedShape, T? weight, T? bias)
        where T : ITensor<T>
    {
        Shape normalized = Shape.Create(normalizedShape);
        if (normalized.Count == 0)
            throw Error.NormalizedShapeEmpty();
        foreach (var (name, tensor) in ((string, T?)[])[("weight", weight), ("bias", bias)])
        {
            if (tensor is not null && tensor.Shape != normalized)
                throw Error.NormalizedWeight(name, tensor.Shape, normalized);
            SameDType(x, tensor);
        }
        if (!Given(x).Shape.Skip(x.Dim - normalized.Count).SequenceEqual(normalized))
            throw Error.NormalizedInput(normalized, x.Shape);
    }

    internal static void GroupNorm<T>(T x, int numGroups, T? weight, T? bias)
        where T : ITensor<T>
    {
        if (Given(x).Dim < 2)
            throw Error.GroupNormDims(x.Dim);
        if (numGroups <= 0)
            throw Error.NumGroups(numGroups);
        var channels = x.Shape[1];
        if (x.Shape[0] * channels / numGroups * Layout.Numel(x.Shape.AsSpan()[2..]) == 1)
            throw Error.OneValuePerChannel(Shape.Create([x.Shape[0] * channels / numGroups, numGroups, .. x.Shape.AsSpan()[2..]]).ToString());
        if (channels % numGroups != 0)
            throw Error.GroupsOfChannels(x.Shape, numGroups);
        foreach (var (name, vector) in ((string, T?)[])[("weight", weight), ("bias", bias)])
        {
            if (vector is not null && (vector.Dim != 1 || vector.Numel != channels))
                throw Error.GroupNormWeight(name, vector.Shape, x.Shape);
            SameDType(x, vector);
        }
    }

    internal static void LocalResponseNorm<T>(T x, int size)
        where T : ITensor<T>
    {
        if (Given(x).Dim < 3)
            throw Error.LocalResponseDims(x.Dim);
        if (size <= 0)
            throw Error.LocalResponseSize(size);
    }

    private static void SameDType<T>(T x, T? other)
        where T : ITensor<T>
    {
        if (other is not null && other.DType != Given(x).DType)
            throw Error.BatchDTypes(x.DType, other.DType);
    }
}
