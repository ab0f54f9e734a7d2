namespace TwinGrad;

/// <summary>What a function makes of its inputs: the value, its gradient for a fixed cotangent, and the gradient of that gradient's square.</summary>
/// <remarks>No gradient is one of no elements; none is worked out of what the value does not depend on.</remarks>
internal sealed record Derivatives(Shape Shape, DType DType, double[] Value, double[][] First, double[][] Second)
{
    /// <summary>The node that was recorded for the value.</summary>
    internal string? Node { get; init; }

    /// <param name="function">The function on an engine.</param>
    /// <param name="inputs">Where to differentiate.</param>
    /// <param name="dtype">The dtype of the inputs.</param>
    /// <param name="strided">Whether the function sees inputs whose elements don't lie side by side.</param>
    /// <param name="orders">How often to differentiate.</param>
    internal static Derivatives Of<T>(
        Func<T[], T> function, IReadOnlyList<Input> inputs, DType dtype, bool strided = false, int orders = 2)
        where T : class, ITensor<T>
    {
        var leaves = inputs.Select(input => strided ? input.StridedLeaf<T>(dtype) : input.Leaf<T>(dtype)).ToArray();
        var y = function(strided ? [.. leaves.Select(Input.View)] : leaves);
        var value = y.ToArray<double>();
        if (!y.RequiresGrad || orders == 0)
            return new(y.Shape, y.DType, value, [], []);

        var gradients = Autograd.Grad([y], leaves, [Cotangent<T>(y)], createGraph: orders > 1, allowUnused: true);
        var first = gradients.Select(Elements).ToArray();
        var square = gradients.Where(gradient => gradient is { RequiresGrad: true }).Aggregate(
            (T?)null, (sum, gradient) => sum is null ? gradient!.Pow(2).Sum() : sum + gradient!.Pow(2).Sum());
        var second = square is null
            ? Array.ConvertAll(leaves, _ => Array.Empty<double>())
            : [.. Autograd.Grad([square], leaves, allowUnused: true).Select(Elements)];
        return new(y.Shape, y.DType, value, first, second) { Node = y.GradFn?.Name };
    }

    /// <summary>The sum of the value's elements times the cotangents: the number whose gradient the first derivative is.</summary>
    internal double Weighted => Value.Select((value, i) => value * Cotangent(i)).Sum();

    /// <summary>The sum of the squares of the first derivatives: the number whose gradient the second derivative is.</summary>
    internal double SquaredGradient => First.Sum(gradient => gradient.Sum(element => element * element));

    private static T Cotangent<T>(T y)
        where T : class, ITensor<T>
        => TensorFactory<T>.Tensor<double>([.. Enumerable.Range(0, (int)y.Numel).Select(Cotangent)], y.Shape, y.DType);

    /// <summary>Cotangents that are all different, so that no element's gradient can stand for another's. They are numbers of float32 too.</summary>
    internal static double Cotangent(int place) => (float)(1 + 0.5 * Math.Cos(place + 1));

    private static double[] Elements<T>(T? gradient)
        where T : class, ITensor<T>
        => gradient?.ToArray<double>() ?? [];
}
