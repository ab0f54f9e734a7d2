namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException RandomStateType() => new("RNG state must be a torch.ByteTensor", "TypeError");

    internal static TorchArgumentException RandomStateSize(long size)
        => new($"Expected a CPUGeneratorImplState of size {RandomState.Size} but found the input RNG state size to be {size}");

    internal static TorchArgumentException RandomStateContent(string what)
        => new($"Invalid mt19937 state: {what}. Only what GetRandomState gave, byte for byte, is a state");

    internal static TorchNotImplementedException NoCudaRandomState(Device device)
        => new($"the state of the generator of {device} can't be had: TorchSharp's library exports no function for it. Use device cpu");
}
