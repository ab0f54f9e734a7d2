namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>tan x, x in radians.</summary>
    /// <remarks>dx: 1 + tan(x)^2.</remarks>
    static abstract T Tan(T x);

    /// <summary>The angle, in radians between -pi/2 and pi/2, whose sine is x; nan outside of [-1, 1].</summary>
    /// <remarks>dx: 1/sqrt(1 - x^2).</remarks>
    static abstract T Asin(T x);

    /// <summary>The angle, in radians between 0 and pi, whose cosine is x; nan outside of [-1, 1].</summary>
    /// <remarks>dx: -1/sqrt(1 - x^2).</remarks>
    static abstract T Acos(T x);

    /// <summary>The angle, in radians between -pi/2 and pi/2, whose tangent is x.</summary>
    /// <remarks>dx: 1/(1 + x^2).</remarks>
    static abstract T Atan(T x);

    /// <summary>sinh x = (e^x - e^-x)/2.</summary>
    /// <remarks>dx: cosh x.</remarks>
    static abstract T Sinh(T x);

    /// <summary>cosh x = (e^x + e^-x)/2.</summary>
    /// <remarks>dx: sinh x.</remarks>
    static abstract T Cosh(T x);

    /// <summary>The number whose hyperbolic sine is x.</summary>
    /// <remarks>dx: 1/sqrt(x^2 + 1).</remarks>
    static abstract T Asinh(T x);

    /// <summary>The number, not negative, whose hyperbolic cosine is x; nan below 1.</summary>
    /// <remarks>dx: 1/sqrt(x^2 - 1).</remarks>
    static abstract T Acosh(T x);

    /// <summary>The number whose hyperbolic tangent is x; nan outside of [-1, 1].</summary>
    /// <remarks>dx: 1/(1 - x^2).</remarks>
    static abstract T Atanh(T x);

    /// <summary>The angle, in radians between -pi and pi, of the point (y, x): x is its height. Broadcast over both shapes.</summary>
    /// <remarks>dx: y/(x^2 + y^2), dy: -x/(x^2 + y^2).</remarks>
    static abstract T Atan2(T x, T y);
}
