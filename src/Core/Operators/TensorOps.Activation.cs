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

        /// <inheritdoc cref="ITensor{T}.Gelu(T, GeluApproximation)"/>
        public T Gelu(GeluApproximation approximate = GeluApproximation.None) => T.Gelu(x, approximate);

        /// <inheritdoc cref="ITensor{T}.Silu(T)"/>
        public T Silu() => T.Silu(x);

        /// <inheritdoc cref="ITensor{T}.Mish(T)"/>
        public T Mish() => T.Mish(x);

        /// <inheritdoc cref="ITensor{T}.LogSigmoid(T)"/>
        public T LogSigmoid() => T.LogSigmoid(x);

        /// <inheritdoc cref="ITensor{T}.Softplus(T, Scalar, Scalar)"/>
        public T Softplus(double beta = 1, double threshold = 20) => T.Softplus(x, beta, threshold);

        /// <inheritdoc cref="ITensor{T}.LeakyRelu(T, Scalar)"/>
        public T LeakyRelu(double negativeSlope = 0.01) => T.LeakyRelu(x, negativeSlope);

        /// <inheritdoc cref="ITensor{T}.Elu(T, Scalar, Scalar, Scalar)"/>
        public T Elu(double alpha = 1) => T.Elu(x, alpha, 1, 1);

        /// <inheritdoc cref="ITensor{T}.Celu(T, Scalar)"/>
        public T Celu(double alpha = 1) => T.Celu(x, alpha);

        /// <inheritdoc cref="ITensor{T}.Selu(T)"/>
        public T Selu() => T.Selu(x);

        /// <inheritdoc cref="ITensor{T}.Hardtanh(T, Scalar, Scalar)"/>
        public T Hardtanh(Scalar? minVal = null, Scalar? maxVal = null) => T.Hardtanh(x, minVal ?? -1.0, maxVal ?? 1.0);

        /// <summary>min(max(x, 0), 6).</summary>
        /// <remarks>dx: 1 where 0 &lt; x &lt; 6, else 0.</remarks>
        public T Relu6() => T.Hardtanh(x, 0, 6);

        /// <inheritdoc cref="ITensor{T}.Hardsigmoid(T)"/>
        public T Hardsigmoid() => T.Hardsigmoid(x);

        /// <inheritdoc cref="ITensor{T}.Hardswish(T)"/>
        public T Hardswish() => T.Hardswish(x);

        /// <inheritdoc cref="ITensor{T}.Glu(T, int)"/>
        public T Glu(int dim = -1) => T.Glu(x, dim);

        /// <inheritdoc cref="Composites.Prelu{T}(T, T)"/>
        public T Prelu(T weight) => Composites.Prelu(x, weight);

        /// <inheritdoc cref="ITensor{T}.Threshold(T, Scalar, Scalar)"/>
        public T Threshold(Scalar threshold, Scalar value) => T.Threshold(x, threshold, value);

        /// <inheritdoc cref="ITensor{T}.Hardshrink(T, Scalar)"/>
        public T Hardshrink(double lambd = 0.5) => T.Hardshrink(x, lambd);

        /// <inheritdoc cref="ITensor{T}.Softshrink(T, Scalar)"/>
        public T Softshrink(double lambd = 0.5) => T.Softshrink(x, lambd);

        /// <inheritdoc cref="ITensor{T}.Rrelu(T, Scalar, Scalar, bool)"/>
        public T Rrelu(double lower = 1.0 / 8, double upper = 1.0 / 3, bool training = false) => T.Rrelu(x, lower, upper, training);

        /// <summary>x/(1 + |x|).</summary>
        public T Softsign() => x / (T.Abs(x) + 1);

        /// <summary>x - tanh x.</summary>
        public T Tanhshrink() => x - T.Tanh(x);

        /// <inheritdoc cref="ITensor{T}.Softmax(T, int)"/>
        /// <param name="dim">The dimension along which the results sum to 1.</param>
        /// <param name="dtype">Converts x before; integers have to be.</param>
        public T Softmax(int dim, DType? dtype = null) => T.Softmax(As(x, dtype), dim);

        /// <summary>The same along a dimension that is guessed, with PyTorch's warning: name it.</summary>
        public T Softmax() => T.Softmax(x, ImplicitDim("softmax", x.Dim));

        /// <summary>e^-x / sum e^-x along a dimension.</summary>
        /// <param name="dim">The dimension along which the results sum to 1.</param>
        /// <param name="dtype">Converts x before; integers have to be.</param>
        public T Softmin(int dim, DType? dtype = null) => T.Softmax(As(-x, dtype), dim);

        /// <inheritdoc cref="ITensor{T}.LogSoftmax(T, int)"/>
        /// <param name="dim">The dimension along which the exponentials of the results sum to 1.</param>
        /// <param name="dtype">Converts x before; integers have to be.</param>
        public T LogSoftmax(int dim, DType? dtype = null) => T.LogSoftmax(As(x, dtype), dim);

        /// <summary>The same along a dimension that is guessed, with PyTorch's warning: name it.</summary>
        public T LogSoftmax() => T.LogSoftmax(x, ImplicitDim("log_softmax", x.Dim));
    }

    /// <summary>x in a dtype, where one is given.</summary>
    internal static T As<T>(T x, DType? dtype)
        where T : ITensor<T>
        => dtype is null ? x : T.To(x, dtype);

    private static int ImplicitDim(string name, int dims)
    {
        Warnings.Warn($"Implicit dimension choice for {name} has been deprecated. Change the call to include dim=X as an argument.");
        return dims is 0 or 1 or 3 ? 0 : 1;
    }
}
