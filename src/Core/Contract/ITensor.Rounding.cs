namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>-1, 0 or 1, as x is negative, 0 or positive; 0 of nan.</summary>
    /// <remarks>dx: 0.</remarks>
    static abstract T Sign(T x);

    /// <summary>The largest whole number that is not above x.</summary>
    /// <remarks>dx: 0.</remarks>
    static abstract T Floor(T x);

    /// <summary>The smallest whole number that is not below x.</summary>
    /// <remarks>dx: 0.</remarks>
    static abstract T Ceil(T x);

    /// <summary>The whole number next to x towards 0.</summary>
    /// <remarks>dx: 0.</remarks>
    static abstract T Trunc(T x);

    /// <summary>The whole number next to x; of two equally near ones the even one.</summary>
    /// <remarks>dx: 0.</remarks>
    static abstract T Round(T x);

    /// <summary>x rounded to a number of decimals; to tens, hundreds, ... if it is negative. Floating-point numbers only.</summary>
    /// <remarks>dx: 0.</remarks>
    static abstract T Round(T x, int decimals);

    /// <summary>What Trunc cuts off: x - trunc(x), with the sign of x.</summary>
    /// <remarks>dx: 1.</remarks>
    static abstract T Frac(T x);

    /// <summary>x / y rounded down or towards 0; integers stay integers. Broadcast over both shapes.</summary>
    /// <remarks>dx: 0, dy: 0. An integer 0 as y throws.</remarks>
    static abstract T Div(T x, T y, RoundingMode roundingMode);

    /// <summary>x / y rounded down or towards 0; integers stay integers.</summary>
    static abstract T Div(T x, Scalar y, RoundingMode roundingMode);

    /// <summary>x / y rounded down, Python's <c>x // y</c>; broadcast over both shapes.</summary>
    /// <remarks>It has no derivative: a backward pass throws. <c>Div</c> with <see cref="RoundingMode.Floor"/> has 0.</remarks>
    static abstract T FloorDivide(T x, T y);

    /// <summary>x / y rounded down.</summary>
    static abstract T FloorDivide(T x, Scalar y);

    /// <summary>x / y rounded down.</summary>
    static abstract T FloorDivide(Scalar x, T y);

    /// <summary>x - y floor(x/y), Python's <c>x % y</c>: it has the sign of y. Broadcast over both shapes.</summary>
    /// <remarks>dx: 1, dy: -floor(x/y).</remarks>
    static abstract T Remainder(T x, T y);

    /// <summary>x - y floor(x/y): it has the sign of y.</summary>
    static abstract T Remainder(T x, Scalar y);

    /// <summary>x - y floor(x/y): it has the sign of y.</summary>
    /// <remarks>It has no derivative: a backward pass throws. Remainder of two tensors has one.</remarks>
    static abstract T Remainder(Scalar x, T y);

    /// <summary>x - y trunc(x/y), C#'s <c>x % y</c> of numbers: it has the sign of x. Broadcast over both shapes.</summary>
    /// <remarks>dx: 1, dy: -trunc(x/y).</remarks>
    static abstract T Fmod(T x, T y);

    /// <summary>x - y trunc(x/y): it has the sign of x.</summary>
    static abstract T Fmod(T x, Scalar y);
}
