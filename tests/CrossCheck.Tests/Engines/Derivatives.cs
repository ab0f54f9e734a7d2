namespace TwinGrad.Tests;

/// <summary>An input of a function that both engines compute.</summary>
internal sealed record Input(long[] Shape, double[] Values)
{
    internal static Input Of(params double[] values) => new([values.Length], values);

    public override string ToString() => $"{TwinGrad.Shape.Create(Shape)}: {string.Join(", ", Values)}";
}

/// <summary>What a function makes of its inputs: the value, its gradient for a fixed cotangent, and the gradient of that gradient's square.</summary>
internal sealed record Derivatives(Shape Shape, DType DType, double[] Value, double[][] First, double[][] Second)
{
    static Derivatives() => Warnings.Warning += _ => { };

    internal static Derivatives Of<T>(Func<T[], T> function, IReadOnlyList<Input> inputs, DType dtype)
        where T : class, ITensor<T>
    {
        var leaves = inputs.Select(input => TensorFactory<T>.Tensor<double>(input.Values, input.Shape, dtype, requiresGrad: true)).ToArray();
        var y = function(leaves);
        var value = y.ToArray<double>();
        if (!y.RequiresGrad)
            return new(y.Shape, y.DType, value, [], []);

        y.Backward(Cotangent<T>(y.Shape, y.DType), createGraph: true);
        var gradients = Array.ConvertAll(leaves, leaf => leaf.Grad);
        var first = Array.ConvertAll(gradients, Elements);
        var square = gradients.Where(gradient => gradient is { RequiresGrad: true }).Aggregate(
            (T?)null, (sum, gradient) => sum is null ? gradient!.Pow(2).Sum() : sum + gradient!.Pow(2).Sum());
        foreach (var leaf in leaves)
            leaf.ZeroGrad();
        square?.Backward();
        return new(y.Shape, y.DType, value, first, Array.ConvertAll(leaves, leaf => Elements(leaf.Grad)));
    }

    /// <summary>Cotangents that are all different, so that no element's gradient can stand for another's.</summary>
    private static T Cotangent<T>(Shape shape, DType dtype)
        where T : class, ITensor<T>
    {
        var values = Enumerable.Range(1, (int)shape.Numel).Select(i => 1 + 0.5 * Math.Cos(i)).ToArray();
        return TensorFactory<T>.Tensor<double>(values, shape.AsSpan(), dtype);
    }

    /// <summary>No gradient is a gradient of zeros, and has none of its own.</summary>
    private static double[] Elements<T>(T? gradient)
        where T : class, ITensor<T>
        => gradient?.ToArray<double>() ?? [];
}

/// <summary>Compares what both engines computed, and says what differs.</summary>
internal static class Agreement
{
    private const double Relative = 1e-10;

    /// <param name="what">What was computed.</param>
    /// <param name="torch">libtorch's.</param>
    /// <param name="reference">The reference engine's.</param>
    /// <param name="noise">A difference that is rounding of larger numbers which cancelled each other, in a long computation.</param>
    internal static void Check(string what, Derivatives torch, Derivatives reference, double noise = 0)
    {
        Assert.AreEqual(torch.Shape, reference.Shape, $"{what}: shapes");
        Assert.AreEqual(torch.DType, reference.DType, $"{what}: dtypes");
        Check($"{what}: value", torch.Value, reference.Value, noise);
        Assert.HasCount(torch.First.Length, reference.First, $"{what}: whether there is a gradient");
        for (var input = 0; input < torch.First.Length; input++)
        {
            Check($"{what}: gradient of input {input}", torch.First[input], reference.First[input], noise);
            Check($"{what}: second gradient of input {input}", torch.Second[input], reference.Second[input], noise);
        }
    }

    private static void Check(string what, double[] torch, double[] reference, double noise)
    {
        if (torch.Length == 0 || reference.Length == 0)
        {
            // One engine found that nothing flows, the other a flow of zeros.
            Assert.IsTrue(torch.Concat(reference).All(value => Math.Abs(value) <= noise), $"{what}: only one engine has one");
            return;
        }
        Assert.HasCount(torch.Length, reference, what);
        var scale = torch.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        noise = Math.Max(noise, 1e-14 * scale);
        for (var i = 0; i < torch.Length; i++)
            Assert.IsTrue(AreClose(torch[i], reference[i], noise), $"{what}, element {i}: libtorch {torch[i]:R}, reference {reference[i]:R}");
    }

    private static bool AreClose(double a, double b, double noise)
        => a.Equals(b) || a == b || Math.Abs(a - b) <= Relative * Math.Max(Math.Abs(a), Math.Abs(b)) + noise;
}
