using System.Runtime.InteropServices;

namespace TwinGrad;

/// <summary>Owns one native number. Native numbers never change, so each is made once and serves every call.</summary>
internal sealed class ScalarHandle : SafeHandle
{
    private static readonly BoundedCache<Scalar, ScalarHandle> Cache = new(Make);

    private static ScalarHandle? _one;

    private ScalarHandle(nint scalar)
        : base(0, ownsHandle: true)
        => SetHandle(scalar);

    /// <summary>The integer 1, libtorch's factor of the second summand.</summary>
    /// <remarks>Not made with the class: where libtorch can't be loaded, its exception is to come as itself.</remarks>
    internal static ScalarHandle One => _one ??= Of(1);

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>The native number. Calls that use it hold it, so that it may leave the cache meanwhile.</summary>
    internal static ScalarHandle Of(Scalar value) => Cache.Get(value);

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMethods.THSTorch_dispose_scalar(handle);
        return true;
    }

    private static ScalarHandle Make(Scalar value) => new(value.Kind switch
    {
        DTypeCategory.Bool => NativeMethods.THSTorch_bool_to_scalar(value.ToBoolean()),
        DTypeCategory.Integer when value.ToInt64() is < int.MinValue or > int.MaxValue => OfLong(value.ToInt64()),
        DTypeCategory.Integer => NativeMethods.THSTorch_int64_to_scalar(value.ToInt64()),
        _ => NativeMethods.THSTorch_float64_to_scalar(value.ToDouble()),
    });

    /// <summary>TorchSharp 0.105.1 takes a C long, which has 32 bits on Windows; a larger integer comes out of a tensor unharmed.</summary>
    private static unsafe nint OfLong(long value)
    {
        using var tensor = NativeTensor.Own(NativeError.Check(NativeMethods.THSTensor_empty(
            shape: null, dims: 0, DType.Int64.Code, (int)DeviceType.Cpu, deviceIndex: -1, requiresGrad: false)));
        *(long*)NativeMethods.THSTensor_data(tensor) = value;
        return NativeError.Check(NativeMethods.THSTensor_item(tensor));
    }
}
