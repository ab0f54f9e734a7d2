namespace TwinGrad;

public sealed unsafe partial class Tensor
{
    /// <inheritdoc/>
    static bool ITensor<Tensor>.KeepsDoubles => false;

    /// <inheritdoc/>
    static void ITensor<Tensor>.ReadBytes(Tensor x, Action<ReadOnlySpan<byte>> take)
    {
        if (Layout.IsContiguous(Check.Given(x).Shape, x.Strides))
        {
            using var elements = new TensorElements(x);
            elements.ReadBytes(take);
            return;
        }
        using var rows = Unscoped(() =>
        {
            using var detached = Detach(x);
            return Contiguous(detached);
        });
        using var ofRows = new TensorElements(rows);
        ofRows.ReadBytes(take);
    }

    /// <inheritdoc/>
    static Tensor ITensor<Tensor>.FromBytes(Action<Span<byte>> fill, ReadOnlySpan<long> shape, DType dtype)
    {
        var tensor = Wrap(Empty(shape, dtype, Device.Cpu));
        try
        {
            var data = (byte*)NativeMethods.THSTensor_data(tensor.Handle);
            var size = tensor.Shape.Numel * dtype.ItemSize;
            for (var start = 0L; start < size; start += TensorElements.LargestPiece)
                fill(new(data + start, (int)Math.Min(TensorElements.LargestPiece, size - start)));
            return tensor;
        }
        catch
        {
            tensor.Dispose();
            throw;
        }
    }
}
