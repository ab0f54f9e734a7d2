namespace TwinGrad;

/// <summary>The handle of a tensor that may be null, as an argument of a public member may be whatever the compiler says.</summary>
/// <remarks>An instance property could not tell: on null it is never entered.</remarks>
internal static class ArgumentHandles
{
    extension(Tensor? x)
    {
        /// <inheritdoc cref="Tensor.HandleOf"/>
        internal TensorHandle Handle => Tensor.HandleOf(x);
    }
}
