using System.Text.Json;
using System.Text.Json.Serialization;
using TwinGrad.Conformance.Python;

namespace TwinGrad.Conformance;

/// <summary>A sample of PyTorch's operator database: a call, what it returns, and the gradients behind it.</summary>
/// <param name="Id">The sample's name.</param>
/// <param name="Op">The operator's name in the database.</param>
/// <param name="Call">What is called: the name of a function, a lambda, or a <c>def</c>.</param>
/// <param name="SeededRandom">Whether the call draws random numbers.</param>
/// <param name="Input">The first argument, as an <see cref="OpinfoValueConverter"/> reads it.</param>
/// <param name="Args">The further arguments.</param>
/// <param name="Kwargs">The arguments with names.</param>
/// <param name="Outputs">The tensors returned, depth first.</param>
/// <param name="Grads">d(sum of outputs * cotangents) by each tensor that requires grad, in the arguments' order, depth first.</param>
/// <param name="Second">The gradient of the sum of the squares of all <paramref name="Grads"/>; null where there is none.</param>
/// <param name="OutputProcess">The Python source of the function that the outputs went through first.</param>
public sealed record OpinfoCase(
    string Id,
    string Op,
    string Call,
    bool SeededRandom,
    [property: JsonConverter(typeof(OpinfoValueConverter))] object? Input,
    [property: JsonConverter(typeof(OpinfoValueConverter.Items))] IReadOnlyList<object?> Args,
    [property: JsonConverter(typeof(OpinfoValueConverter.Named))] IReadOnlyDictionary<string, object?> Kwargs,
    IReadOnlyList<OpinfoTensor> Outputs,
    IReadOnlyList<OpinfoTensor?> Grads,
    OpinfoSecond? Second,
    string? OutputProcess = null) : ICase
{
    /// <summary>Whether an argument is a tensor of fewer digits than float64 has: PyTorch rounds what it computes with that.</summary>
    internal bool IsCoarse => Kwargs.Values.Concat(Args).Append(Input).Any(IsCoarseTensor);

    private static bool IsCoarseTensor(object? argument) => argument switch
    {
        OpinfoTensor { Dtype: "float32" or "float16" or "bfloat16" } => true,
        PythonSequence { Items: var items } => items.Any(IsCoarseTensor),
        _ => false,
    };
}

/// <summary>A recorded tensor.</summary>
/// <param name="Shape">The lengths of its dimensions.</param>
/// <param name="Data">Its elements, row-major.</param>
/// <param name="Dtype">PyTorch's name of its dtype; null for a gradient's, which is its tensor's own.</param>
/// <param name="RequiresGrad">Whether it requires grad.</param>
/// <param name="Cotangent">What an output is multiplied by before the sum that is differentiated; null: it is not differentiable.</param>
public sealed record OpinfoTensor(
    IReadOnlyList<long> Shape,
    IReadOnlyList<Scalar> Data,
    string? Dtype = null,
    bool RequiresGrad = false,
    IReadOnlyList<Scalar>? Cotangent = null)
{
    /// <summary>Its elements, row-major.</summary>
    public IReadOnlyList<Scalar> Data { get; } = Filling(Data, Shape);

    /// <summary>What an output is multiplied by before the sum that is differentiated.</summary>
    public IReadOnlyList<Scalar>? Cotangent { get; } = Cotangent is null ? null : Filling(Cotangent, Shape);

    private static IReadOnlyList<Scalar> Filling(IReadOnlyList<Scalar> data, IReadOnlyList<long> shape)
        => data.Count == shape.Aggregate(1L, (numel, length) => numel * length)
            ? data
            : throw new JsonException($"{data.Count} values do not fill the shape [{string.Join(", ", shape)}]");
}

/// <summary>The recorded gradient of second order.</summary>
/// <param name="Gradients">By each tensor that requires grad; null where the gradient of first order has no graph.</param>
[JsonConverter(typeof(OpinfoSecondConverter))]
public sealed record OpinfoSecond(IReadOnlyList<OpinfoTensor?>? Gradients);
