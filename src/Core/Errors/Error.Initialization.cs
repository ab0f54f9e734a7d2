namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException OnlyMatrices() => new("Only tensors with 2 dimensions are supported", "ValueError");

    internal static TorchArgumentException OnlyMatricesAndMore() => new("Only tensors with 2 or more dimensions are supported", "ValueError");

    internal static TorchArgumentException NoFans()
        => new("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions", "ValueError");

    internal static TorchArgumentException NoSuchNonlinearity(Enum nonlinearity) => new($"Unsupported nonlinearity {nonlinearity}", "ValueError");

    internal static TorchArgumentException NoSuchFanMode(Enum mode)
        => new($"Mode {mode} not supported, please use one of ['fan_in', 'fan_out']", "ValueError");
}
