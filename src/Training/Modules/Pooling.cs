namespace TwinGrad;

/// <summary>The largest element of each window of (N, C, H, W) or (C, H, W): <c>torch.nn.MaxPool2d</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/generated/torch.nn.MaxPool2d.html"/>.</remarks>
/// <param name="kernelSize">The lengths of a window.</param>
/// <param name="stride">How far the windows lie apart, as far as they are long if not given.</param>
/// <param name="padding">How many places before and behind do not count.</param>
/// <param name="dilation">How far a window's places lie apart.</param>
/// <param name="ceilMode">Whether a last window may end outside.</param>
public sealed class MaxPool2d<T>(
    PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? dilation = null, bool ceilMode = false)
    : FunctionModule<T>(
        x => x.MaxPool2d(kernelSize, stride, padding, dilation, ceilMode),
        $"kernel_size={Python.Text(kernelSize)}, stride={Python.Text(stride ?? kernelSize)}, padding={Python.Text(padding ?? 0)}, "
            + $"dilation={Python.Text(dilation ?? 1)}, ceil_mode={Python.Text(ceilMode)}")
    where T : class, ITensor<T>;

/// <summary>The mean of each window of (N, C, H, W) or (C, H, W): <c>torch.nn.AvgPool2d</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/generated/torch.nn.AvgPool2d.html"/>.</remarks>
/// <param name="kernelSize">The lengths of a window.</param>
/// <param name="stride">How far the windows lie apart, as far as they are long if not given.</param>
/// <param name="padding">Zeros before and behind.</param>
/// <param name="ceilMode">Whether a last window may end outside.</param>
/// <param name="countIncludePad">Whether the padding counts among the elements.</param>
/// <param name="divisorOverride">What the sum is divided by instead.</param>
public sealed class AvgPool2d<T>(
    PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, bool ceilMode = false, bool countIncludePad = true,
    int? divisorOverride = null)
    : FunctionModule<T>(
        x => x.AvgPool2d(kernelSize, stride, padding, ceilMode, countIncludePad, divisorOverride),
        $"kernel_size={Python.Text(kernelSize)}, stride={Python.Text(stride ?? kernelSize)}, padding={Python.Text(padding ?? 0)}")
    where T : class, ITensor<T>;

/// <summary>The means of as many windows as the result should be long, of (N, C, H, W) or (C, H, W): <c>torch.nn.AdaptiveAvgPool2d</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/generated/torch.nn.AdaptiveAvgPool2d.html"/>.</remarks>
/// <param name="outputSize">The lengths of the result; null keeps one.</param>
public sealed class AdaptiveAvgPool2d<T>(PerDim<int?> outputSize)
    : FunctionModule<T>(x => x.AdaptiveAvgPool2d(outputSize), $"output_size={Python.Text(outputSize)}")
    where T : class, ITensor<T>;
