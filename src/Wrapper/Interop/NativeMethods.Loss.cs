using System.Runtime.InteropServices;

namespace TwinGrad;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint THSNN_mse_loss(TensorHandle x, TensorHandle target, long reduction);

    [LibraryImport(Library)]
    internal static partial nint THSNN_smooth_l1_loss(TensorHandle x, TensorHandle target, long reduction, double beta);

    [LibraryImport(Library)]
    internal static partial nint THSNN_huber_loss(TensorHandle x, TensorHandle target, double delta, long reduction);

    [LibraryImport(Library)]
    internal static partial nint THSNN_binary_cross_entropy(TensorHandle x, TensorHandle target, nint noWeight, long reduction);

    [LibraryImport(Library)]
    internal static partial nint THSNN_binary_cross_entropy_with_logits(TensorHandle x, TensorHandle target, nint noWeight, long reduction, TensorHandle posWeight);

    [LibraryImport(Library)]
    internal static partial nint THSNN_binary_cross_entropy_with_logits(TensorHandle x, TensorHandle target, nint noWeight, long reduction, nint noPosWeight);

    [LibraryImport(Library)]
    internal static partial nint THSNN_nll_loss(TensorHandle x, TensorHandle target, TensorHandle weight, long reduction);

    [LibraryImport(Library)]
    internal static partial nint THSNN_nll_loss(TensorHandle x, TensorHandle target, nint noWeight, long reduction);
}
