namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <summary>Adds d(sum(x * gradient))/d(leaf) onto every leaf that x was computed of.</summary>
        /// <param name="gradient">The gradient of what follows with respect to x, of x's shape; may be left out where x has one element.</param>
        /// <param name="retainGraph">Keep what the graph saved for another pass; null means as <paramref name="createGraph"/>.</param>
        /// <param name="createGraph">Record the pass itself, for derivatives of higher order.</param>
        /// <param name="inputs">Whose <c>Grad</c> is added to, and no other's; a non-leaf among them retains its gradient. Null: all leaves.</param>
        /// <remarks>See <see href="https://docs.pytorch.org/docs/stable/generated/torch.Tensor.backward.html"/>.</remarks>
        /// <exception cref="TorchException">x does not require grad, has several elements and no gradient was given, or its graph was freed.</exception>
        public void Backward(T? gradient = default, bool? retainGraph = null, bool createGraph = false, IReadOnlyList<T>? inputs = null)
            => Autograd.Accumulate(
                [x], gradient is null ? [] : [gradient], retainGraph ?? createGraph, createGraph, Autograd.Targets(inputs));

        /// <inheritdoc cref="ITensor{T}.Detach(T)"/>
        public T Detach() => T.Detach(x);

        /// <inheritdoc cref="ITensor{T}.RequiresGrad_(T, bool)"/>
        public T RequiresGrad_(bool requiresGrad = true) => T.RequiresGrad_(x, requiresGrad);

        /// <inheritdoc cref="ITensor{T}.RetainGrad(T)"/>
        public void RetainGrad() => T.RetainGrad(x);

        /// <inheritdoc cref="ITensor{T}.RegisterHook(T, Func{T, T})"/>
        public HookHandle RegisterHook(Func<T, T?> hook) => T.RegisterHook(x, hook);

        /// <summary>Has a backward pass show the gradient of x to a hook that only looks.</summary>
        /// <inheritdoc cref="ITensor{T}.RegisterHook(T, Func{T, T})" path="/remarks"/>
        /// <inheritdoc cref="ITensor{T}.RegisterHook(T, Func{T, T})" path="/exception"/>
        public HookHandle RegisterHook(Action<T> hook)
        {
            ArgumentNullException.ThrowIfNull(hook);
            return T.RegisterHook(x, gradient =>
            {
                hook(gradient);
                return default;
            });
        }

        /// <summary>Forgets the gradient: <c>x.grad = None</c>, what an optimizer's <c>zero_grad()</c> does.</summary>
        /// <remarks><c>x.Grad!.Zero_()</c> keeps the gradient's memory and fills it with zeros instead.</remarks>
        public void ZeroGrad() => Check.Given(x).Grad = default;
    }
}
