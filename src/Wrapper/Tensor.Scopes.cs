namespace TwinGrad;

public sealed partial class Tensor
{
    static IDisposable? ITensor<Tensor>.BeginScope() => TensorScope.Frame.Current = new(TensorScope.Frame.Current);

    static Tensor ITensor<Tensor>.OutOfScopes(Tensor x)
    {
        for (var frame = TensorScope.Frame.Current; frame is not null && !frame.Remove(x); frame = frame.Outer)
        {
        }
        return x;
    }
}
