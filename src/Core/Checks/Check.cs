namespace TwinGrad;

/// <summary>Argument checks that both engines make before they compute, so that both refuse the same and in PyTorch's words.</summary>
internal static partial class Check
{
    /// <summary>libtorch divides by the step as an element of the dtype: an integer 0 would end the process.</summary>
    internal static void Arange(Scalar start, Scalar end, Scalar step, DType dtype)
    {
        var (from, to, by) = (start.ToDouble(), end.ToDouble(), step.ToDouble());
        if (by == 0 || (!dtype.IsFloatingPoint && Math.Abs(by) < 1))
            throw Error.ArangeStepZero();
        if (!double.IsFinite(from) || !double.IsFinite(to))
            throw Error.ArangeBounds(from, to);
        if (double.IsNaN(by) || (by > 0 && from > to) || (by < 0 && from < to))
            throw Error.ArangeDirection();
    }

    /// <summary>As many elements as the shape holds: no more, or memory behind the tensor would be written.</summary>
    internal static void Holds(ReadOnlySpan<long> shape, long count)
    {
        if (Layout.Numel(shape) != count)
            throw Error.ShapeDoesNotHold(shape, count);
    }

    /// <summary>Only floating-point tensors can require grad.</summary>
    internal static void RequiresGrad(DType dtype, bool requiresGrad)
    {
        if (requiresGrad && !dtype.IsFloatingPoint)
            throw Error.RequiresFloatingPoint(atCreation: true);
    }

    internal static void Backward<T>(T x, T? gradient)
        where T : ITensor<T>
    {
        if (!x.RequiresGrad)
            throw Error.NoGradFn();
        if (gradient is null && x.Numel != 1)
            throw Error.GradientOfNonScalar();
        if (gradient is not null && gradient.Shape != x.Shape)
            throw Error.GradientShape(gradient.Shape, x.Shape);
    }

    internal static void AssignGrad<T>(T x, T gradient)
        where T : ITensor<T>
    {
        if (ReferenceEquals(x, gradient))
            throw Error.GradOfItself();
        if (gradient.Shape != x.Shape)
            throw Error.GradOfOtherShape(gradient.Shape, x.Shape);
        if (gradient.DType != x.DType)
            throw Error.GradOfOtherDType(gradient.DType, x.DType);
    }

    internal static void SetRequiresGrad<T>(T x, bool requiresGrad)
        where T : ITensor<T>
    {
        if (requiresGrad && !x.DType.IsFloatingPoint)
            throw Error.RequiresFloatingPoint(atCreation: false);
        if (!requiresGrad && !x.IsLeaf)
            throw Error.RequiresGradOfNonLeaf();
    }

    internal static void Sub(DType x, DType y)
    {
        if (x == DType.Bool && y == DType.Bool)
            throw Error.BoolSubtraction();
        if (x == DType.Bool || y == DType.Bool)
            throw Error.SubtractionOfBool();
    }

    /// <summary>Most arithmetic is not defined for truth values.</summary>
    internal static void HasKernel(string kernel, DType dtype)
    {
        if (dtype == DType.Bool)
            throw Error.NoKernel(kernel, dtype);
    }

    internal static void Neg(DType x)
    {
        if (x == DType.Bool)
            throw Error.BoolNegation();
    }

    internal static void Where<T>(T condition)
        where T : ITensor<T>
    {
        if (condition.DType != DType.Bool)
            throw Error.WhereCondition(condition.DType);
    }

    internal static void Mean<T>(T x)
        where T : ITensor<T>
    {
        if (!x.DType.IsFloatingPoint)
            throw Error.MeanOf(x.DType);
    }

    internal static void MeanInto(DType dtype)
    {
        if (!dtype.IsFloatingPoint)
            throw Error.MeanInto(dtype);
    }

    internal static void Clamp(Scalar? min, Scalar? max)
    {
        if (min is null && max is null)
            throw Error.ClampNeedsABound();
    }

