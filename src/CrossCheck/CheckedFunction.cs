using ReferenceTensor = TwinGrad.Reference.Tensor;
using TorchTensor = TwinGrad.Tensor;

namespace TwinGrad;

/// <summary>A function that is checked, on both engines.</summary>
/// <param name="Name">As the caller wrote it: <c>Loss</c>, or a lambda's text, on one line and cut off where it is long.</param>
/// <param name="OnTorch">On libtorch.</param>
/// <param name="OnReference">On the reference engine.</param>
/// <param name="Arguments">What it calls its arguments.</param>
internal sealed record CheckedFunction(
    string Name,
    Func<TorchTensor[], TorchTensor> OnTorch,
    Func<ReferenceTensor[], ReferenceTensor> OnReference,
    IReadOnlyList<string> Arguments)
{
    private const int Longest = 80;

    public string Name { get; } = OnOneLine(Name);

    /// <summary>The names of a function's parameters, as many as it has inputs. One that closes over its first has that before them.</summary>
    internal static IReadOnlyList<string> ParametersOf(Delegate function, int count)
        => [.. function.Method.GetParameters().TakeLast(count).Select((parameter, i) => parameter.Name ?? $"inputs[{i}]")];

    /// <summary>The elements of a function's one parameter.</summary>
    internal static IReadOnlyList<string> ElementsOf(Delegate function, int count)
        => [.. Enumerable.Range(0, count).Select(i => $"{ParametersOf(function, 1)[0]}[{i}]")];

    private static string OnOneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : $"{line[..(Longest - 3)]}...";
    }
}
