namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>1/(1 + e^-x).</summary>
    /// <remarks>dx: s (1 - s) for the result s.</remarks>
    static abstract T Sigmoid(T x);

    /// <summary>max(x, 0).</summary>
    /// <remarks>dx: 1 where x &gt; 0, else 0; 0 at 0.</remarks>
    static abstract T Relu(T x);

    /// <summary>x Phi(x) with the distribution function Phi of the standard normal distribution.</summary>
    /// <remarks>dx: Phi(x) + x phi(x) with its density phi.</remarks>
    static abstract T Gelu(T x, GeluApproximation approximate);

    /// <summary>x/(1 + e^-x).</summary>
    /// <remarks>dx: s (1 + x (1 - s)) with s = 1/(1 + e^-x).</remarks>
    static abstract T Silu(T x);

    /// <summary>x tanh(ln(1 + e^x)).</summary>
    /// <remarks>dx: t + x s (1 - t^2) with t = tanh(ln(1 + e^x)), s = 1/(1 + e^-x).</remarks>
    static abstract T Mish(T x);

    /// <summary>-ln(1 + e^-x), without overflow.</summary>
    /// <remarks>dx: 1/(1 + e^x).</remarks>
    static abstract T LogSigmoid(T x);

    /// <summary>ln(1 + e^(beta x))/beta, and x where beta x exceeds the threshold.</summary>
    /// <remarks>dx: 1/(1 + e^(-beta x)), and 1 beyond the threshold.</remarks>
    static abstract T Softplus(T x, Scalar beta, Scalar threshold);

    /// <summary>x where x &gt; 0, else negativeSlope x.</summary>
    /// <remarks>dx: 1 where x &gt; 0, else negativeSlope.</remarks>
    static abstract T LeakyRelu(T x, Scalar negativeSlope);

    /// <summary>scale x where x &gt; 0, else scale alpha (e^(inputScale x) - 1).</summary>
    /// <remarks>dx: scale where x &gt; 0, else scale alpha inputScale e^(inputScale x).</remarks>
    static abstract T Elu(T x, Scalar alpha, Scalar scale, Scalar inputScale);

    /// <summary>x where x &gt; 0, else alpha (e^(x/alpha) - 1).</summary>
    /// <remarks>dx: 1 where x &gt; 0, else e^(x/alpha).</remarks>
    static abstract T Celu(T x, Scalar alpha);

    /// <summary>1.0507 x where x &gt; 0, else 1.0507 1.6733 (e^x - 1), with the constants to all digits.</summary>
    /// <remarks>dx: as of Elu.</remarks>
    static abstract T Selu(T x);

    /// <summary>min(max(x, minVal), maxVal).</summary>
    /// <remarks>dx: 1 where minVal &lt; x &lt; maxVal, else 0: at both bounds 0, unlike Clamp.</remarks>
    static abstract T Hardtanh(T x, Scalar minVal, Scalar maxVal);

    /// <summary>min(max(x + 3, 0), 6)/6.</summary>
    /// <remarks>dx: 1/6, rounded to float32 as in libtorch, where -3 &lt; x &lt; 3, else 0.</remarks>
    static abstract T Hardsigmoid(T x);

    /// <summary>x min(max(x + 3, 0), 6)/6.</summary>
    /// <remarks>dx: x/3 + 1/2 where -3 &lt; x &lt; 3, beyond 0 and 1.</remarks>
    static abstract T Hardswish(T x);

    /// <summary>e^x / sum e^x along a dimension.</summary>
    /// <remarks>dx: r (g - sum g r) for the result r and its gradient g.</remarks>
    static abstract T Softmax(T x, int dim);

    /// <summary>x - ln sum e^x along a dimension.</summary>
    /// <remarks>dx: g - e^r sum g for the result r and its gradient g.</remarks>
    static abstract T LogSoftmax(T x, int dim);
}
