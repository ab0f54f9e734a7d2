namespace TwinGrad;

public abstract partial class TensorFactory<T>
{
    /// <inheritdoc cref="ITensor{T}.Cat(ReadOnlySpan{T}, int)"/>
    public static T Cat(ReadOnlySpan<T> tensors, int dim = 0) => T.Cat(tensors, dim);

    /// <inheritdoc cref="ITensor{T}.Stack(ReadOnlySpan{T}, int)"/>
    public static T Stack(ReadOnlySpan<T> tensors, int dim = 0) => T.Stack(tensors, dim);
}
