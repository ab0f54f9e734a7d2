using CsCheck;

namespace TwinGrad.Fuzz.Arguments;

/// <summary>How a tensor's elements lie in memory.</summary>
internal enum MemoryLayout
{
    Contiguous,
    Transposed,
    Sliced,
    Expanded,
}

/// <summary>How a tensor came to be: what autograd knows of it.</summary>
internal enum Origin
{
    Plain,
    Leaf,
    Result,
    View,
    Disposed,
}

/// <summary>A tensor to make.</summary>
internal sealed record TensorSpec(long[] Shape, DType DType, MemoryLayout Layout, Origin Origin, double Value)
{
    /// <summary>Shapes that mostly broadcast, multiply or fit each other otherwise.</summary>
    private static readonly long[][] Family =
        [[], [1], [3], [2, 3], [3, 2], [2, 1], [1, 3], [3, 3], [2, 2, 3], [2, 3, 3], [1, 2, 1, 3], [2, 1, 2, 3, 3], [0], [0, 3], [2, 0]];

    internal static Gen<TensorSpec> Any { get; } = Gen.Select(
        Gen.Frequency((45, Gen.OneOf(Family)), (14, Gen.Long[0, 3].Array[0, 5]), (1, Gen.Const(1L).Array[60, 70])),
        Gen.Frequency((5, Gen.Const(DType.Float32)), (1, Gen.Const(DType.Float64)), (2, Gen.OneOf([.. DType.All]))),
        Gen.Frequency((3, Gen.Const(MemoryLayout.Contiguous)), (1, Gen.Enum<MemoryLayout>())),
        Gen.Frequency((3, Gen.Const(Origin.Leaf)), (2, Gen.OneOf(Origin.Plain, Origin.Result, Origin.View)), (1, Gen.Enum<Origin>())),
        Gen.Frequency(
            (10, Gen.OneOf(0.5, 1, 2, -1)), (2, Gen.OneOf(0, 1e30, 1e300, double.NaN, double.NegativeInfinity)),
            (1, Gen.OneOf((double)int.MinValue, long.MinValue, uint.MaxValue))),
        (shape, dtype, layout, origin, value) => new TensorSpec(shape, dtype, layout, origin, value));

    /// <summary>Places, classes or truth values: mostly of the first elements, often the same one several times, now and then far outside.</summary>
    internal static Gen<TensorSpec> Indices { get; } = Gen.Select(
        Any, Gen.OneOf<long[]?>(null, null, null, [1], [2], [3]),
        Gen.Frequency((4, Gen.Const(DType.Int64)), (2, Gen.Const(DType.Bool)), (1, Gen.OneOf(DType.Int32, DType.UInt8))),
        Gen.OneOf(MemoryLayout.Contiguous, MemoryLayout.Expanded),
        Gen.Frequency((8, Gen.OneOf(0, 0, 1, -1.0)), (1, Gen.OneOf(-7, 64, 1e15, -9e18))),
        (any, shape, dtype, layout, first) => new TensorSpec(shape ?? any.Shape, dtype, layout, Origin.Plain, first));

    internal Tensor Make()
    {
        var tensor = Laid();
        if (DType.IsFloatingPoint && Origin is Origin.Leaf or Origin.Result or Origin.View)
            tensor.RequiresGrad_();
        switch (Origin)
        {
            case Origin.Result:
                return tensor * 1;
            case Origin.View:
                return tensor.View(Shape);
            case Origin.Disposed:
                tensor.Dispose();
                break;
        }
        return tensor;
    }

    public override string ToString() => $"{Origin} {DType} [{string.Join(", ", Shape)}] {Layout} of {Scalars.Text(Value)}";

    private Tensor Laid()
    {
        switch (Layout)
        {
            case MemoryLayout.Transposed:
                int[] reversed = [.. Enumerable.Range(0, Shape.Length).Reverse()];
                return Filled([.. Shape.Reverse()]).Permute(reversed).Detach();
            case MemoryLayout.Sliced when Shape.Length > 0:
                return Filled([Shape[0] * 2, .. Shape[1..]]).Slice(0, 0, long.MaxValue, 2).Detach();
            case MemoryLayout.Expanded when Shape.Length > 0:
                return Filled([1, .. Shape[1..]]).Expand(Shape).Detach();
            default:
                return Filled(Shape);
        }
    }

    /// <summary>Counts up from the value, so that elements differ.</summary>
    private Tensor Filled(long[] shape)
    {
        var values = new double[TwinGrad.Shape.Create(shape).Numel];
        for (var i = 0; i < values.Length; i++)
            values[i] = Value + i;
        return Torch.Tensor<double>(values, shape, DType);
    }
}
