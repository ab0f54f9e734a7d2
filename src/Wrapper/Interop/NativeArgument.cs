using Kind = TwinGrad.ScriptInterpreter.Kind;
using Value = TwinGrad.ScriptInterpreter.Value;

namespace TwinGrad;

/// <summary>What goes into a <see cref="NativeFunction"/>: a tensor, a number, a bool, a list of tensors or numbers, or nothing.</summary>
internal readonly unsafe struct NativeArgument
{
    private readonly Kind _kind;
    private readonly Scalar _number;
    private readonly object? _content;

    private static readonly NativeArgument None = new(Kind.None, content: null);

    private NativeArgument(Kind kind, object? content)
        => (_kind, _content) = (content is null ? Kind.None : kind, content);

    private NativeArgument(Kind kind, Scalar number)
        => (_kind, _number) = (kind, number);

    /// <summary>Whether it is null, which only an optional parameter takes.</summary>
    internal bool IsNone => _kind == Kind.None;

    /// <summary>How many tensors a list has; none if it is no list.</summary>
    internal int Count => _content is Tensor[] items ? items.Length : 0;

    public static implicit operator NativeArgument(Tensor? x) => new(Kind.Tensor, x);

    public static implicit operator NativeArgument(Tensor[] tensors) => new(Kind.TensorList, tensors);

    public static implicit operator NativeArgument(bool value) => new(Kind.Boolean, (Scalar)value);

    public static implicit operator NativeArgument(int value) => new(Kind.Int32, (Scalar)value);

    public static implicit operator NativeArgument(long value) => new(Kind.Scalar, (Scalar)value);

    public static implicit operator NativeArgument(long? value) => value is { } number ? number : None;

    public static implicit operator NativeArgument(double value) => new(Kind.Scalar, (Scalar)value);

    public static implicit operator NativeArgument(double? value) => value is { } number ? number : None;

    public static implicit operator NativeArgument(Scalar value) => new(Kind.Scalar, value);

    public static implicit operator NativeArgument(int[]? values)
        => new(Kind.Tensor, values is null ? null : Array.ConvertAll(values, value => (long)value));

    public static implicit operator NativeArgument(long[]? values) => new(Kind.Tensor, values);

    public static implicit operator NativeArgument(double[]? values) => new(Kind.Tensor, values);

    public static implicit operator NativeArgument(Shape shape) => shape.ToArray();

    /// <summary>The argument as the native side reads it; a list's tensors are written where there is room for them.</summary>
    internal Value Write(NativeFunction.HandleScope held, ref Value* items)
    {
        var first = items;
        switch (_content)
        {
            case null:
                return _kind switch
                {
                    Kind.None => new(Kind.None, 0),
                    Kind.Boolean => new(Kind.Boolean, _number.ToBoolean() ? 1 : 0),
                    Kind.Int32 => new(Kind.Int32, (nint)_number.ToInt64()),
                    _ => new(Kind.Scalar, held.Hold(ScalarHandle.Of(_number))),
                };
            case Tensor x:
                return new(Kind.Tensor, held.Hold(x.Handle));
            case Tensor[] tensors:
                foreach (var tensor in tensors)
                    *items++ = new(Kind.Tensor, held.Hold(tensor.Handle));
                break;
            case long[] numbers:
                return new(Kind.Tensor, HoldNumbers<long>(numbers, DType.Int64, held));
            case double[] numbers:
                return new(Kind.Tensor, HoldNumbers<double>(numbers, DType.Float64, held));
        }
        return new(_kind, items - first, (nint)first);
    }

    /// <summary>The interpreter takes no list of numbers that it would know for one of ints or floats, but a tensor of them.</summary>
    private static nint HoldNumbers<TNumber>(ReadOnlySpan<TNumber> numbers, DType dtype, NativeFunction.HandleScope held)
        where TNumber : unmanaged
    {
        var length = (long)numbers.Length;
        using var tensor = NativeTensor.Own(NativeError.Check(NativeMethods.THSTensor_empty(
            &length, dims: 1, dtype.Code, (int)DeviceType.Cpu, deviceIndex: -1, requiresGrad: false)));
        numbers.CopyTo(new Span<TNumber>((void*)NativeMethods.THSTensor_data(tensor), numbers.Length));
        return held.Hold(tensor);
    }
}
