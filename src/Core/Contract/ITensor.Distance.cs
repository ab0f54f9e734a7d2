namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>The p-norm of x - other, over all elements after broadcasting, 0-dim.</summary>
    /// <remarks>dx: the gradient of the norm, as of <see cref="Norm"/>; dother: its negative.</remarks>
    static abstract T Dist(T x, T other, Scalar p);

    /// <summary>The p-norms of the differences of every row of x1 and every row of x2; dimensions before the rows are broadcast.</summary>
    /// <remarks>
    /// dx1: sign(d) (|d|/norm)^(p-1) of each difference d, summed over the rows of x2, and 0 where the norm is 0; equally large |d| each get the
    /// whole gradient of the norm with p = inf. dx2: the negative, summed over the rows of x1. PyTorch's name is <c>_cdist_forward</c>.
    /// </remarks>
    static abstract T CdistForward(T x1, T x2, double p);

    /// <summary>The lengths of the differences of every row of x1 and every row of x2, by a matrix product: faster for many rows, and less exact.</summary>
    /// <remarks>dx1, dx2: as of <see cref="CdistForward"/> with p = 2. PyTorch's name is <c>_euclidean_dist</c>.</remarks>
    static abstract T EuclideanDist(T x1, T x2);

    /// <summary>The p-norms of the differences of the rows of a matrix, those of the first row first, each pair once.</summary>
    /// <remarks>dx: as of <see cref="CdistForward"/>.</remarks>
    static abstract T Pdist(T x, double p);
}
