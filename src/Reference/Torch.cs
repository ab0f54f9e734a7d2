namespace TwinGrad.Reference;

/// <summary>PyTorch's creation functions and modes, on the reference engine.</summary>
public sealed class Torch : TensorFactory<Tensor>
{
    private Torch()
    {
    }
}
