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

    /// <summary>x in another dtype; x itself where it has that dtype already.</summary>
    /// <remarks>dx: the gradient in x's dtype.</remarks>
    static abstract T To(T x, DType dtype);

    /// <summary>x on another device; x itself where it is there already.</summary>
    static abstract T To(T x, Device device);

    /// <summary>x laid out in row-major order without gaps: x itself where it lies so, else a copy.</summary>
    static abstract T Contiguous(T x);

    /// <summary>The same elements in memory of their own.</summary>
    /// <remarks>dx: 1.</remarks>
    static abstract T Clone(T x);
}
