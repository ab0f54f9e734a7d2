namespace TwinGrad;

/// <summary>The contract that both engines fulfil: a function written against it runs on libtorch and on the reference engine.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>
/// The static abstract members are the primitives: what an engine must supply itself, one autograd node each, named as PyTorch names it.
/// What PyTorch composes of other operators is composed here too, once, in <see cref="Composites"/>.
/// The fluent forms (<c>x.Sin()</c>) and the C# operators are in <see cref="TensorOps"/>.
/// </remarks>
public partial interface ITensor<T> : ISpanFormattable
    where T : ITensor<T>
{
    /// <summary>The type of the elements.</summary>
    DType DType { get; }

    /// <summary>Where the elements live: a device that is there, a GPU by its number, and never <see cref="Device.Auto"/>.</summary>
    Device Device { get; }

    /// <summary>The lengths of the dimensions; empty for a 0-dim tensor.</summary>
    Shape Shape { get; }

    /// <summary>How many elements of storage lie between neighbours along each dimension.</summary>
    Shape Strides { get; }

    /// <summary>The elements in row-major order, converted to <typeparamref name="TNumber"/>.</summary>
    /// <typeparam name="TNumber">bool, byte, sbyte, short, int, long, Half, float or double.</typeparam>
    TNumber[] ToArray<TNumber>() where TNumber : unmanaged;

    /// <summary>The value of a tensor of one element, as PyTorch's <c>item()</c>: an integer, a bool or a floating-point number by its dtype.</summary>
    /// <exception cref="TorchException">The tensor has not exactly one element.</exception>
    Scalar ToScalar();

    /// <summary>The value of a tensor of one element as <typeparamref name="TNumber"/>.</summary>
    /// <typeparam name="TNumber">bool, byte, sbyte, short, int, long, Half, float or double.</typeparam>
    /// <remarks>A fraction is cut off by an integer type, as Python's <c>int(x)</c> does.</remarks>
    /// <exception cref="TorchException">The tensor has not exactly one element, or the value does not fit the type.</exception>
    TNumber Item<TNumber>() where TNumber : unmanaged;

    /// <summary>PyTorch's text of the tensor, printed as the options say.</summary>
    /// <param name="options">How; null is <see cref="PrintOptions.Current"/>, as in <c>ToString()</c>.</param>
    string ToString(PrintOptions? options);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider)
        => TensorNumber.ToString((T)this, format, formatProvider);

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
        => TensorNumber.TryFormat((T)this, destination, out charsWritten, format, provider);

    /// <summary>Begins a scope of this thread, at whose end the tensors made in it are freed in order; null where the collector alone frees them.</summary>
    internal static virtual IDisposable? BeginScope() => null;
}
