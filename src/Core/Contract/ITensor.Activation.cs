namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>1/(1 + e^-x).</summary>
    /// <remarks>dx: s (1 - s) for the result s.</remarks>
    static abstract T Sigmoid(T x);

    /// <summary>max(x, 0).</summary>
    /// <remarks>dx: 1 where x &gt; 0, else 0; 0 at 0.</remarks>
    static abstract T Relu(T x);
}
