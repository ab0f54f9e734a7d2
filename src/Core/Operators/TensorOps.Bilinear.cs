namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="Composites.Bilinear{T}(T, T, T, T)"/>
        public T Bilinear(T input2, T weight, T? bias = default) => Composites.Bilinear(x, input2, weight, bias);
    }
}
