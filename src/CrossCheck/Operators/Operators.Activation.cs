namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Sigmoid(T x) => T.Sigmoid(x);

    [Op(Kinks = [0])]
    private static T Relu(T x) => T.Relu(x);

    [Op(Kinks = [0, 6])]
    private static T Relu6([Domain(-3, 9)] T x) => x.Relu6();

    [Op]
    private static T Gelu(T x) => T.Gelu(x, GeluApproximation.None);

    [Op]
    private static T Gelu_Tanh(T x) => T.Gelu(x, GeluApproximation.Tanh);

    [Op]
    private static T Silu(T x) => T.Silu(x);

    [Op]
    private static T Mish(T x) => T.Mish(x);

    [Op]
    private static T LogSigmoid(T x) => T.LogSigmoid(x);

    [Op]
    private static T Softplus(T x) => T.Softplus(x, 1, 20);

    [Op(Kinks = [1.5])]
    private static T Softplus_Beta(T x) => T.Softplus(x, 2, 3);

    [Op(Kinks = [0])]
    private static T LeakyRelu(T x) => T.LeakyRelu(x, 0.01);

    [Op(Kinks = [0])]
    private static T LeakyRelu_Negative(T x) => T.LeakyRelu(x, -2);

    [Op(Kinks = [0])]
    private static T Elu(T x) => T.Elu(x, 1.5, 1, 1);

    [Op(Kinks = [0])]
    private static T Elu_Scaled(T x) => T.Elu(x, 1.5, 2, 0.5);

    [Op(Kinks = [0])]
    private static T Celu(T x) => T.Celu(x, 2);

    [Op(Fails = true)]
    private static T Celu_Alpha0(T x) => T.Celu(x, 0);

    [Op(Kinks = [0])]
    private static T Selu(T x) => T.Selu(x);

    [Op(Kinks = [-1, 1])]
    private static T Hardtanh(T x) => T.Hardtanh(x, -1.0, 1.0);

    [Op(Kinks = [0.5])]
    private static T Hardtanh_OnePoint(T x) => T.Hardtanh(x, 0.5, 0.5);

    [Op(Kinks = [-3, 3], Orders = 1, DifferencesSkip = "libtorch's slope is 1/6 as a float")]
    private static T Hardsigmoid([Domain(-5, 5)] T x) => T.Hardsigmoid(x);

    [Op(Kinks = [-3, 3])]
    private static T Hardswish([Domain(-5, 5)] T x) => T.Hardswish(x);

    [Op(Kinks = [0])]
    private static T Softsign(T x) => x.Softsign();

    [Op]
    private static T Tanhshrink(T x) => x.Tanhshrink();

    [Op(Kinks = [-0.5, 0.5])]
    private static T Hardshrink(T x) => T.Hardshrink(x, 0.5);

    [Op(Kinks = [0])]
    private static T Hardshrink_Nowhere(T x) => T.Hardshrink(x, -1);

    [Op(Kinks = [-0.5, 0.5])]
    private static T Softshrink(T x) => T.Softshrink(x, 0.5);

    [Op(Fails = true)]
    private static T Softshrink_Negative(T x) => T.Softshrink(x, -0.5);

    [Op(Kinks = [1])]
    private static T Threshold(T x) => T.Threshold(x, 1, -20);

    [Op(Kinks = [0])]
    private static T PreluKernel(T x) => T.PreluKernel(x, T.Full([], 0.25, x.DType, x.Device, requiresGrad: false));

    [Op]
    private static T PreluKernel_Slopes([Shape(2, 3), Shape(2, 3), Shape(0)] T x, [Shape(2, 3), Shape(3), Shape(1)] T weight) => T.PreluKernel(x, weight);

    [Op(DifferencesSkip = "the slope jumps")]
    private static T PreluKernel_Kink([Shape(2, 3)] T x, [Shape(2, 3)] T weight) => T.PreluKernel(x * 0, weight) + T.PreluKernel(x, weight);

    [Op(Fails = true)]
    private static T PreluKernel_LargerThanX([Shape(3)] T x, [Shape(2, 3)] T weight) => T.PreluKernel(x, weight);

    [Op(Kinks = [0])]
    private static T Rrelu(T x) => T.Rrelu(x, 0.125, 0.25, training: false);

    [Op(Kinks = [0])]
    private static T Rrelu_Training(T x) => T.Rrelu(x, 0.25, 0.25, training: true);

    [Op(Fails = true)]
    private static T Rrelu_Bounds(T x) => T.Rrelu(x, 0.5, 0.25, training: true);
}
