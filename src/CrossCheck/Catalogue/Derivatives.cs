namespace TwinGrad;

/// <summary>What a function makes of its inputs: the value, its gradient for a fixed cotangent, and the gradient of that gradient's square.</summary>
/// <remarks>
/// No gradient is one of no elements; none is worked out of what the value does not depend on. <see cref="PerUnit"/> has the cotangent of a
/// single number taken out.
/// </remarks>
internal sealed record Derivatives(Shape Shape, DType DType, double[] Value, double[][] First, double[][] Second)
{
    // Not 1, so that no rule can forget to multiply by what it is given; a power of two, so that it is taken out without rounding.
    internal const double OfOneNumber = 2;

    /// <summary>The node that was recorded for the value.</summary>
    internal string? Node { get; init; }

    /// <param name="function">The function on an engine.</param>
    /// <param name="inputs">Where to differentiate.</param>
    /// <param name="dtype">The dtype of the inputs.</param>
    /// <param name="strided">Whether the function sees inputs whose elements don't lie side by side.</param>
    /// <param name="orders">How often to differentiate.</param>
    /// <param name="rounding">What becomes of every number that an operation makes, and that the backward pass starts from; null for itself.</param>
    internal static Derivatives Of<T>(
        Func<T[], T> function, IReadOnlyList<Input> inputs, DType dtype, bool strided = false, int orders = 2, Func<double, double>? rounding = null)
        where T : class, ITensor<T>
    {
        using var recording = new Recording<T>();
        var leaves = inputs.Select(input => strided ? input.StridedLeaf<T>(dtype) : input.Leaf<T>(dtype)).ToArray();
        T y;
        using (rounding is null ? default : new TraceScope(Tracing.Begin(Anomalies.None, made => T.Perturb((T)made, rounding))))
            y = function(strided ? [.. leaves.Select(Input.View)] : leaves);
        Check.FunctionOutputs([y], "a cross-check", several: false);
        var value = y.ToArray<double>();
        if (!y.RequiresGrad || orders == 0)
            return new(y.Shape, y.DType, value, [], []);

        // Not the pass whose gradients are differentiated again: some of libtorch's rules compute them in another way there.
        var cotangent = Cotangent(y, rounding: rounding);
        var first = Gradients(y, leaves, cotangent, retainGraph: orders > 1).Select(Elements).ToArray();
        var gradients = orders > 1 ? Gradients(y, leaves, cotangent, createGraph: true) : [];
        var square = gradients.Where(gradient => gradient is { RequiresGrad: true }).Aggregate(
            (T?)null, (sum, gradient) => sum is null ? gradient!.Pow(2).Sum() : sum + gradient!.Pow(2).Sum());
        var second = square is null
            ? Array.ConvertAll(leaves, _ => Array.Empty<double>())
            : [.. Gradients(square, leaves, cotangent: null).Select(Elements)];
        return new(y.Shape, y.DType, value, first, second) { Node = y.GradFn?.Name };
    }

    /// <summary>The sum of the value's elements times the cotangents: the number whose gradient the first derivative is.</summary>
    internal double Weighted => Value.Select((value, i) => value * Cotangent(i, Value.Length)).Sum();

    /// <summary>The same, of a value of one element the derivatives themselves: what its cotangent multiplied them by is taken out, without rounding.</summary>
    internal Derivatives PerUnit => Value.Length != 1 ? this : this with
    {
        First = Array.ConvertAll(First, gradient => Array.ConvertAll(gradient, element => element / OfOneNumber)),
        Second = Array.ConvertAll(Second, gradient => Array.ConvertAll(gradient, element => element / (OfOneNumber * OfOneNumber))),
    };

    /// <summary>The sum of the squares of the first derivatives: the number whose gradient the second derivative is.</summary>
    internal double SquaredGradient => First.Sum(gradient => gradient.Sum(element => element * element));

    /// <summary>A weight for every element of a result, so that no element's gradient can stand for another's.</summary>
    /// <param name="y">The result.</param>
    /// <param name="unit">The weight of a single number.</param>
    /// <param name="rounding">What becomes of each weight; null for itself.</param>
    internal static T Cotangent<T>(T y, double unit = OfOneNumber, Func<double, double>? rounding = null)
        where T : class, ITensor<T>
    {
        var count = (int)y.Numel;
        var weights = Enumerable.Range(0, count).Select(place => count == 1 ? unit : Cotangent(place));
        return TensorFactory<T>.Tensor<double>([.. rounding is null ? weights : weights.Select(rounding)], y.Shape, y.DType);
    }

    /// <summary>The gradients by the leaves that require grad; none by the others.</summary>
    private static T?[] Gradients<T>(T y, T[] leaves, T? cotangent, bool? retainGraph = null, bool createGraph = false)
        where T : class, ITensor<T>
    {
        var known = Autograd.Grad(y, Array.FindAll(leaves, leaf => leaf.RequiresGrad), cotangent, retainGraph, createGraph, allowUnused: true);
        var place = 0;
        return Array.ConvertAll(leaves, leaf => leaf.RequiresGrad ? known[place++] : null);
    }

    /// <summary>The weight of an element among several, a number of float32 too.</summary>
    internal static double Cotangent(int place) => (float)(1 + 0.5 * Math.Cos(place + 1));

    private static double Cotangent(int place, int count) => count == 1 ? OfOneNumber : Cotangent(place);

    private static double[] Elements<T>(T? gradient)
        where T : class, ITensor<T>
        => gradient?.ToArray<double>() ?? [];
}
