using System.Runtime.CompilerServices;

namespace TwinGrad;

public static partial class Composites
{
    private const string CopyForSame = "Using padding='same' with even kernel lengths and odd dilation may require a zero-padded copy of the "
        + "input be created";

    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>The sums of products of windows and kernels along one dimension: <see cref="ITensor{T}.Convolution"/>.</summary>
        /// <param name="x">(N, A, L), or without N.</param>
        /// <param name="weight">(B, A/groups, K).</param>
        /// <param name="bias">(B), or none.</param>
        /// <param name="stride">How far the windows lie apart, 1 if not given.</param>
        /// <param name="padding">Zeros before and behind, none if not given.</param>
        /// <param name="dilation">How far a window's places lie apart, 1 if not given.</param>
        /// <param name="groups">Channels fall into so many groups that have nothing to do with each other.</param>
        /// <exception cref="TorchArgumentException">The shapes do not fit, or a number is out of its range.</exception>
        public static T Conv1d(
            T x, T weight, T? bias = default, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? dilation = null, int groups = 1)
            => Convolve("conv1d", x, weight, bias, stride, padding, dilation, groups, 1);

        /// <inheritdoc cref="Conv1d{T}(T, T, T, PerDim{int}, PerDim{int}, PerDim{int}, int)"/>
        [OverloadResolutionPriority(-1)]
        public static T Conv1d(
            T x, T weight, T? bias = default, PerDim<int>? stride = null, Padding padding = Padding.Valid, PerDim<int>? dilation = null, int groups = 1)
            => ConvolvePadded("conv1d", x, weight, bias, stride, padding, dilation, groups, 1);

        /// <summary>The sums of products of windows and kernels along two dimensions: as <c>Conv1d</c>, of (N, A, H, W) or (A, H, W).</summary>
        /// <exception cref="TorchArgumentException">The shapes do not fit, or a number is out of its range.</exception>
        public static T Conv2d(
            T x, T weight, T? bias = default, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? dilation = null, int groups = 1)
            => Convolve("conv2d", x, weight, bias, stride, padding, dilation, groups, 2);

        /// <inheritdoc cref="Conv2d{T}(T, T, T, PerDim{int}, PerDim{int}, PerDim{int}, int)"/>
        [OverloadResolutionPriority(-1)]
        public static T Conv2d(
            T x, T weight, T? bias = default, PerDim<int>? stride = null, Padding padding = Padding.Valid, PerDim<int>? dilation = null, int groups = 1)
            => ConvolvePadded("conv2d", x, weight, bias, stride, padding, dilation, groups, 2);

        /// <summary>The sums of products of windows and kernels along three dimensions: as <c>Conv1d</c>, of (N, A, D, H, W) or (A, D, H, W).</summary>
        /// <exception cref="TorchArgumentException">The shapes do not fit, or a number is out of its range.</exception>
        public static T Conv3d(
            T x, T weight, T? bias = default, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? dilation = null, int groups = 1)
            => Convolve("conv3d", x, weight, bias, stride, padding, dilation, groups, 3);

        /// <inheritdoc cref="Conv3d{T}(T, T, T, PerDim{int}, PerDim{int}, PerDim{int}, int)"/>
        [OverloadResolutionPriority(-1)]
        public static T Conv3d(
            T x, T weight, T? bias = default, PerDim<int>? stride = null, Padding padding = Padding.Valid, PerDim<int>? dilation = null, int groups = 1)
            => ConvolvePadded("conv3d", x, weight, bias, stride, padding, dilation, groups, 3);

        /// <summary>The adjoint of <c>Conv1d</c>: each element of x spread by its kernel; <paramref name="weight"/> is (A, B/groups, K).</summary>
        /// <exception cref="TorchArgumentException">The shapes do not fit, or a number is out of its range.</exception>
        public static T ConvTranspose1d(
            T x, T weight, T? bias = default, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? outputPadding = null,
            int groups = 1, PerDim<int>? dilation = null)
            => Convolve("conv_transpose1d", x, weight, bias, stride, padding, dilation, groups, 1, outputPadding, transposed: true);

        /// <summary>The adjoint of <c>Conv2d</c>.</summary>
        /// <exception cref="TorchArgumentException">The shapes do not fit, or a number is out of its range.</exception>
        public static T ConvTranspose2d(
            T x, T weight, T? bias = default, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? outputPadding = null,
            int groups = 1, PerDim<int>? dilation = null)
            => Convolve("conv_transpose2d", x, weight, bias, stride, padding, dilation, groups, 2, outputPadding, transposed: true);

