namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>sum_i x_i y_i of two vectors of one length, 0-dim.</summary>
    /// <remarks>dx: y, dy: x.</remarks>
    static abstract T Dot(T x, T y);

    /// <summary>The product of an n x m matrix and a vector of length m: a vector of length n.</summary>
    /// <remarks>dx: g y^T, dy: x^T g.</remarks>
    static abstract T Mv(T x, T y);

    /// <summary>The product of an n x m and an m x p matrix: n x p.</summary>
    /// <remarks>dx: g y^T, dy: x^T g.</remarks>
    static abstract T Mm(T x, T y);

    /// <summary>The products of b pairs of matrices: (b, n, m) and (b, m, p) give (b, n, p).</summary>
    /// <remarks>dx: g y^T, dy: x^T g, for each of the b.</remarks>
    static abstract T Bmm(T x, T y);

    /// <summary>beta x + alpha mat1 mat2 of matrices; x is broadcast to the product's shape.</summary>
    /// <remarks>dx: beta g, dmat1: alpha g mat2^T, dmat2: alpha mat1^T g.</remarks>
    static abstract T Addmm(T x, T mat1, T mat2, double beta, double alpha);
}
