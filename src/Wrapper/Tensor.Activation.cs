namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Sigmoid(Tensor x)
        => Record("SigmoidBackward0", NativeMethods.THSTensor_sigmoid(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Relu(Tensor x)
        => Record("ReluBackward0", NativeMethods.THSTensor_relu(x.Handle), x);
}
