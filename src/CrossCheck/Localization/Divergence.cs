using System.Globalization;

namespace TwinGrad;

/// <summary>Where the engines part: the first operation that both were given the same and made something different of.</summary>
public sealed record Divergence
{
    /// <summary>Which derivative parts: 0 is the value, 1 the gradient, 2 the gradient's gradient.</summary>
    public required int Order { get; init; }

    /// <summary>The operation's node on libtorch: <c>SinBackward0</c>.</summary>
    public required string Operator { get; init; }

    /// <summary>Which of its inputs the gradient is of; 0 for a value.</summary>
    public required int Input { get; init; }

    /// <summary>The element where the engines are furthest apart, of the input or, for a value, of the result, in row-major order.</summary>
    public required long Element { get; init; }

    /// <summary>What the operation's inputs hold there: the number of one that has a single element, the element in that place where the operation computes element by element, else null.</summary>
    public required IReadOnlyList<double?> InputValues { get; init; }

    /// <summary>What libtorch makes of it.</summary>
    public required double Torch { get; init; }

    /// <summary>What the reference engine makes of it.</summary>
    public required double Reference { get; init; }

    /// <summary>The call of the operation.</summary>
    public required CallSite? CallSite { get; init; }

    /// <summary><c>SinBackward0 at Loss.cs:12 in Loss: gradient of input 0, element 3, where the inputs are 0.5: libtorch 0.87, reference 0.97</c>.</summary>
    public override string ToString()
    {
        var what = Order switch { 0 => "value", 1 => $"gradient of input {Input}", _ => $"derivative of the gradient, by input {Input} or what arrives" };
        var known = InputValues.OfType<double>().ToArray();
        var where = known.Length == 0 ? "" : $", where the inputs are {string.Join(", ", known.Select(PythonFloat.Repr))}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Operator}{(CallSite is { } site ? $" at {site}" : "")}: {what}, element {Element}{where}: libtorch {PythonFloat.Repr(Torch)}, reference {PythonFloat.Repr(Reference)}");
    }
}
