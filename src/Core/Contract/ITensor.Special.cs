namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>sin(pi x)/(pi x), and 1 at 0.</summary>
    /// <remarks>dx: (cos(pi x) - result)/x, and 0 at 0; the second derivative at 0 is nan.</remarks>
    static abstract T Sinc(T x);

    /// <summary>ln(x/(1 - x)), the inverse of the sigmoid, of x clamped to [eps, 1 - eps] if eps is given; nan outside of [0, 1].</summary>
    /// <remarks>dx: 1/(x (1 - x)); outside of the bounds 0 if eps is given, else nan.</remarks>
    static abstract T Logit(T x, double? eps);

    /// <summary>ln |gamma(x)|; inf at 0 and at negative whole numbers.</summary>
    /// <remarks>dx: digamma(x).</remarks>
    static abstract T Lgamma(T x);

    /// <summary>The derivative of ln gamma(x); nan at negative whole numbers, at 0 infinite with the sign that the 0 has not.</summary>
    /// <remarks>dx: polygamma(1, x).</remarks>
    static abstract T Digamma(T x);

    /// <summary>The n-th derivative of digamma(x).</summary>
    /// <remarks>dx: polygamma(n + 1, x).</remarks>
    /// <exception cref="TorchException">n is negative.</exception>
    static abstract T Polygamma(long n, T x);

    /// <summary>
    /// The logarithm of the multivariate gamma function: p (p - 1)/4 ln pi + the sum of lgamma(x - i/2) for i from 0 to p - 1.
    /// </summary>
    /// <remarks>dx: the sum of digamma(x - i/2).</remarks>
    /// <exception cref="TorchException">p is not positive, or x is a bool tensor.</exception>
    static abstract T Mvlgamma(T x, long p);

    /// <summary>The Hurwitz zeta function: the sum of (other + k)^-x for k from 0 on; broadcast over both shapes.</summary>
    /// <remarks>inf for x = 1, nan for x below 1. dother: -x zeta(x + 1, other). There is no derivative by x: a backward pass to it throws.</remarks>
    static abstract T Zeta(T x, T other);

    /// <summary>The number whose error function is x: infinite at -1 and 1, nan outside of them.</summary>
    /// <remarks>dx: sqrt(pi)/2 e^(result^2).</remarks>
    static abstract T Erfinv(T x);

    /// <summary>e^(x^2) erfc(x), which is not 0 where erfc is.</summary>
    /// <remarks>dx: 2 x result - 2/sqrt(pi).</remarks>
    static abstract T Erfcx(T x);

    /// <summary>The area under the standard normal density from -inf to x: (1 + erf(x/sqrt 2))/2.</summary>
    /// <remarks>dx: e^(-x^2/2)/sqrt(2 pi). The graph shows the parts: a product, a sum, erf.</remarks>
    static abstract T Ndtr(T x);

    /// <summary>The number at which Ndtr is x: infinite at 0 and 1, nan outside of them.</summary>
    /// <remarks>dx: sqrt(2 pi) e^(result^2/2).</remarks>
    static abstract T Ndtri(T x);

    /// <summary>ln(ndtr(x)), also where ndtr(x) is too small for a number.</summary>
    /// <remarks>dx: sqrt(2/pi)/erfcx(-x/sqrt 2).</remarks>
    static abstract T LogNdtr(T x);

    /// <summary>-x ln x, 0 at 0, -inf below.</summary>
    /// <remarks>dx: -1 - ln x.</remarks>
    static abstract T Entr(T x);

    /// <summary>The modified Bessel function of the first kind and order 0.</summary>
    /// <remarks>dx: i1(x).</remarks>
    static abstract T I0(T x);

    /// <summary>e^-|x| i0(x).</summary>
    /// <remarks>dx: i1e(x) - sign(x) result.</remarks>
    static abstract T I0e(T x);

    /// <summary>The modified Bessel function of the first kind and order 1.</summary>
    /// <remarks>dx: i0(x) - result/x, and 1/2 at 0.</remarks>
    static abstract T I1(T x);

    /// <summary>e^-|x| i1(x).</summary>
    /// <remarks>dx: i0e(x) - result (sign(x) + 1/x), and 1/2 at 0.</remarks>
    static abstract T I1e(T x);

    /// <summary>x ln(1 + y), and 0 where x is 0 and y is not nan; broadcast over both shapes.</summary>
    /// <remarks>dx: ln(1 + y), and 0 where x is 0 and y is not above -1. dy: x/(1 + y).</remarks>
    static abstract T Xlog1py(T x, T y);

    /// <summary>x ln(1 + y), and 0 where x is 0.</summary>
    static abstract T Xlog1py(T x, Scalar y);

    /// <summary>x ln(1 + y), and 0 if x is 0.</summary>
    static abstract T Xlog1py(Scalar x, T y);
}
