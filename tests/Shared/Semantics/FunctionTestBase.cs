namespace TwinGrad.Tests;

/// <summary>Custom functions to test with.</summary>
public abstract class FunctionTestBase<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    protected static Function<T> Doubling(Func<FunctionContext<T>, IReadOnlyList<T>, IReadOnlyList<T?>> backward)
        => Autograd.FunctionOfSeveral<T>("Doubling", (_, inputs) => [.. inputs.Select(input => input * 2)], backward);

    protected static T MyExp(T x) => Autograd.Function<T>(
        "MyExp",
        (context, input) =>
        {
            var result = input.Exp();
            context.SaveForBackward(result);
            return result;
        },
        (context, gradient) => gradient * context.SavedTensors[0]).Apply(x);

    protected static T Cube(T x) => Autograd.Function<T>(
        "Cube",
        (context, input) =>
        {
            context.SaveForBackward(input);
            return input * input * input;
        },
        (context, gradient) => gradient * 3 * context.SavedTensors[0] * context.SavedTensors[0]).Apply(x);
}

/// <summary>A function as a class.</summary>
internal sealed class Product<T> : Function<T>
    where T : ITensor<T>
{
    protected override IReadOnlyList<T> Forward(FunctionContext<T> context, IReadOnlyList<T> inputs)
    {
        context.SaveForBackward([.. inputs]);
        return [inputs[0] * inputs[1]];
    }

    protected override IReadOnlyList<T?> Backward(FunctionContext<T> context, IReadOnlyList<T> gradients)
        => [gradients[0] * context.SavedTensors[1], gradients[0] * context.SavedTensors[0]];
}
