using System.Text.Json;

namespace TwinGrad.Conformance;

/// <summary>A recorded tensor.</summary>
/// <param name="Dtype">PyTorch's name of its dtype, without the module.</param>
/// <param name="Shape">The lengths of its dimensions.</param>
/// <param name="Values">Its elements, row-major.</param>
/// <param name="RequiresGrad">Whether it requires grad.</param>
public record ReprTensor(string Dtype, IReadOnlyList<long> Shape, IReadOnlyList<Scalar> Values, bool RequiresGrad)
{
    /// <summary>Its elements, row-major.</summary>
    public IReadOnlyList<Scalar> Values { get; } = Values.Count == Shape.Aggregate(1L, (numel, length) => numel * length)
        ? Values
        : throw new JsonException($"{Values.Count} values do not fill the shape [{string.Join(", ", Shape)}]");
}

/// <summary>A tensor and the text that PyTorch prints for it.</summary>
/// <param name="Id">The case's name.</param>
/// <param name="Dtype">The dtype of the tensor printed.</param>
/// <param name="Shape">The shape of the tensor printed.</param>
/// <param name="Values">The elements of the tensor printed.</param>
/// <param name="RequiresGrad">Whether the tensor printed requires grad.</param>
/// <param name="GradFn">The autograd node that made it; null for a leaf.</param>
/// <param name="Build">How to make it: <c>leaf</c>, or <c>op</c> for the result of <paramref name="Expr"/>.</param>
/// <param name="Repr">The text recorded.</param>
/// <param name="Inputs">The leaves that <paramref name="Expr"/> names.</param>
/// <param name="Expr">The Python expression whose result it is.</param>
public sealed record ReprCase(
    string Id,
    string Dtype,
    IReadOnlyList<long> Shape,
    IReadOnlyList<Scalar> Values,
    bool RequiresGrad,
    string? GradFn,
    string Build,
    string Repr,
    IReadOnlyDictionary<string, ReprTensor>? Inputs = null,
    string? Expr = null) : ReprTensor(Dtype, Shape, Values, RequiresGrad);
