namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>A dimension cut into segments of the given lengths, each of them reduced to one place.</summary>
    /// <param name="data">The tensor.</param>
    /// <param name="reduce">What a segment is reduced to.</param>
    /// <param name="lengths">The segments' lengths, along their last dimension; before it the dimensions of the data before the axis.</param>
    /// <param name="axis">The dimension that is cut.</param>
    /// <param name="initial">What each reduction starts from; an empty segment gives it, or 0, nan, 1, -inf or inf where there is none.</param>
    /// <remarks>dx: as of the reduction of a segment; equally large or small elements share the gradient. Not twice differentiable.</remarks>
    /// <exception cref="TorchArgumentException">The lengths do not fill the dimension, or one is negative.</exception>
    static abstract T SegmentReduce(T data, SegmentReduction reduce, T lengths, int axis, Scalar? initial);
}
