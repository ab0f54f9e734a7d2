namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Uniform_(Tensor x, double from, double to)
    {
        Check.Uniform(Check.Given(x).DType, from, to);
        return RecordInPlace("UniformBackward0", x, () => NativeMethods.THSTensor_uniform_(x.Handle, from, to, noGenerator: 0));
    }

    /// <inheritdoc/>
    public static Tensor Normal_(Tensor x, double mean, double std)
    {
        Check.Normal(Check.Given(x).DType, std);
        return RecordInPlace("NormalBackward0", x, () => NativeMethods.THSTensor_normal_(x.Handle, mean, std, noGenerator: 0));
    }
}
