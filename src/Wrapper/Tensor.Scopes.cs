namespace TwinGrad;

public sealed partial class Tensor
{
    static IDisposable? ITensor<Tensor>.BeginScope() => TensorScope.Frame.Current = new(TensorScope.Frame.Current);
}
