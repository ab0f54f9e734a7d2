namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException EinsumWithoutOperand() => new("einsum(): must provide at least one operand");

    internal static TorchArgumentException EinsumSecondEllipsis(int operand)
        => new($"einsum(): found '.' for operand {operand} for which an ellipsis was already found");

    internal static TorchArgumentException EinsumDot(int operand)
        => new($"einsum(): found '.' for operand {operand} that is not part of any ellipsis");

    internal static TorchArgumentException EinsumFewOperands()
        => new("einsum(): fewer operands were provided than specified in the equation");

    internal static TorchArgumentException EinsumManyOperands()
        => new("einsum(): more operands were provided than specified in the equation");

    internal static TorchArgumentException EinsumSubscript(int index)
        => new($"einsum(): invalid subscript given at index {index} in the equation string, subscripts must be in [a-zA-Z]");

    internal static TorchArgumentException EinsumDims(int subscripts, bool ellipsis, int dims, int operand)
        => new($"einsum(): the number of subscripts in the equation ({subscripts}"
            + (ellipsis ? ") is more than the number of dimensions (" : ") does not match the number of dimensions (")
            + $"{dims}) for operand {operand}{(ellipsis ? "" : " and no ellipsis was given")}");

    internal static TorchArgumentException EinsumSecondOutputEllipsis()
        => new("einsum(): found '.' for output but an ellipsis (...) was already found");

    internal static TorchArgumentException EinsumOutputDot()
        => new("einsum(): found '.' for output that is not part of any ellipsis (...)");

    internal static TorchArgumentException EinsumOutput(char label, bool twice)
        => new($"einsum(): output subscript {label}"
            + (twice ? " appears more than once in the output" : " does not appear in the equation for any input operand"));

    internal static TorchArgumentException EinsumEllipsisLength(int dim, int operand, long length, long seen)
        => new($"einsum(): dimension {dim} covered by ellipsis in operand {operand}has size {length} "
            + $"which does not broadcast with previously seen ellipsis with size {seen} for the respective dimension");

    internal static TorchArgumentException EinsumLength(char label, long length, int operand, long seen)
        => new($"einsum(): subscript {label} has size {length} for operand {operand} which does not broadcast with previously seen size {seen}");

    internal static TorchArgumentException EinsumDiagonal(char label, int operand, long length, long seen)
        => new($"einsum(): subscript {label} is repeated for operand {operand} but the sizes don't match, {length} != {seen}");

    internal static TorchArgumentException TensordotNegative(int dims) => new($"tensordot expects dims >= 0, but got dims={dims}");

    internal static TorchArgumentException TensordotMany(int dims)
        => new($"tensordot expects dims < ndim_a or ndim_b, but got dims={dims}");

    internal static TorchArgumentException TensordotCounts() => new("both dimension lists should have same length");

    internal static TorchArgumentException TensordotDTypes() => new("both inputs should have same dtype");

    internal static TorchArgumentException TensordotLengths(long a, int dimA, long b, int dimB)
        => new($"contracted dimensions need to match, but first has size {a} in dim {dimA} and second has size {b} in dim {dimB}");

    internal static TorchArgumentException MultiDotCount(int count) => new($"multi_dot(): expected at least 2 tensors but got {count}");

    internal static TorchArgumentException MultiDotEnd(string which, int dims)
        => new($"multi_dot(): the {which} tensor must be 1D or 2D but got {dims}D");

    internal static TorchArgumentException MultiDotMiddle(int place, int dims) => new($"multi_dot(): tensor {place} must be 2D but got {dims}D");

    internal static TorchArgumentException MultiDotDTypes(DType first, int place, DType other)
        => new($"multi_dot(): all tensors must have be the same dtype but tensor 0 is {CppName(first)} and tensor {place} {CppName(other)}");

    internal static TorchArgumentException MultiDotLengths(int place, Shape left, Shape right)
        => new($"multi_dot(): tensors {place - 1} and {place} with shapes {left} and {right} cannot be multiplied");

    internal static TorchArgumentException TensorsolveLengths(long result, long other)
        => new("Expected self to satisfy the requirement prod(self.shape[other.ndim:]) == prod(self.shape[:other.ndim]), but got "
            + $"{result} != {other}");

    internal static TorchArgumentException TensorinvIndex(int index) => new($"Expected a strictly positive integer for 'ind', but got {index}");

    internal static TorchArgumentException TensorinvLengths(long end, long start)
        => new($"Expected self to satisfy the requirement prod(self.shape[ind:]) == prod(self.shape[:ind]), but got {end} != {start}");
}
