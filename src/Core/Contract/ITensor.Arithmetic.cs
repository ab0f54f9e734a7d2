namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>x + alpha y, broadcast over both shapes. Integers take no fraction as alpha.</summary>
    /// <remarks>dx: 1, dy: alpha.</remarks>
    static abstract T Add(T x, T y, Scalar alpha);

    /// <summary>x + alpha y.</summary>
    static abstract T Add(T x, Scalar y, Scalar alpha);

    /// <summary>x - alpha y, broadcast over both shapes. Integers take no fraction as alpha.</summary>
    /// <remarks>dx: 1, dy: -alpha.</remarks>
    static abstract T Sub(T x, T y, Scalar alpha);

    /// <summary>x - alpha y.</summary>
    static abstract T Sub(T x, Scalar y, Scalar alpha);

    /// <summary>y - alpha x, the subtraction from the right, broadcast over both shapes. Integers take no fraction as alpha.</summary>
    /// <remarks>dx: -alpha, dy: 1.</remarks>
    static abstract T Rsub(T x, T y, Scalar alpha);

    /// <summary>y - alpha x.</summary>
    static abstract T Rsub(T x, Scalar y, Scalar alpha);

    /// <summary>sqrt(x^2 + y^2) without overflow, broadcast over both shapes.</summary>
    /// <remarks>dx: x/result, dy: y/result; nan where both are 0.</remarks>
    static abstract T Hypot(T x, T y);

    /// <summary>|x| with the sign of y, which -0 has too; broadcast over both shapes.</summary>
    /// <remarks>dx: result/x, and 0 where x is 0. dy: 0.</remarks>
    static abstract T Copysign(T x, T y);

    /// <summary>|x| with the sign of y.</summary>
    static abstract T Copysign(T x, Scalar y);

    /// <summary>An angle in degrees as radians: x pi/180.</summary>
    /// <remarks>dx: pi/180.</remarks>
    static abstract T Deg2rad(T x);

    /// <summary>An angle in radians as degrees: x 180/pi.</summary>
    /// <remarks>dx: 180/pi.</remarks>
    static abstract T Rad2deg(T x);

    /// <summary>x = mantissa 2^exponent: the mantissa's size is in [0.5, 1), the exponent an int32; both are 0 where x is 0.</summary>
    /// <remarks>dx: 2^-exponent, through the mantissa.</remarks>
    static abstract (T Mantissa, T Exponent) Frexp(T x);

    /// <summary>-1, 0 or 1, as x is negative, 0 or positive; 0 of nan. Sign, under complex numbers' name for it.</summary>
    /// <remarks>dx: 0.</remarks>
    static abstract T Sgn(T x);

    /// <summary>The angle of x in the plane of complex numbers: pi where x is negative, else 0; nan of nan.</summary>
    /// <remarks>dx: 0.</remarks>
    static abstract T Angle(T x);

    /// <summary>0 where x is negative or nan, 1 where it is positive, the value where it is 0; broadcast over both shapes.</summary>
    /// <remarks>Both of one dtype. It has no derivative: a backward pass throws.</remarks>
    static abstract T Heaviside(T x, T values);

    /// <summary>Whether the sign of x is negative, which that of -0 is, as a bool tensor.</summary>
    static abstract T Signbit(T x);
}
