using System.Globalization;

namespace TwinGrad;

/// <summary>A number that remembers whether it was a bool, an integer or a floating-point number.</summary>
/// <remarks>
/// A Python number beside a tensor promotes by its kind alone: <c>int_tensor + 1</c> stays int64,
/// <c>int_tensor + 1.0</c> becomes the default floating dtype, <c>float_tensor * 2</c> keeps its dtype.
/// C#'s implicit conversions make the same happen here.
/// </remarks>
public readonly struct Scalar : IEquatable<Scalar>
{
    private readonly long _bits;

    private Scalar(DTypeCategory kind, long bits)
    {
        Kind = kind;
        _bits = bits;
    }

    /// <summary>Bool, integer or floating.</summary>
    public DTypeCategory Kind { get; }

    /// <summary>The dtype that a tensor made of this number alone has: bool, int64 or float32.</summary>
    public DType DefaultDType => Kind switch
    {
        DTypeCategory.Bool => DType.Bool,
        DTypeCategory.Integer => DType.Int64,
        _ => DType.Float32,
    };

    /// <summary>A truth value.</summary>
    public static implicit operator Scalar(bool value) => new(DTypeCategory.Bool, value ? 1 : 0);

    /// <summary>An integer.</summary>
    public static implicit operator Scalar(int value) => new(DTypeCategory.Integer, value);

    /// <summary>An integer.</summary>
    public static implicit operator Scalar(long value) => new(DTypeCategory.Integer, value);

    /// <summary>A floating-point number.</summary>
    public static implicit operator Scalar(float value) => (double)value;

    /// <summary>A floating-point number.</summary>
    public static implicit operator Scalar(double value) => new(DTypeCategory.Floating, BitConverter.DoubleToInt64Bits(value));

    /// <summary>The number as a double; an integer beyond 2^53 is rounded.</summary>
    public double ToDouble() => Kind == DTypeCategory.Floating ? BitConverter.Int64BitsToDouble(_bits) : _bits;

    /// <summary>The number as a whole number: a fraction is cut off, true is 1.</summary>
    /// <exception cref="TorchException">It is not a number or lies outside of 64 bits.</exception>
    public long ToInt64()
    {
        if (Kind != DTypeCategory.Floating)
            return _bits;
        var value = ToDouble();
        return double.IsNaN(value) || value is < -9.2233720368547758e18 or >= 9.2233720368547758e18
            ? throw Error.ScalarOverflow("int64_t")
            : (long)value;
    }

    /// <summary>Whether the number is other than zero.</summary>
    public bool ToBoolean() => Kind == DTypeCategory.Floating ? ToDouble() != 0 : _bits != 0;

    /// <summary>Whether both have the same kind and the same bits.</summary>
    public static bool operator ==(Scalar left, Scalar right) => left.Equals(right);

    /// <summary>Whether kind or bits differ.</summary>
    public static bool operator !=(Scalar left, Scalar right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Scalar other) => Kind == other.Kind && _bits == other._bits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Scalar other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, _bits);

    /// <summary>Python's text of the number: <c>True</c>, <c>3</c>, <c>2.5</c>.</summary>
    public override string ToString() => Kind switch
    {
        DTypeCategory.Bool => _bits != 0 ? "True" : "False",
        DTypeCategory.Integer => _bits.ToString(CultureInfo.InvariantCulture),
        _ => PythonFloat.Repr(ToDouble()),
    };
}
