using System.Collections.Concurrent;

namespace TwinGrad;

/// <summary>An operator on indices, of which some are left out, and on values that go there.</summary>
/// <remarks>No list of tensors has a place without one, so each number of indices has a function of its own, with so many optional tensors.</remarks>
/// <param name="expression">The operator on x, the list {0}, the values and whether they are added.</param>
internal sealed class IndexingFunction(string expression)
{
    private readonly ConcurrentDictionary<int, NativeFunction> _byCount = new();

    /// <inheritdoc cref="NativeFunction.Call"/>
    internal nint[] Call(Tensor x, ReadOnlySpan<Tensor?> indices, Tensor values, bool accumulate)
    {
        var arguments = new NativeArgument[indices.Length + 3];
        arguments[0] = x;
        for (var i = 0; i < indices.Length; i++)
            arguments[i + 1] = indices[i];
        arguments[^2] = values;
        arguments[^1] = accumulate;
        return _byCount.GetOrAdd(indices.Length, Declare).Call(arguments);
    }

    private NativeFunction Declare(int count)
    {
        string[] names = [.. Enumerable.Range(0, count).Select(i => $"i{i}")];
        return new(
            $"x: Tensor, {string.Concat(names.Select(name => $"{name}: Optional[Tensor], "))}values: Tensor, accumulate: bool",
            expression.Replace("{0}", $"[{string.Join(", ", names)}]", StringComparison.Ordinal));
    }
}
