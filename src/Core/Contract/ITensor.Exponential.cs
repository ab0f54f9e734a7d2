namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>1/sqrt x; nan below 0, inf at 0.</summary>
    /// <remarks>dx: -1/(2 x sqrt x).</remarks>
    static abstract T Rsqrt(T x);

    /// <summary>2^x.</summary>
    /// <remarks>dx: 2^x ln 2.</remarks>
    static abstract T Exp2(T x);

    /// <summary>e^x - 1, exact for small x.</summary>
    /// <remarks>dx: e^x.</remarks>
    static abstract T Expm1(T x);

    /// <summary>ln(1 + x), exact for small x; nan below -1, -inf at -1.</summary>
    /// <remarks>dx: 1/(1 + x).</remarks>
    static abstract T Log1p(T x);

    /// <summary>The logarithm to base 2; nan below 0, -inf at 0.</summary>
    /// <remarks>dx: 1/(x ln 2).</remarks>
    static abstract T Log2(T x);

    /// <summary>The logarithm to base 10; nan below 0, -inf at 0.</summary>
    /// <remarks>dx: 1/(x ln 10).</remarks>
    static abstract T Log10(T x);

    /// <summary>The error function: 2/sqrt(pi) times the integral of e^(-t^2) from 0 to x.</summary>
    /// <remarks>dx: 2/sqrt(pi) e^(-x^2).</remarks>
    static abstract T Erf(T x);

    /// <summary>1 - erf x, exact for large x.</summary>
    /// <remarks>dx: -2/sqrt(pi) e^(-x^2).</remarks>
    static abstract T Erfc(T x);

    /// <summary>ln(e^x + e^y) without overflow, broadcast over both shapes.</summary>
    /// <remarks>dx: 1/(1 + e^(y - x)), dy: 1/(1 + e^(x - y)).</remarks>
    static abstract T Logaddexp(T x, T y);

    /// <summary>The logarithm to base 2 of 2^x + 2^y without overflow, broadcast over both shapes.</summary>
    /// <remarks>dx: 1/(1 + 2^(y - x)), dy: 1/(1 + 2^(x - y)).</remarks>
    static abstract T Logaddexp2(T x, T y);

    /// <summary>x ln y, and 0 where x is 0 and y is not nan; broadcast over both shapes.</summary>
    /// <remarks>dx: ln y, and 0 where x is 0 and y is not positive. dy: x/y.</remarks>
    static abstract T Xlogy(T x, T y);

    /// <summary>x ln y, and 0 where x is 0.</summary>
    static abstract T Xlogy(T x, Scalar y);

    /// <summary>x ln y, and 0 if x is 0.</summary>
    static abstract T Xlogy(Scalar x, T y);
}
