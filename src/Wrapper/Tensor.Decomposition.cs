namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Cholesky(Tensor x, bool upper)
    {
        Warnings.Warn(LinearAlgebraWarning.Cholesky);
        var (factor, info) = CholeskyEx(x, upper, checkErrors: false);
        Check.Factorization("cholesky", info);
        return Named("CholeskyBackward0", factor, x);
    }

    /// <inheritdoc/>
    public static (Tensor L, Tensor Info) CholeskyEx(Tensor x, bool upper, bool checkErrors)
    {
        Check.IsSquare("linalg.cholesky", x);
        var results = RecordAll("LinalgCholeskyExBackward0", Aten.CholeskyEx.Call(x, upper, checkErrors), x);
        return (results[0], results[1]);
    }

    /// <inheritdoc/>
    public static (Tensor Q, Tensor R) LinalgQr(Tensor x, QrMode mode)
    {
        Check.LinalgQr(x, mode);
        var function = mode switch
        {
            QrMode.Reduced => Aten.Qr,
            QrMode.Complete => Aten.QrComplete,
            _ => Aten.QrWithoutQ,
        };
        var results = RecordAll("LinalgQrBackward0", function.Call(x), x);
        return (results[0], results[1]);
    }

    /// <inheritdoc/>
    public static (Tensor Eigenvalues, Tensor Eigenvectors) Eigh(Tensor x, Uplo uplo)
    {
        Check.Eigh(x, uplo);
        var results = RecordAll("LinalgEighBackward0", (uplo == Uplo.L ? Aten.EighLower : Aten.EighUpper).Call(x), x);
        return (results[0], results[1]);
    }

    /// <inheritdoc/>
    public static (Tensor U, Tensor S, Tensor Vh) LinalgSvd(Tensor x, bool fullMatrices)
    {
        Check.LinalgSvd(x);
        var results = RecordAll("LinalgSvdBackward0", Aten.Svd.Call(x, fullMatrices), x);
        return (results[0], results[1], results[2]);
    }

    /// <inheritdoc/>
    public static (Tensor P, Tensor L, Tensor U) LinalgLu(Tensor x, bool pivot)
    {
        Check.Lu("linalg.lu", x, pivot);
        var results = RecordAll("LinalgLuBackward0", Aten.Lu.Call(x, pivot), x);
        return (results[0], results[1], results[2]);
    }

    /// <inheritdoc/>
    public static (Tensor LU, Tensor Pivots, Tensor Info) LinalgLuFactorEx(Tensor x, bool pivot, bool checkErrors)
    {
        Check.Lu("torch.lu_factor", x, pivot);
        var results = RecordAll("LinalgLuFactorExBackward0", Aten.LuFactorEx.Call(x, pivot, checkErrors), x);
        return (results[0], results[1], results[2]);
    }

    /// <inheritdoc/>
    public static (Tensor P, Tensor L, Tensor U) LuUnpack(Tensor x, Tensor pivots, bool unpackData, bool unpackPivots)
    {
        Check.LuUnpack(x, pivots, unpackPivots);
        var results = RecordAll("LuUnpackBackward0", Aten.LuUnpack.Call(x, pivots, unpackData, unpackPivots), x);
        return (results[0], results[1], results[2]);
    }

    /// <inheritdoc/>
    public static Tensor HouseholderProduct(Tensor x, Tensor tau)
    {
        Check.HouseholderProduct(x, tau);
        return Record("LinalgHouseholderProductBackward0", Aten.HouseholderProduct.Call(x, tau)[0], x, tau);
    }
}
