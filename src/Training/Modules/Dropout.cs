namespace TwinGrad;

/// <summary>In training each element becomes 0 with probability p and the others are divided by 1 - p; else x itself: <c>torch.nn.Dropout</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Dropout.html"/>.</remarks>
public sealed class Dropout<T> : Module<T>
    where T : class, ITensor<T>
{
    /// <summary>With a probability.</summary>
    /// <exception cref="TorchArgumentException">It is not between 0 and 1.</exception>
    public Dropout(double p = 0.5)
    {
        Check.DropoutProbability(p);
        P = p;
    }

    /// <summary>The probability of an element to become 0.</summary>
    public double P { get; }

    /// <inheritdoc/>
    protected override string ExtraRepr => $"p={PythonFloat.Repr(P)}, inplace=False";

    /// <inheritdoc/>
    public override T Forward(T input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!Training || P == 0 || DrawTape.Current is not { } tape)
            return input.Dropout(P, Training);
        // What dropout makes of ones is what it multiplies by.
        var noise = tape.Draw(input, shape => T.Full(shape, 1, input.DType, input.Device, requiresGrad: false).Dropout(P));
        return input * noise;
    }
}