    internal static void Dot<T>(T x, T y)
        where T : ITensor<T>
    {
        if (x.Dim != 1 || y.Dim != 1)
            throw Error.DotDims(x.Dim, y.Dim);
        if (x.DType != y.DType)
            throw Error.DotDTypes(x.DType, y.DType);
        if (x.Numel != y.Numel)
            throw Error.DotLengths(x.Numel, y.Numel);
    }

    internal static void Mv<T>(T x, T y)
        where T : ITensor<T>
    {
        if (x.Dim != 2 || y.Dim != 1)
            throw Error.MvDims(x.Dim, y.Dim);
        if (x.Shape[1] != y.Shape[0])
            throw Error.MvLengths(x.Shape, y.Shape[0]);
        if (x.DType != y.DType)
            throw Error.MatrixDTypes(x.DType, y.DType);
    }

    internal static void Mm<T>(T x, T y)
        where T : ITensor<T>
    {
        if (x.Dim != 2)
            throw Error.NotAMatrix("self");
        if (y.Dim != 2)
            throw Error.NotAMatrix("mat2");
        if (x.Shape[1] != y.Shape[0])
            throw Error.MmLengths(x.Shape, y.Shape);
        if (x.DType != y.DType)
            throw Error.MatrixDTypes(x.DType, y.DType);
    }

    internal static void Bmm<T>(T x, T y)
        where T : ITensor<T>
    {
        if (x.Dim != 3)
            throw Error.NotABatch("batch1");
        if (y.Dim != 3)
            throw Error.NotABatch("batch2");
        if (x.Shape[0] != y.Shape[0] || x.Shape[2] != y.Shape[1])
            throw Error.BmmLengths(x.Shape, y.Shape);
        if (x.DType != y.DType)
            throw Error.BatchDTypes(x.DType, y.DType);
    }

    internal static void Addmm<T>(T x, T mat1, T mat2)
        where T : ITensor<T>
    {
        if (mat1.Dim != 2 || mat2.Dim != 2)
            throw Error.NotAMatrix(mat1.Dim != 2 ? "mat1" : "mat2");
        if (mat1.Shape[1] != mat2.Shape[0])
            throw Error.MmLengths(mat1.Shape, mat2.Shape);
        if (mat1.DType != mat2.DType)
            throw Error.MatrixDTypes(mat1.DType, mat2.DType);
        if (x.DType != mat2.DType)
            throw Error.AddmmDTypes(x.DType, mat2.DType);
        Layout.Expand(x.Shape, x.Strides, [mat1.Shape[0], mat2.Shape[1]], x.DType);
    }

    /// <summary>An integer base takes no negative integer exponent: the result would be no integer.</summary>
    internal static void Pow(DType x, Scalar y)
    {
        if (y.Kind != DTypeCategory.Floating && !x.IsFloatingPoint && y.ToInt64() < 0)
            throw Error.NegativeIntegerPower();
    }

    internal static void Select<T>(T x, int dim, long index)
        where T : ITensor<T>
    {
        if (x.Dim == 0)
            throw Error.SelectOf0Dim();
        var length = x.Shape[dim];
        if (index < -length || index >= length)
            throw Error.SelectOutOfRange(index, dim, x.Shape);
    }

    internal static int Slice<T>(T x, int dim, long step)
        where T : ITensor<T>
    {
        if (x.Dim == 0)
            throw Error.SliceOf0Dim();
        return step > 0 ? Dim.Wrap(dim, x.Dim) : throw Error.SliceStep(step);
    }

    /// <summary>The two dimensions of a diagonal, counted from the front.</summary>
    internal static (int First, int Second) Diagonal(string name, int count, int dim1, int dim2)
    {
        var (first, second) = (Dim.Wrap(dim1, count), Dim.Wrap(dim2, count));
        return first != second ? (first, second) : throw Error.DiagonalDims(name, dim1, dim2);
    }

    internal static int[] Permute(int count, ReadOnlySpan<int> dims)
    {
        if (dims.Length != count)
            throw Error.PermuteCount(dims.Length, count);
        var order = new int[count];
        for (var i = 0; i < count; i++)
        {
            order[i] = Dim.Wrap(dims[i], count);
            if (Array.IndexOf(order, order[i], 0, i) >= 0)
                throw Error.PermuteTwice();
        }
        return order;
    }
}
