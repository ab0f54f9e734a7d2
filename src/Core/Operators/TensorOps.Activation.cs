namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Sigmoid(T)"/>
        public T Sigmoid() => T.Sigmoid(x);

        /// <inheritdoc cref="ITensor{T}.Relu(T)"/>
        public T Relu() => T.Relu(x);
    }
}
