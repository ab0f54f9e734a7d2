namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Backward(T, T, bool?, bool)"/>
        public void Backward(T? gradient = default, bool? retainGraph = null, bool createGraph = false)
            => T.Backward(x, gradient, retainGraph, createGraph);

        /// <inheritdoc cref="ITensor{T}.Detach(T)"/>
        public T Detach() => T.Detach(x);

        /// <inheritdoc cref="ITensor{T}.RequiresGrad_(T, bool)"/>
        public T RequiresGrad_(bool requiresGrad = true) => T.RequiresGrad_(x, requiresGrad);

        /// <inheritdoc cref="ITensor{T}.RetainGrad(T)"/>
        public void RetainGrad() => T.RetainGrad(x);

        /// <summary>Forgets the gradient: <c>x.grad = None</c>, what an optimizer's <c>zero_grad()</c> does.</summary>
        /// <remarks><c>x.Grad!.Zero_()</c> keeps the gradient's memory and fills it with zeros instead.</remarks>
        public void ZeroGrad() => Check.Given(x).Grad = default;
    }
}
