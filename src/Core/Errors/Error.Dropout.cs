namespace TwinGrad;

internal static partial class Error
{
    internal const string Dropout2dOf3Dims = "dropout2d: Received a 3D input to dropout2d and assuming that channel-wise 1D dropout behavior is desired - "
        + "input is interpreted as shape (N, C, L), where C is the channel dim. This behavior will change in a future release to interpret the "
        + "input as one without a batch dimension, i.e. shape (C, H, W). To maintain the 1D channel-wise dropout behavior, please switch to "
        + "using dropout1d instead.";

    internal static TorchArgumentException DropoutProbability(double p)
        => new($"dropout probability has to be between 0 and 1, but got {PythonFloat.Repr(p)}", "ValueError");

    internal static TorchArgumentException FeatureDropoutDims() => new("Feature dropout requires at least 2 dimensions in the input");

    internal static TorchArgumentException BernoulliProbability(double p)
        => new($"bernoulli_ expects p to be in [0, 1], but got p={CppNumber(p)}");

    internal static TorchArgumentException Dropout1dDims(int dims)
        => new($"dropout1d: Expected 2D or 3D input, but received a {dims}D input. Note that dropout1d exists to provide channel-wise dropout "
            + "on inputs with 1 spatial dimension, a channel dimension, and an optional batch dimension (i.e. 2D or 3D inputs).");

    internal static string DropoutDims(int spatial, int dims)
        => $"dropout{spatial}d: Received a {dims}-D input to dropout{spatial}d, which is deprecated and will result in an error in a future "
            + "release. To retain the behavior and silence this warning, please use dropout instead. Note that "
            + $"dropout{spatial}d exists to provide channel-wise dropout on inputs with {spatial} spatial dimensions, a channel dimension, "
            + $"and an optional batch dimension (i.e. {spatial + 1}D or {spatial + 2}D inputs).";
}
