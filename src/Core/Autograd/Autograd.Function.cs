namespace TwinGrad;

public static partial class Autograd
{
    /// <summary>A custom function of one tensor, given by its forward and its backward.</summary>
    /// <remarks>
    /// <code>
    /// static T MyExp&lt;T>(T x) where T : ITensor&lt;T> => Autograd.Function&lt;T>(
    ///     "MyExp",
    ///     (context, x) =>
    ///     {
    ///         var y = x.Exp();
    ///         context.SaveForBackward(y);
    ///         return y;
    ///     },
    ///     (context, gradient) => gradient * context.SavedTensors[0]).Apply(x);
    ///
    /// CrossCheck.Run(MyExp, MyExp, 3.0).ThrowIfDifferent();
    /// </code>
    /// </remarks>
    /// <param name="name">What it is called; its node in the graph is called <c>{name}Backward</c>.</param>
    /// <param name="forward">Computes the result; not recorded.</param>
    /// <param name="backward">The gradient of the input, of that of the result.</param>
    public static Function<T> Function<T>(string name, Func<FunctionContext<T>, T, T> forward, Func<FunctionContext<T>, T, T> backward)
        where T : ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(forward);
        ArgumentNullException.ThrowIfNull(backward);
        return FunctionOfSeveral<T>(
            name,
            (context, inputs) => [forward(context, inputs is [var input] ? input : throw Error.FunctionOfOneInput(name, inputs.Count))],
            (context, gradients) => [backward(context, gradients[0])]);
    }

    /// <summary>A custom function of several tensors or results, given by its forward and its backward.</summary>
    /// <param name="name">What it is called; its node in the graph is called <c>{name}Backward</c>.</param>
    /// <param name="forward">Computes the results; not recorded.</param>
    /// <param name="backward">The gradients of the inputs, of those of the results; null for one that gets none.</param>
    public static Function<T> FunctionOfSeveral<T>(
        string name,
        Func<FunctionContext<T>, IReadOnlyList<T>, IReadOnlyList<T>> forward,
        Func<FunctionContext<T>, IReadOnlyList<T>, IReadOnlyList<T?>> backward)
        where T : ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(forward);
        ArgumentNullException.ThrowIfNull(backward);
        return new GivenFunction<T>(name, forward, backward);
    }

    private sealed class GivenFunction<T>(
        string name,
        Func<FunctionContext<T>, IReadOnlyList<T>, IReadOnlyList<T>> forward,
        Func<FunctionContext<T>, IReadOnlyList<T>, IReadOnlyList<T?>> backward) : Function<T>
        where T : ITensor<T>
    {
        public override string Name => name;

        protected override IReadOnlyList<T> Forward(FunctionContext<T> context, IReadOnlyList<T> inputs)
            => forward(context, inputs);

        protected override IReadOnlyList<T?> Backward(FunctionContext<T> context, IReadOnlyList<T> gradients)
            => backward(context, gradients);
    }
}