        /// <summary>The adjoint of <c>Conv3d</c>.</summary>
        /// <exception cref="TorchArgumentException">The shapes do not fit, or a number is out of its range.</exception>
        public static T ConvTranspose3d(
            T x, T weight, T? bias = default, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? outputPadding = null,
            int groups = 1, PerDim<int>? dilation = null)
            => Convolve("conv_transpose3d", x, weight, bias, stride, padding, dilation, groups, 3, outputPadding, transposed: true);

        /// <summary>The windows over an image as columns: PyTorch's <c>nn.functional.unfold</c>.</summary>
        /// <exception cref="TorchArgumentException">No window fits, or x is no image.</exception>
        public static T Unfold(
            T x, PerDim<int> kernelSize, PerDim<int>? dilation = null, PerDim<int>? padding = null, PerDim<int>? stride = null)
        {
            ArgumentNullException.ThrowIfNull(kernelSize);
            return T.Im2Col(
                x, ImageNumbers("kernel_size", kernelSize, 1), ImageNumbers("dilation", dilation, 1), ImageNumbers("padding", padding, 0),
                ImageNumbers("stride", stride, 1));
        }

        /// <summary>The image whose element is the sum of all columns' elements that lie over it: PyTorch's <c>nn.functional.fold</c>.</summary>
        /// <exception cref="TorchArgumentException">There are not as many columns as windows.</exception>
        public static T Fold(
            T x, PerDim<int> outputSize, PerDim<int> kernelSize, PerDim<int>? dilation = null, PerDim<int>? padding = null,
            PerDim<int>? stride = null)
        {
            ArgumentNullException.ThrowIfNull(outputSize);
            ArgumentNullException.ThrowIfNull(kernelSize);
            return T.Col2Im(
                x, ImageNumbers("output_size", outputSize, 1), ImageNumbers("kernel_size", kernelSize, 1), ImageNumbers("dilation", dilation, 1),
                ImageNumbers("padding", padding, 0), ImageNumbers("stride", stride, 1));
        }
    }

    private static T Convolve<T>(
        string function, T x, T weight, T? bias, PerDim<int>? stride, PerDim<int>? padding, PerDim<int>? dilation, int groups, int dims,
        PerDim<int>? outputPadding = null, bool transposed = false)
        where T : ITensor<T>
    {
        if (!Check.IsBatch(function, x, dims))
        {
            return T.Squeeze(
                Convolve(function, T.Unsqueeze(x, 0), weight, bias, stride, padding, dilation, groups, dims, outputPadding, transposed), 0);
        }
        return T.Convolution(
            x, weight, bias, Check.ConvolutionNumbers("stride", stride, 1, dims), Check.ConvolutionNumbers("padding", padding, 0, dims),
            Check.ConvolutionNumbers("dilation", dilation, 1, dims), transposed,
            Check.ConvolutionNumbers("output_padding", outputPadding, 0, dims), groups);
    }

    /// <summary>With padding by name: as much as a window is longer than its first place. What is odd of it comes at the end, as a copy of x.</summary>
    private static T ConvolvePadded<T>(
        string function, T x, T weight, T? bias, PerDim<int>? stride, Padding padding, PerDim<int>? dilation, int groups, int dims)
        where T : ITensor<T>
    {
        Check.Padding(padding, Check.ConvolutionNumbers("stride", stride, 1, dims));
        if (padding == Padding.Valid || Check.Given(weight).Dim != dims + 2)
            return Convolve(function, x, weight, bias, stride, padding: null, dilation, groups, dims);
        if (!Check.IsBatch(function, x, dims))
            return T.Squeeze(ConvolvePadded(function, T.Unsqueeze(x, 0), weight, bias, stride, padding, dilation, groups, dims), 0);
        var apart = Check.ConvolutionNumbers("dilation", dilation, 1, dims);
        int[] total = [.. apart.Select((d, i) => d * (int)(weight.Shape[i + 2] - 1))];
        if (total.Any(length => length % 2 != 0))
        {
            Warnings.Warn(CopyForSame);
            x = T.ConstantPadNd(x, [.. total.Reverse().SelectMany(length => new long[] { 0, length % 2 })], 0);
        }
        return Convolve(function, x, weight, bias, stride, PerDim.Create<int>([.. total.Select(length => length / 2)]), dilation, groups, dims);
    }

    private static int[] ImageNumbers(string name, PerDim<int>? given, int otherwise)
        => Check.Each(given, otherwise, 2) ?? throw Error.PerImageDim(name, given!.Count);
}
