namespace TwinGrad;

internal static partial class Check
{
    internal static void LinalgQr<T>(T x, QrMode mode)
        where T : ITensor<T>
    {
        IsMatrix("linalg.qr", x);
        IsFloating("linalg.qr", x, lowPrecision: false);
        if (!Enum.IsDefined(mode))
            throw Error.NoQrMode(mode);
    }

    internal static void Eigh<T>(T x, Uplo uplo)
        where T : ITensor<T>
    {
        IsSquare("linalg.eigh", x, lowPrecision: false);
        if (!Enum.IsDefined(uplo))
            throw Error.NoUplo(uplo);
    }

    internal static void LinalgSvd<T>(T x)
        where T : ITensor<T>
    {
        if (Given(x).Dim < 2)
            throw Error.SvdDims(x.Dim);
        IsFloating("linalg.svd", x, lowPrecision: false);
        HasNoNan("linalg.svd", x);
    }

    internal static void Lu<T>(string function, T x, bool pivot)
        where T : ITensor<T>
    {
        if (Given(x).Dim < 2)
            throw Error.UnpackDims(function, x.Shape);
        IsFloating("linalg.lu_factor", x, lowPrecision: false);
        if (!pivot)
            throw Error.LuWithoutPivoting();
    }

    internal static void HouseholderProduct<T>(T x, T tau)
        where T : ITensor<T>
    {
        if (Given(x).Dim < 2)
            throw Error.HouseholderDims();
        if (x.Shape[-2] < x.Shape[-1])
            throw Error.HouseholderRows();
        if (Given(tau).Dim == 0 || x.Shape[-1] < tau.Shape[-1])
            throw Error.HouseholderTau();
        if (x.Dim - tau.Dim != 1)
            throw Error.HouseholderTauDims(x.Dim, tau.Dim);
        Shape expected = [.. x.Shape.AsSpan()[..^2], tau.Shape[-1]];
        if (tau.Shape != expected)
            throw Error.HouseholderBatch([.. x.Shape.SkipLast(2)], tau.Shape);
        if (x.DType != tau.DType)
            throw Error.HouseholderDTypes(tau.DType, x.DType);
        IsFloating("linalg.householder_product", x, lowPrecision: false);
    }

    /// <summary>LAPACK refuses to find singular values of nan; MKL writes about it to standard output, too, so that it is not asked.</summary>
    private static void HasNoNan<T>(string function, T x)
        where T : ITensor<T>
    {
        if (!T.Any(T.Ne(x, x)).Item<bool>())
            return;
        var place = Array.FindIndex(T.Detach(x).ToArray<double>(), double.IsNaN);
        throw Error.NotConverged(
            function, "singular values", info: null, x.Dim <= 2 ? null : place / (int)(x.Shape[-2] * x.Shape[-1]));
    }
}
