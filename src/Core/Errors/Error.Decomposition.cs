namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException LuWithoutPivoting() => new("linalg.lu_factor: LU without pivoting is not implemented on the CPU");

    internal static TorchArgumentException NoUplo(Uplo uplo) => new($"Expected UPLO argument to be 'L' or 'U', but got {uplo}");

    internal static TorchArgumentException NoQrMode(QrMode mode)
        => new($"qr received unrecognized mode '{mode}' but expected one of 'reduced' (default), 'r', or 'complete'");

    internal static TorchException QrDerivativeWithoutQ()
        => new("The derivative of linalg.qr depends on Q, which is not computed when mode='r'. "
            + "Please use linalg.qr(A, mode='reduced') if you are going to differentiate through linalg.qr.");

    internal static TorchException QrDerivativeOfComplete()
        => new("The QR decomposition is not differentiable when mode='complete' and nrows > ncols.");

    internal static TorchArgumentException SvdDims(int dims)
        => new($"linalg.svd: input should have at least 2 dimensions, but has {dims} dimensions instead");

    internal static TorchArgumentException HouseholderDims()
        => new("torch.linalg.householder_product: input must have at least 2 dimensions.");

    internal static TorchArgumentException HouseholderRows()
        => new("torch.linalg.householder_product: input.shape[-2] must be greater than or equal to input.shape[-1]");

    internal static TorchArgumentException HouseholderTau()
        => new("torch.linalg.householder_product: input.shape[-1] must be greater than or equal to tau.shape[-1]");

    internal static TorchArgumentException HouseholderTauDims(int dims, int tau)
        => new("torch.linalg.householder_product: Expected tau to have one dimension less than input, "
            + $"but got tau.ndim equal to {tau} and input.ndim is equal to {dims}");

    internal static TorchArgumentException HouseholderBatch(Shape batch, Shape tau)
        => new("torch.linalg.householder_product: Expected batch dimensions of tau to be equal to input.shape[:-2], "
            + $"but got {tau}, and the batch is {batch}");

    internal static TorchArgumentException HouseholderDTypes(DType tau, DType dtype)
        => new($"torch.linalg.householder_product: tau dtype {ScalarTypeName(tau)} does not match input dtype {ScalarTypeName(dtype)}");
}
