namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>sum_i x_i y_i of two vectors of one length, 0-dim.</summary>
    /// <remarks>dx: y, dy: x.</remarks>
    static abstract T Dot(T x, T y);

    /// <summary>As <see cref="Dot"/>, which it differs from for complex numbers alone.</summary>
    /// <remarks>dx: y, dy: x.</remarks>
    static abstract T Vdot(T x, T y);

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
    /// <remarks>dx: beta g, dmat1: alpha g mat2^T, dmat2: alpha mat1^T g. A beta of 0 leaves x out, nan and all.</remarks>
    static abstract T Addmm(T x, T mat1, T mat2, Scalar beta, Scalar alpha);

    /// <summary>beta x + alpha mat vec of a matrix and a vector; x is broadcast to the product's shape.</summary>
    /// <remarks>dx: beta g, dmat: alpha g vec^T, dvec: alpha mat^T g.</remarks>
    static abstract T Addmv(T x, T mat, T vec, Scalar beta, Scalar alpha);

    /// <summary>beta x + alpha vec1 vec2^T of two vectors; x is broadcast to the product's shape.</summary>
    /// <remarks>dx: beta g, dvec1: alpha g vec2, dvec2: alpha g^T vec1.</remarks>
    static abstract T Addr(T x, T vec1, T vec2, Scalar beta, Scalar alpha);

    /// <summary>beta x + alpha times the sum over b of batch1[b] batch2[b]; x is broadcast to the shape of one product.</summary>
    /// <remarks>dx: beta g, dbatch1: alpha g batch2^T, dbatch2: alpha batch1^T g, for each of the b.</remarks>
    static abstract T Addbmm(T x, T batch1, T batch2, Scalar beta, Scalar alpha);

    /// <summary>beta x + alpha batch1 batch2, for each of the b; x is broadcast to the products' shape.</summary>
    /// <remarks>dx: beta g, dbatch1: alpha g batch2^T, dbatch2: alpha batch1^T g.</remarks>
    static abstract T Baddbmm(T x, T batch1, T batch2, Scalar beta, Scalar alpha);

    /// <summary>The vector product of the lines of length 3 along a dimension; the others broadcast.</summary>
    /// <remarks>dx: y x g, dy: g x x, where x between two of them is the vector product.</remarks>
    static abstract T LinalgCross(T x, T y, int dim);

    /// <summary>1 + x + x^2/2! + x^3/3! + ... of square matrices.</summary>
    /// <remarks>dx: the upper right quarter of exp [[x^T, g], [0, x^T]].</remarks>
    static abstract T MatrixExp(T x);
}
