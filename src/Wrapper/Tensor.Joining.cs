namespace TwinGrad;

public sealed unsafe partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Cat(ReadOnlySpan<Tensor> tensors, int dim)
    {
        var place = Check.Cat(tensors, dim);
        using var held = HandleArray.Hold(tensors);
        fixed (nint* pointers = held.Pointers)
            return Record("CatBackward0", NativeMethods.THSTensor_cat(pointers, held.Count, place), tensors);
    }

    /// <inheritdoc/>
    public static Tensor Stack(ReadOnlySpan<Tensor> tensors, int dim)
    {
        var place = Check.Stack(tensors, dim);
        using var held = HandleArray.Hold(tensors);
        fixed (nint* pointers = held.Pointers)
            return Record("StackBackward0", NativeMethods.THSTensor_stack(pointers, held.Count, place), tensors);
    }

    /// <inheritdoc/>
    public static Tensor BlockDiag(ReadOnlySpan<Tensor> tensors)
    {
        Check.BlockDiag(tensors);
        return Record("BlockDiagBackward0", Aten.BlockDiag.Call(tensors.ToArray())[0], tensors);
    }
}
