namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>x + y, broadcast over both shapes.</summary>
    /// <remarks>dx: 1, dy: 1.</remarks>
    static abstract T Add(T x, T y);

    /// <summary>x + y.</summary>
    static abstract T Add(T x, Scalar y);

    /// <summary>x - y, broadcast over both shapes.</summary>
    /// <remarks>dx: 1, dy: -1.</remarks>
    static abstract T Sub(T x, T y);

    /// <summary>x - y.</summary>
    static abstract T Sub(T x, Scalar y);

    /// <summary>y - x, the subtraction with its number on the left.</summary>
    /// <remarks>dx: -1. PyTorch's name is <c>rsub</c>.</remarks>
    static abstract T Rsub(T x, Scalar y);

    /// <summary>x y, element by element, broadcast over both shapes.</summary>
    /// <remarks>dx: y, dy: x.</remarks>
    static abstract T Mul(T x, T y);

    /// <summary>x y.</summary>
    static abstract T Mul(T x, Scalar y);

    /// <summary>x / y, element by element; integers divide to the default floating dtype.</summary>
    /// <remarks>dx: 1/y, dy: -x/y^2.</remarks>
    static abstract T Div(T x, T y);

    /// <summary>x / y.</summary>
    static abstract T Div(T x, Scalar y);

    /// <summary>-x.</summary>
    /// <remarks>dx: -1.</remarks>
    static abstract T Neg(T x);

    /// <summary>|x|.</summary>
    /// <remarks>dx: sign(x), 0 at 0.</remarks>
    static abstract T Abs(T x);

    /// <summary>1/x.</summary>
    /// <remarks>dx: -1/x^2.</remarks>
    static abstract T Reciprocal(T x);

    /// <summary>e^x.</summary>
    /// <remarks>dx: e^x.</remarks>
    static abstract T Exp(T x);

    /// <summary>ln x; nan below 0, -inf at 0.</summary>
    /// <remarks>dx: 1/x.</remarks>
    static abstract T Log(T x);

    /// <summary>sin x, x in radians.</summary>
    /// <remarks>dx: cos x.</remarks>
    static abstract T Sin(T x);

    /// <summary>cos x, x in radians.</summary>
    /// <remarks>dx: -sin x.</remarks>
    static abstract T Cos(T x);

    /// <summary>tanh x = (e^x - e^-x)/(e^x + e^-x).</summary>
    /// <remarks>dx: 1 - tanh(x)^2.</remarks>
    static abstract T Tanh(T x);

    /// <summary>The square root; nan below 0.</summary>
    /// <remarks>dx: 1/(2 sqrt x), inf at 0.</remarks>
    static abstract T Sqrt(T x);

    /// <summary>x^y for a fixed exponent.</summary>
    /// <remarks>dx: y x^(y-1), and 0 where y is 0.</remarks>
    static abstract T Pow(T x, Scalar y);

    /// <summary>x^y for a fixed base.</summary>
    /// <remarks>dy: x^y ln x, and 0 where x is 0 and y is not negative.</remarks>
    static abstract T Pow(Scalar x, T y);

    /// <summary>x^y, broadcast over both shapes.</summary>
    /// <remarks>dx: y x^(y-1), and 0 where y is 0. dy: x^y ln x, and 0 where x is 0 and y is not negative.</remarks>
    static abstract T Pow(T x, T y);

    /// <summary>min(max(x, min), max); a bound left out does not apply. Where min exceeds max the result is max.</summary>
    /// <remarks>dx: 1 where min &lt;= x &lt;= max, both bounds included, else 0.</remarks>
    static abstract T Clamp(T x, Scalar? min, Scalar? max);

    /// <summary>min(max(x, min), max) with bounds for each element, broadcast over the shapes; a bound left out does not apply.</summary>
    /// <remarks>
    /// dx: 1 where min &lt;= x &lt;= max, both bounds included, else 0. dmin: 1 where x &lt; min &lt; max; dmax: 1 where x or min &gt; max.
    /// </remarks>
    static abstract T Clamp(T x, T? min, T? max);

    /// <summary>max(x, min).</summary>
    /// <remarks>dx: 1 where x &gt;= min, else 0.</remarks>
    static abstract T ClampMin(T x, Scalar min);

    /// <summary>max(x, min), broadcast over both shapes.</summary>
    /// <remarks>dx: 1 where x &gt;= min, else 0. dmin: 1 where x &lt; min, else 0.</remarks>
    static abstract T ClampMin(T x, T min);

    /// <summary>min(x, max).</summary>
    /// <remarks>dx: 1 where x &lt;= max, else 0.</remarks>
    static abstract T ClampMax(T x, Scalar max);

    /// <summary>min(x, max), broadcast over both shapes.</summary>
    /// <remarks>dx: 1 where x &lt;= max, else 0. dmax: 1 where x &gt; max, else 0.</remarks>
    static abstract T ClampMax(T x, T max);

    /// <summary>x + weight (end - x), broadcast over both shapes.</summary>
    /// <remarks>dx: 1 - weight, dend: weight. All of one dtype.</remarks>
    static abstract T Lerp(T x, T end, Scalar weight);

    /// <summary>x + weight (end - x), broadcast over the three shapes.</summary>
    /// <remarks>dx: 1 - weight, dend: weight, dweight: end - x. All of one dtype.</remarks>
    static abstract T Lerp(T x, T end, T weight);

    /// <summary>x + value tensor1 tensor2, broadcast over the three shapes.</summary>
    /// <remarks>dx: 1, dtensor1: value tensor2, dtensor2: value tensor1.</remarks>
    static abstract T Addcmul(T x, T tensor1, T tensor2, Scalar value);

    /// <summary>x + value tensor1 / tensor2, broadcast over the three shapes. Not of two integer tensors.</summary>
    /// <remarks>dx: 1, dtensor1: value / tensor2, dtensor2: -value tensor1 / tensor2^2.</remarks>
    static abstract T Addcdiv(T x, T tensor1, T tensor2, Scalar value);

    /// <summary>x with nan and the infinities replaced: by 0 and the largest and smallest finite number unless given.</summary>
    /// <remarks>dx: 1 where x is finite, else 0.</remarks>
    static abstract T NanToNum(T x, double? nan, double? posinf, double? neginf);

    /// <summary>x where the condition holds, else y; broadcast over the three shapes.</summary>
    /// <remarks>dx: 1 where the condition holds, dy: 1 where it does not; nothing flows to the condition.</remarks>
    static abstract T Where(T condition, T x, T y);

    /// <summary>Whether x = y, as a bool tensor; broadcast over both shapes.</summary>
    static abstract T Eq(T x, T y);

    /// <summary>Whether x = y, as a bool tensor.</summary>
    static abstract T Eq(T x, Scalar y);

    /// <summary>Whether x != y, as a bool tensor; broadcast over both shapes.</summary>
    static abstract T Ne(T x, T y);

    /// <summary>Whether x != y, as a bool tensor.</summary>
    static abstract T Ne(T x, Scalar y);

    /// <summary>Whether x &lt; y, as a bool tensor; broadcast over both shapes.</summary>
    static abstract T Lt(T x, T y);

    /// <summary>Whether x &lt; y, as a bool tensor.</summary>
    static abstract T Lt(T x, Scalar y);

    /// <summary>Whether x &lt;= y, as a bool tensor; broadcast over both shapes.</summary>
    static abstract T Le(T x, T y);

    /// <summary>Whether x &lt;= y, as a bool tensor.</summary>
    static abstract T Le(T x, Scalar y);

    /// <summary>Whether x &gt; y, as a bool tensor; broadcast over both shapes.</summary>
    static abstract T Gt(T x, T y);

    /// <summary>Whether x &gt; y, as a bool tensor.</summary>
    static abstract T Gt(T x, Scalar y);

    /// <summary>Whether x &gt;= y, as a bool tensor; broadcast over both shapes.</summary>
    static abstract T Ge(T x, T y);

    /// <summary>Whether x &gt;= y, as a bool tensor.</summary>
    static abstract T Ge(T x, Scalar y);

    /// <summary>Whether x is not a number, as a bool tensor.</summary>
    static abstract T Isnan(T x);

    /// <summary>Whether x is infinite, as a bool tensor.</summary>
    static abstract T Isinf(T x);

    /// <summary>Whether x is neither infinite nor nan, as a bool tensor.</summary>
    static abstract T Isfinite(T x);

    /// <summary>x in another dtype; x itself where it has that dtype already.</summary>
    /// <remarks>dx: the gradient in x's dtype.</remarks>
    static abstract T To(T x, DType dtype);

    /// <summary>x on another device; x itself where it is there already.</summary>
    /// <remarks>
    /// dx: the gradient on x's device. <see cref="Device.Auto"/> is the best device that the engine has. <c>cuda</c> without an index is the
    /// current CUDA device, wherever x lies. See <see href="https://docs.pytorch.org/docs/stable/generated/torch.Tensor.to.html"/>.
    /// </remarks>
    /// <exception cref="TorchException">There is no such device; the message says what to do.</exception>
    static abstract T To(T x, Device device);

    /// <summary>x laid out in row-major order without gaps: x itself where it lies so, else a copy.</summary>
    static abstract T Contiguous(T x);

    /// <summary>The same elements in memory of their own.</summary>
    /// <remarks>dx: 1.</remarks>
    static abstract T Clone(T x);
}
