namespace TwinGrad;

/// <summary>An input of a function that both engines compute.</summary>
internal sealed record Input(long[] Shape, double[] Values)
{
    /// <summary>The dtype of what is no floating-point input, whatever the others' is: places, classes, masks.</summary>
    internal DType? DType { get; init; }

    internal static Input Of(params double[] values) => new([values.Length], values);

    /// <summary>The input as a leaf of an engine.</summary>
    internal T Leaf<T>(DType dtype)
        where T : class, ITensor<T>
    {
        var own = DType ?? dtype;
        return TensorFactory<T>.Tensor<double>(Values, Shape, own, requiresGrad: own.IsFloatingPoint);
    }

    /// <summary>A leaf of which <see cref="View"/> is the input, every second element in the order of the reversed dimensions.</summary>
    internal T StridedLeaf<T>(DType dtype)
        where T : class, ITensor<T>
    {
        var reversed = T.Permute(Leaf<T>(dtype).Detach(), [.. Enumerable.Range(0, Shape.Length).Reverse()]);
        return T.Stack([reversed, reversed], reversed.Dim).RequiresGrad_(dtype.IsFloatingPoint);
    }

    /// <summary>The input as a view of its strided leaf.</summary>
    internal static T View<T>(T leaf)
        where T : class, ITensor<T>
        => T.Permute(T.Select(leaf, -1, 1), [.. Enumerable.Range(0, leaf.Dim - 1).Reverse()]);

    public override string ToString() => $"{TwinGrad.Shape.Create(Shape)}: {string.Join(", ", Values)}";
}
