namespace TwinGrad.Conformance.Python;

/// <summary>What <c>x[index]</c> means: for tensors the contract's index, for lists and tuples a place.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
internal static class PythonIndexing<T>
    where T : class, ITensor<T>
{
    internal static object? Get(object? target, object? index) => (target, index) switch
    {
        (T x, _) => x[Indices(index)],
        (PythonParameterGroup<T> group, string name) => group[name],
        _ => PythonSequences.Get(target, index),
    };

    internal static void Set(object? target, object? index, object? value)
    {
        switch (target, index)
        {
            case (T x, _):
                x[Indices(index)] = value switch
                {
                    T tensor => tensor,
                    Scalar number => TensorFactory<T>.Tensor(number, dtype: x.DType),
                    _ => throw new PythonMismatchException($"x[i] = {PythonType.Name(value)}"),
                };
                break;
            case (PythonParameterGroup<T> group, string name):
                group[name] = value;
                break;
            default:
                throw new PythonUnsupportedException($"{PythonType.Name(target)}[{PythonType.Name(index)}] = {PythonType.Name(value)}");
        }
    }

    private static TensorIndex[] Indices(object? index)
        => index switch
        {
            PythonTuple { Items: var several } => [.. several.Select(Index)],
            // Indices in a list are read as if they stood in a tuple, unless all are numbers.
            PythonList { Items: var several } when several.Any(item => item is not Scalar) => [.. several.Select(Index)],
            _ => [Index(index)],
        };

    private static TensorIndex Index(object? index) => index switch
    {
        null => TensorIndex.NewAxis,
        PythonEllipsis => TensorIndex.Ellipsis,
        PythonSlice(var start, var stop, var step) => TensorIndex.Slice(start, stop, step ?? 1),
        Scalar { Kind: DTypeCategory.Integer } place => place.ToInt64(),
        T tensor => TensorIndex.Of(tensor),
        PythonList { Items: var items } when items.All(item => item is Scalar { Kind: DTypeCategory.Integer })
            => TensorIndex.Of(TensorFactory<T>.Tensor<long>([.. items.Select(item => ((Scalar)item!).ToInt64())])),
        _ => throw new PythonUnsupportedException($"an index that is a {PythonType.Name(index)}"),
    };
}
