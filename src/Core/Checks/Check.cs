namespace TwinGrad;

/// <summary>Argument checks that both engines make before they compute, so that both refuse the same and in PyTorch's words.</summary>
internal static partial class Check
{
    /// <summary>The tensor, if there is one: for members that ask it for something before anything else could notice that it is null.</summary>
    internal static T Given<T>(T? x)
        where T : ITensor<T>
        => x is not null ? x : throw Error.NoTensor();

    /// <summary>A null beside an operator, which C# compiles with no more than a warning.</summary>
    internal static void Operands<T>(string symbol, T left, T right)
        where T : ITensor<T>
    {
        if (left is null || right is null)
            throw Error.OperandIsNull(symbol, left is null, right is null);
    }

    /// <summary>libtorch divides by the step as an element of the dtype: an integer 0 would end the process.</summary>
    internal static void Arange(Scalar start, Scalar end, Scalar step, DType dtype)
    {
        ArgumentNullException.ThrowIfNull(dtype);
        var (from, to, by) = (start.ToDouble(), end.ToDouble(), step.ToDouble());
        if (by == 0 || (!dtype.IsFloatingPoint && Math.Abs(by) < 1))
            throw Error.ArangeStepZero();
        if (!double.IsFinite(from) || !double.IsFinite(to))
            throw Error.ArangeBounds(from, to);
        if (double.IsNaN(by) || (by > 0 && from > to) || (by < 0 && from < to))
            throw Error.ArangeDirection();
    }

    /// <summary>libtorch makes a device of any number, and reads beyond its tables for one that is none.</summary>
    internal static DeviceType DeviceType(DeviceType type)
        => type is TwinGrad.DeviceType.Cpu or TwinGrad.DeviceType.Cuda ? type : throw Error.UnknownDevice((int)type);

    internal static int? DeviceIndex(int? index) => index is null or >= 0 ? index : throw Error.NegativeDeviceIndex();

    /// <summary>As many elements as the shape holds: no more, or memory behind the tensor would be written.</summary>
    internal static void Holds(ReadOnlySpan<long> shape, long count)
    {
        if (Layout.Numel(shape) != count)
            throw Error.ShapeDoesNotHold(shape, count);
    }

    /// <summary>An expanded tensor can have more elements than there is memory for.</summary>
    internal static void FitsAnArray(long count)
    {
        if (count > Array.MaxLength)
            throw Error.NoArrayHolds(count);
    }

    /// <summary>Integers that the dtype holds; into uint8 PyTorch lets negative ones too, as long as their size fits.</summary>
    internal static void Fits<TNumber>(ReadOnlySpan<TNumber> values, DType dtype)
        where TNumber : unmanaged
    {
        ArgumentNullException.ThrowIfNull(dtype);
        var source = Numbers.DTypeOf<TNumber>();
        var (smallest, largest) = dtype.Name switch
        {
            "uint8" => (-byte.MaxValue, byte.MaxValue),
            "int8" => (sbyte.MinValue, sbyte.MaxValue),
            "int16" => (short.MinValue, short.MaxValue),
            "int32" => ((long)int.MinValue, (long)int.MaxValue),
            _ => (long.MinValue, long.MaxValue),
        };
        if (source == dtype || source.Category != DTypeCategory.Integer || largest == long.MaxValue)
            return;
        foreach (var value in values)
        {
            if (Numbers.From(value).ToInt64() is var number && (number < smallest || number > largest))
                throw Error.ScalarOverflow(dtype.Name);
        }
    }

    /// <summary>Only floating-point tensors can require grad.</summary>
    internal static void RequiresGrad(DType dtype, bool requiresGrad)
    {
        ArgumentNullException.ThrowIfNull(dtype);
        if (requiresGrad && !dtype.IsFloatingPoint)
            throw Error.RequiresFloatingPoint("Only Tensors of floating point and complex dtype");
    }

    /// <summary>Where a backward pass starts, and with what; no gradients at all stand for ones.</summary>
    internal static void Roots<T>(ReadOnlySpan<T> roots, ReadOnlySpan<T> gradients)
        where T : ITensor<T>
    {
        for (var i = 0; i < roots.Length; i++)
        {
            if (gradients.IsEmpty)
                ImplicitGradient(roots[i]);
            else if (i < gradients.Length && Given(gradients[i]).Shape != Given(roots[i]).Shape)
                throw Error.GradientShape(i, gradients[i].Shape, roots[i].Shape);
        }
        if (!gradients.IsEmpty && gradients.Length != roots.Length)
            throw Error.GradientCount(roots.Length, gradients.Length);
        for (var i = 0; i < roots.Length; i++)
            if (!Given(roots[i]).RequiresGrad)
                throw Error.NoGradFn(i);
    }

    /// <summary>Only of one element is it clear what its gradient is.</summary>
    internal static void ImplicitGradient<T>(T root)
        where T : ITensor<T>
    {
        if (Given(root).RequiresGrad && root.Numel != 1)
            throw Error.GradientOfNonScalar();
    }

    /// <summary>What a backward pass should differentiate by.</summary>
    internal static void GradInputs<T>(ReadOnlySpan<T> inputs)
        where T : ITensor<T>
    {
        if (inputs.IsEmpty)
            throw Error.NoGradInputs();
        foreach (var input in inputs)
            if (!Given(input).RequiresGrad)
                throw Error.InputWithoutGrad();
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
        if (requiresGrad && !Given(x).DType.IsFloatingPoint)
            throw Error.RequiresFloatingPoint("only Tensors of floating point and complex dtype");
        if (!requiresGrad && !Given(x).IsLeaf)
            throw Error.RequiresGradOfNonLeaf();
    }

    internal static void RequiresGrad_<T>(T x, bool requiresGrad)
        where T : ITensor<T>
    {
        if (!Given(x).DType.IsFloatingPoint && requiresGrad)
            throw Error.RequiresFloatingPoint("only Tensors of floating point dtype");
    }

    internal static void Sub<T>(T x, T y)
        where T : ITensor<T>
        => Sub(Given(x).DType, Given(y).DType);

    internal static void Sub<T>(T x, Scalar y)
        where T : ITensor<T>
        => Sub(Given(x).DType, y.DefaultDType);

    private static void Sub(DType x, DType y)
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

    internal static void Neg<T>(T x)
        where T : ITensor<T>
    {
        if (Given(x).DType == DType.Bool)
            throw Error.BoolNegation();
    }

    internal static void Where<T>(T condition)
        where T : ITensor<T>
    {
        if (Given(condition).DType != DType.Bool)
            throw Error.WhereCondition(condition.DType);
    }

    internal static void Mean<T>(T x)
        where T : ITensor<T>
    {
        if (!Given(x).DType.IsFloatingPoint)
            throw Error.MeanOf(x.DType);
    }

    internal static void MeanInto(DType dtype)
    {
        ArgumentNullException.ThrowIfNull(dtype);
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
            throw Error.AddmmDTypes("mat1", mat1.DType, mat2.DType);
        if (Given(x).DType != mat2.DType)
            throw Error.AddmmDTypes("self", x.DType, mat2.DType);
        Layout.Expand(x.Shape, x.Strides, [mat1.Shape[0], mat2.Shape[1]], x.DType);
    }

    /// <summary>An integer base takes no negative integer exponent: the result would be no integer.</summary>
    internal static void Pow<T>(T x, Scalar y)
        where T : ITensor<T>
    {
        if (!Given(x).DType.IsFloatingPoint && y.Kind != DTypeCategory.Floating && y.ToInt64() < 0)
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
