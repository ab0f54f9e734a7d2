namespace TwinGrad;

/// <summary>A function at a point: its values there and nearby, and what its backward pass gives.</summary>
internal sealed class GradCheckSubject<T>(Func<T[], T[]> function, T[] inputs)
    where T : class, ITensor<T>
{
    /// <summary>Where what is drawn begins, so that a check comes out the same every time.</summary>
    internal const int Seed = 0;

    /// <summary>Where the function is checked.</summary>
    internal T[] Inputs => inputs;

    /// <summary>The places of those that it is differentiated by.</summary>
    internal int[] Varied { get; } = [.. inputs.Index().Where(input => input.Item.RequiresGrad).Select(input => input.Index)];

    /// <summary>What the function returns.</summary>
    internal T[] Outputs()
    {
        var outputs = function([.. inputs]);
        Check.FunctionOutputs(outputs, "gradcheck", several: true);
        return outputs;
    }

    /// <summary>Those of the function's results that a backward pass can start from.</summary>
    internal T[] DifferentiableOutputs() => Array.FindAll(Outputs(), output => output.RequiresGrad);

    /// <summary>The numbers that the function returns.</summary>
    internal Value[] Values() => Array.ConvertAll(Outputs(), output => new Value(output.ToArray<double>(), output.Shape, output.DType));

    /// <summary>The numbers that the function returns where an input is moved in place, and moved back afterwards.</summary>
    /// <param name="input">Which one.</param>
    /// <param name="step">How far each of its elements is moved.</param>
    internal Value[] ValuesAt(int input, double[] step)
    {
        var memory = T.Detach(inputs[input]);
        var original = T.Clone(memory);
        try
        {
            using (new GradMode<T>(enabled: false))
                T.Copy_(memory, original + Like(memory, step));
            return Values();
        }
        finally
        {
            using (new GradMode<T>(enabled: false))
                T.Copy_(memory, original);
        }
    }

    /// <summary>d(sum of outputs * gradients)/d(input) for each varied input; null for one that no output was computed of.</summary>
    internal IReadOnlyList<T?> Gradients(T[] outputs, T[] gradients, bool createGraph = false)
        => Autograd.Grad(outputs, [.. Varied.Select(place => inputs[place])], gradients, retainGraph: true, createGraph, allowUnused: true);

    /// <summary>Numbers under the shape of a tensor.</summary>
    internal static T Like(T tensor, double[] values)
        => T.FromArray<double>(values, tensor.Shape, tensor.DType, tensor.Device, requiresGrad: false);

    /// <summary>A result of the function.</summary>
    internal sealed record Value(double[] Elements, Shape Shape, DType DType);
}
