namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <summary>
    /// <see cref="InPlace(Tensor, Func{Tensor, Tensor}, Tensor?, Tensor?)"/> where nothing is recorded: the function's results are written where
    /// its first operand lies, with no copy of the old values.
    /// </summary>
    private static Tensor InPlace<TFunction>(TFunction function, Tensor x, Tensor y, Func<Tensor, Tensor, Tensor> operation)
        where TFunction : struct, IBinary
    {
        if (!x.CanBeWrittenDirectly(y) || !(y._shape == x._shape || y._shape.Count == 0))
            return InPlaceOf(operation, x, y);
        x.CheckWritable(y);
        var elements = x.Written();
        Pointwise.Zip(function, elements, y.Run(x._shape), elements);
        return x;
    }

    private static Tensor InPlaceOf(Func<Tensor, Tensor, Tensor> operation, Tensor x, Tensor y) => InPlace(x, old => operation(old, y), y);

    /// <inheritdoc cref="InPlace{TFunction}(TFunction, Tensor, Tensor, Func{Tensor, Tensor, Tensor})"/>
    private static Tensor FillInPlace(double element, Tensor x, Func<Tensor, Tensor> operation)
    {
        if (!x.CanBeWrittenDirectly(x))
            return InPlace(x, operation);
        x.CheckWritable(other: null);
        x.Written().Fill(element);
        return x;
    }

    /// <summary>Adds a number to a tensor of one element; false where that has to go the ordinary way.</summary>
    private bool TryAddDirectly(double number)
    {
        if (_shape.Count != 0 || !CanBeWrittenDirectly(this))
            return false;
        CheckWritable(other: null);
        Written()[0] += number;
        return true;
    }

    private bool CanBeWrittenDirectly(Tensor other)
        => DType.IsFloatingPoint && other.DType == DType && Layout.IsContiguous(Shape, Strides)
            && !Tracing.IsActive && !(IsRecording && (RequiresGrad || other.RequiresGrad));

    /// <summary>The elements of a contiguous tensor, which are about to be written.</summary>
    private Span<double> Written()
    {
        Memory.Version++;
        return Memory.Values.AsSpan((int)_offset, (int)_shape.Numel);
    }
}
