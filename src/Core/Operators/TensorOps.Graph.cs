using System.Runtime.CompilerServices;

namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : class, ITensor<T>
    {
        /// <summary>The operations that made x, as a picture: <c>z.Graph([("x", x), ("y", y)]).ToSvg()</c>.</summary>
        /// <param name="names">
        /// Tensors that x was computed of and what to call them. One that requires grad and x was not computed of stands by itself.
        /// </param>
        /// <param name="gradients">
        /// Differentiate x, or the sum of its elements, by every tensor that is known. Else those gradients are told that are there already.
        /// </param>
        /// <param name="name">What to call x: the variable it was called on, unless another name is given.</param>
        /// <remarks>
        /// Nothing is recorded, no <c>Grad</c> changes and the graph is not freed. A tensor without a graph is a picture of one box.
        /// </remarks>
        /// <exception cref="TorchException">Gradients were asked for and the graph was freed.</exception>
        public AutogradGraph Graph(
            ReadOnlySpan<(string Name, T Tensor)> names = default, bool gradients = false,
            [CallerArgumentExpression(nameof(x))] string? name = null)
            => AutogradGraph.Of([(GraphNames.VariableOf(name), x)], names, gradients);
    }
}
