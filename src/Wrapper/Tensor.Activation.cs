namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Sigmoid(Tensor x)
        => Record("SigmoidBackward0", NativeMethods.THSTensor_sigmoid(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Relu(Tensor x)
        => Record("ReluBackward0", NativeMethods.THSTensor_relu(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Gelu(Tensor x, GeluApproximation approximate)
        => Record("GeluBackward0", approximate == GeluApproximation.None ? NativeMethods.THSTensor_gelu(x.Handle) : Aten.GeluByTanh.Call(x)[0], x);

    /// <inheritdoc/>
    public static Tensor Silu(Tensor x)
        => Record("SiluBackward0", NativeMethods.THSTensor_silu(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Mish(Tensor x)
        => Record("MishBackward0", Aten.Mish.Call(x)[0], x);

    /// <inheritdoc/>
    public static Tensor LogSigmoid(Tensor x)
        => Record("LogSigmoidBackward0", NativeMethods.THSTensor_log_sigmoid(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Softplus(Tensor x, Scalar beta, Scalar threshold)
        => Record("SoftplusBackward0", NativeMethods.THSTensor_softplus(x.Handle, ScalarHandle.Of(beta), ScalarHandle.Of(threshold)), x);

    /// <inheritdoc/>
    public static Tensor LeakyRelu(Tensor x, Scalar negativeSlope)
        => Record("LeakyReluBackward0", NativeMethods.THSTensor_leaky_relu(x.Handle, ScalarHandle.Of(negativeSlope)), x);

    /// <inheritdoc/>
    public static Tensor Elu(Tensor x, Scalar alpha, Scalar scale, Scalar inputScale)
        => Record("EluBackward0", NativeMethods.THSTensor_elu(
            x.Handle, ScalarHandle.Of(alpha), ScalarHandle.Of(scale), ScalarHandle.Of(inputScale)), x);

    /// <inheritdoc/>
    public static Tensor Celu(Tensor x, Scalar alpha)
        => Record("CeluBackward0", NativeMethods.THSTensor_celu(x.Handle, ScalarHandle.Of(alpha)), x);

    /// <inheritdoc/>
    public static Tensor Selu(Tensor x)
        => Record("EluBackward0", NativeMethods.THSTensor_selu(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Hardtanh(Tensor x, Scalar minVal, Scalar maxVal)
        => Record("HardtanhBackward0", NativeMethods.THSTensor_hardtanh(x.Handle, ScalarHandle.Of(minVal), ScalarHandle.Of(maxVal)), x);

    /// <inheritdoc/>
    public static Tensor Hardsigmoid(Tensor x)
        => Record("HardsigmoidBackward0", NativeMethods.THSTensor_hardsigmoid(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Hardswish(Tensor x)
        => Record("HardswishBackward0", NativeMethods.THSTensor_hardswish(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Softmax(Tensor x, int dim)
        => Record("SoftmaxBackward0", NativeMethods.THSSpecial_softmax(x.Handle, Dim.Wrap(dim, x.Dim), x.DType.Code), x);

    /// <inheritdoc/>
    public static Tensor LogSoftmax(Tensor x, int dim)
        => Record("LogSoftmaxBackward0", NativeMethods.THSSpecial_log_softmax(x.Handle, Dim.Wrap(dim, x.Dim), x.DType.Code), x);

    /// <inheritdoc/>
    public static Tensor Glu(Tensor x, int dim)
    {
        var place = Check.Glu(x, dim);
        return Record("GluBackward0", Aten.Glu.Call(x, place)[0], x);
    }

    /// <inheritdoc/>
    public static Tensor PreluKernel(Tensor x, Tensor weight)
    {
        Check.PreluKernel(x, weight);
        return Record("PreluKernelBackward0", Aten.PreluKernel.Call(x, weight)[0], x, weight);
    }

    /// <inheritdoc/>
    public static Tensor Threshold(Tensor x, Scalar threshold, Scalar value)
        => Record("ThresholdBackward0", Aten.Threshold.Call(x, threshold, value)[0], x);

    /// <inheritdoc/>
    public static Tensor Hardshrink(Tensor x, Scalar lambd)
        => Record("HardshrinkBackward0", Aten.Hardshrink.Call(x, lambd)[0], x);

    /// <inheritdoc/>
    public static Tensor Softshrink(Tensor x, Scalar lambd)
        => Record("SoftshrinkBackward0", Aten.Softshrink.Call(x, lambd)[0], x);

    /// <inheritdoc/>
    public static Tensor Rrelu(Tensor x, Scalar lower, Scalar upper, bool training)
    {
        Check.Rrelu(lower, upper);
        return Record("RreluWithNoiseBackward0", Aten.Rrelu.Call(x, lower, upper, training)[0], x);
    }
}
