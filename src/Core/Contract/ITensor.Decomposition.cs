namespace TwinGrad;

// Of the last two dimensions; those before them are a batch.
public partial interface ITensor<T>
{
    /// <summary>The lower triangle L with L L^T = x of a symmetric, positive definite x; upper gives L^T. One triangle of x is read.</summary>
    /// <remarks>dx: L^-T s(L^T g) L^-1, symmetric, where s takes the lower triangle and halves it, but for the diagonal, onto both sides.</remarks>
    /// <exception cref="TorchLinAlgException">x is not positive definite.</exception>
    static abstract T Cholesky(T x, bool upper);

    /// <summary>As <see cref="Cholesky"/>; what failed is told by a number a matrix, not by an exception.</summary>
    /// <returns>Info is 0, or the order of the first minor that is not positive, int32.</returns>
    static abstract (T L, T Info) CholeskyEx(T x, bool upper, bool checkErrors);

    /// <summary>x = Q R with orthonormal columns in Q and an upper triangle R.</summary>
    /// <remarks>
    /// dx of a tall x: (gQ + Q s(triu(gR R^T - Q^T gQ))) R^-T, where s adds the transpose and halves the diagonal.
    /// Not differentiable: mode R, and Complete for more rows than columns.
    /// </remarks>
    static abstract (T Q, T R) LinalgQr(T x, QrMode mode);

    /// <summary>x = V diag(eigenvalues) V^T of a symmetric x, of which one triangle is read; the eigenvalues ascend.</summary>
    /// <remarks>
    /// dx: V (diag(g_eigenvalues) + (V^T gV - gV^T V)/2 / E) V^T with E_ij = l_j - l_i, which equal eigenvalues make infinite.
    /// The sign of an eigenvector is free.
    /// </remarks>
    static abstract (T Eigenvalues, T Eigenvectors) Eigh(T x, Uplo uplo);

    /// <summary>x = U diag(S) Vh with orthonormal columns in U and rows in Vh; the singular values S descend.</summary>
    /// <remarks>
    /// dx: U (diag(gS) + (k(U^T gU) S + S k(V^T gV)) / E) Vh with k(A) = A - A^T and E_ij = S_j^2 - S_i^2, and where x is not square the
    /// part of gU or gV beside the singular vectors. Equal singular values make it infinite. The sign of a pair of singular vectors is free.
    /// </remarks>
    /// <param name="x">The matrices.</param>
    /// <param name="fullMatrices">Whether U and Vh are square; columns beyond the singular values have no part in the derivative.</param>
    static abstract (T U, T S, T Vh) LinalgSvd(T x, bool fullMatrices);

    /// <summary>x = P L U with a permutation P, a lower triangle L with ones on its diagonal, and an upper triangle U.</summary>
    /// <remarks>dx of a square x: P L^-T (tril(L^T gL, -1) + triu(gU U^T)) U^-T.</remarks>
    static abstract (T P, T L, T U) LinalgLu(T x, bool pivot);

    /// <summary>L and U of <see cref="LinalgLu"/> in one matrix, L's ones left out; P as the row that each was swapped with, from 1.</summary>
    /// <returns>Info is 0, or the place of the first 0 on U's diagonal, int32.</returns>
    static abstract (T LU, T Pivots, T Info) LinalgLuFactorEx(T x, bool pivot, bool checkErrors);

    /// <summary>The parts of what <see cref="LinalgLuFactorEx"/> gives; parts that are not asked for are empty.</summary>
    /// <remarks>dx: tril(gL, -1) + triu(gU).</remarks>
    static abstract (T P, T L, T U) LuUnpack(T x, T pivots, bool unpackData, bool unpackPivots);

    /// <summary>The first columns of (1 - tau_1 v_1 v_1^T)(1 - tau_2 v_2 v_2^T)...: v_i is column i of x below its diagonal, with 1 there.</summary>
    /// <remarks>With G_i the gradient of factor i: dtau_i: -v_i^T G_i v_i, dv_i: -tau_i (G_i + G_i^T) v_i.</remarks>
    static abstract T HouseholderProduct(T x, T tau);
}
