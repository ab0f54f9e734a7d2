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

    internal static TorchArgumentException UniformBound(string name, DType dtype)
        => new($"{name} is out of bounds for {CppTypeName(dtype)}");

    internal static TorchArgumentException UniformOrder(double from, double to)
        => new($"uniform_ expects to return a [from, to) range, but found from={CppNumber(from)} > to={CppNumber(to)}");

    internal static TorchArgumentException UniformRange(double from, double to)
        => new($"uniform_ expects to-from <= std::numeric_limits<Float>::max(), but found to={CppNumber(to)} and from={CppNumber(from)} "
            + "which result in to-from to exceed the limit");

    internal static TorchArgumentException NormalStd(double std) => new($"normal expects std >= 0.0, but found std {CppNumber(std)}");

    private static string CppTypeName(DType dtype) => dtype.Name switch
    {
        "float64" => "double",
        "float32" => "float",
        "float16" => "c10::Half",
        _ => "c10::BFloat16",
    };
}
