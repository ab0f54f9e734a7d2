namespace TwinGrad;

// Of the last two dimensions; those before them are a batch, and broadcast where there are two.
public partial interface ITensor<T>
{
    /// <summary>The determinant; 1 of a 0 x 0 matrix.</summary>
    /// <remarks>dx: g det(x) x^-T; of a singular x its limit, the cofactors.</remarks>
    static abstract T Det(T x);

    /// <summary>The determinant's sign, and the logarithm of its absolute value: -inf of a singular x.</summary>
    /// <remarks>dx: g_logabsdet x^-T.</remarks>
    static abstract (T Sign, T Logabsdet) Slogdet(T x);

    /// <summary>x^-1; what failed is told by a number a matrix, not by an exception.</summary>
    /// <remarks>dx: -x^-T g x^-T.</remarks>
    /// <returns>Info is 0, or the place of the first 0 on the diagonal, int32.</returns>
    static abstract (T Inverse, T Info) InvEx(T x, bool checkErrors);

    /// <summary>The X with x X = b, or X x = b where x is not on the left; b holds matrices or, one dimension less, vectors.</summary>
    /// <remarks>db: x^-T g, dx: -db X^T.</remarks>
    static abstract (T Result, T Info) SolveEx(T x, T b, bool left, bool checkErrors);

    /// <summary>The X with x X = b, or X x = b where x is not on the left, of triangles x; the other triangle is not read.</summary>
    /// <remarks>db: x^-T g, dx: the triangle of -db X^T.</remarks>
    /// <param name="x">The triangles.</param>
    /// <param name="b">The right sides.</param>
    /// <param name="upper">Which triangle is read.</param>
    /// <param name="left">Whether x is on the left.</param>
    /// <param name="unitriangular">Whether the diagonal counts as ones and is not read.</param>
    static abstract T SolveTriangular(T x, T b, bool upper, bool left, bool unitriangular);

    /// <summary>The X with a X = x, or a^T X = x, of triangles a; beside it a copy of a.</summary>
    /// <remarks>dx: a^-T g, da: the triangle of -dx X^T.</remarks>
    static abstract (T Solution, T ClonedCoefficient) TriangularSolve(T x, T a, bool upper, bool transpose, bool unitriangular);

    /// <summary>The X with A X = b, or X A = b where A is not on the left, for the A that <see cref="LinalgLuFactorEx"/> factorized.</summary>
    /// <remarks>db: A^-T g.</remarks>
    /// <param name="x">L and U in one matrix.</param>
    /// <param name="pivots">The rows that were swapped.</param>
    /// <param name="b">The right sides.</param>
    /// <param name="left">Whether A is on the left.</param>
    /// <param name="adjoint">Whether A^T stands for A.</param>
    static abstract T LinalgLuSolve(T x, T pivots, T b, bool left, bool adjoint);

    /// <summary>The X with A X = x, for the triangle of A that <see cref="Cholesky"/> gives.</summary>
    /// <remarks>dx: A^-1 g, dl: -(dx X^T + X dx^T) l, of the whole l and not of its triangle.</remarks>
    static abstract T CholeskySolve(T x, T l, bool upper);

    /// <summary>A^-1, for the triangle of A that <see cref="Cholesky"/> gives.</summary>
    /// <remarks>dx: -A^-1 (g + g^T) A^-1 x, of the whole x and not of its triangle.</remarks>
    static abstract T CholeskyInverse(T x, bool upper);

    /// <summary>The pseudoinverse: V diag(1/s) U^T over the singular values s beyond max(atol, rtol s_1), 0 for the others.</summary>
    /// <remarks>dx: -x+^T g x+^T + (1 - x x+) g^T x+ x+^T + x+^T x+ g^T (1 - x+ x) for x+, the pseudoinverse.</remarks>
    /// <param name="x">The matrices.</param>
    /// <param name="atol">0 if not given.</param>
    /// <param name="rtol">If not given, the larger side times the distance of 1 from the next number; 0 where atol is given and positive.</param>
    /// <param name="hermitian">Whether x is symmetric: eigenvalues serve then, and one triangle is read.</param>
    static abstract T Pinv(T x, T? atol, T? rtol, bool hermitian);

    /// <summary>The X with the smallest |x X - b|^2, and of several the smallest X.</summary>
    /// <remarks>dx, db: through X = pinv(x) b, and of the residuals with X held.</remarks>
    /// <param name="x">The matrices.</param>
    /// <param name="b">The right sides.</param>
    /// <param name="rcond">Singular values below so many times the largest count as 0; not for Gels, which takes x to have full rank.</param>
    /// <param name="driver">The method; Gelsy if not given.</param>
    /// <returns>Residuals are empty unless x has full rank and more rows than columns; rank and singular values unless the driver finds them.</returns>
    static abstract (T Solution, T Residuals, T Rank, T SingularValues) Lstsq(T x, T b, double? rcond, LstsqDriver? driver);
}
