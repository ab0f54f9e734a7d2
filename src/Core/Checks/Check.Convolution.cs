namespace TwinGrad;

internal static partial class Check
{
    /// <summary>What a convolution needs to fit together: the windows over the longer of x and the result.</summary>
    internal static Window[] Convolution<T>(
        T x, T weight, T? bias, ReadOnlySpan<int> stride, ReadOnlySpan<int> padding, ReadOnlySpan<int> dilation, bool transposed,
        ReadOnlySpan<int> outputPadding, int groups)
        where T : ITensor<T>
    {
        ConvolutionNumbers(stride, padding, dilation, outputPadding, groups, Given(weight).Dim - 2);
        if (weight.Dim != Given(x).Dim)
            throw Error.ConvolutionDims(weight.Shape, x.Shape);
        if (weight.Shape[0] < groups)
            throw Error.FewerThanGroups(groups, weight.Shape);
        if (weight.Shape[0] % groups != 0)
            throw Error.NotInGroups(groups, weight.Shape);
        var (given, channels, results) = transposed
            ? ("transposed=1", weight.Shape[0], weight.Shape[1] * groups)
            : ($"groups={groups}", weight.Shape[1] * groups, weight.Shape[0]);
        if (x.Shape[1] != channels)
            throw Error.ConvolutionChannels(given, weight.Shape, x.Shape, channels);
        if (bias is not null && (bias.Dim != 1 || bias.Shape[0] != results))
            throw Error.ConvolutionBias(transposed ? "transposed=1, " : "", weight.Shape, results, bias.Shape);
        if (weight.DType != x.DType)
            throw Error.BatchDTypes(x.DType, weight.DType);
        if (bias is not null && bias.DType != x.DType)
            throw Error.ConvolutionBiasDType(x.DType, bias.DType);
        return transposed
            ? TransposedWindows(x.Shape, weight.Shape, stride, padding, dilation, outputPadding)
            : ForwardWindows(x.Shape, weight.Shape, stride, padding, dilation);
    }

    /// <summary>The dimensions of the planes that x has, one batch of them or one alone.</summary>
    internal static bool IsBatch<T>(string function, T x, int dims)
        where T : ITensor<T>
        => Given(x).Dim == dims + 2 || (x.Dim == dims + 1 ? false : throw Error.ConvolutionInput(function, dims, x.Shape));

    internal static int[] ConvolutionNumbers(string name, PerDim<int>? given, int otherwise, int dims)
        => Each(given, otherwise, dims) ?? throw Error.ConvolutionNumbers(name, dims, given!.ToString());

    /// <summary>A number for each dimension; null where there are neither one nor as many.</summary>
    internal static TNumber[]? Each<TNumber>(PerDim<TNumber>? given, TNumber otherwise, int dims) => given switch
    {
        null => [.. Enumerable.Repeat(otherwise, dims)],
        [var one] => [.. Enumerable.Repeat(one, dims)],
        _ => given.Count == dims ? [.. given] : null,
    };

    internal static void Padding(Padding padding, ReadOnlySpan<int> stride)
    {
        if (!Enum.IsDefined(padding))
            throw Error.NoSuchPadding(padding);
        if (padding == TwinGrad.Padding.Same && stride.ContainsAnyExcept(1))
            throw Error.SameWithStride();
    }

    /// <summary>The windows over images.</summary>
    internal static Window[] Im2Col<T>(
        T x, ReadOnlySpan<int> kernelSize, ReadOnlySpan<int> dilation, ReadOnlySpan<int> padding, ReadOnlySpan<int> stride)
        where T : ITensor<T>
    {
        var shape = Given(x).Shape;
        if (x.Dim is not (3 or 4) || shape.Skip(x.Dim - 3).Contains(0))
            throw Error.ImageExpected(shape);
        var windows = ImageWindows(shape.AsSpan()[^2..], kernelSize, dilation, padding, stride);
        return windows is [{ Count: > 0 }, { Count: > 0 }] ? windows : throw Error.NoWindowFits(shape, windows);
    }

    /// <summary>The windows over the images that columns make.</summary>
    internal static Window[] Col2Im<T>(
        T x, ReadOnlySpan<int> outputSize, ReadOnlySpan<int> kernelSize, ReadOnlySpan<int> dilation, ReadOnlySpan<int> padding,
        ReadOnlySpan<int> stride)
        where T : ITensor<T>
    {
        var shape = Given(x).Shape;
        if (x.Dim is not (2 or 3) || shape.Skip(x.Dim - 2).Contains(0))
            throw Error.ColumnsExpected(shape);
        var windows = ImageWindows(Longs(outputSize), kernelSize, dilation, padding, stride);
        if (shape[-2] % (windows[0].Size * windows[1].Size) != 0)
            throw Error.ColumnsHeight(shape, windows);
        return windows[0].Count > 0 && windows[1].Count > 0 && windows[0].Count * windows[1].Count == shape[-1]
            ? windows
            : throw Error.ColumnsNumber(shape, windows);
    }

    internal static long[] Longs(ReadOnlySpan<int> numbers)
    {
        var longs = new long[numbers.Length];
        for (var i = 0; i < longs.Length; i++)
            longs[i] = numbers[i];
        return longs;
    }

    private static void ConvolutionNumbers(
        ReadOnlySpan<int> stride, ReadOnlySpan<int> padding, ReadOnlySpan<int> dilation, ReadOnlySpan<int> outputPadding, int groups, int dims)
    {
        if (groups <= 0)
            throw Error.GroupsNotPositive();
        foreach (var (name, count) in ((string, int)[])
            [("stride", stride.Length), ("padding", padding.Length), ("dilation", dilation.Length), ("output_padding", outputPadding.Length)])
        {
            if (count != Math.Max(dims, 1))
                throw Error.ConvolutionNumbers(name, dims, $"{count} of them");
        }
        if (Smallest(padding) < 0)
            throw Error.NegativePadding();
        if (Smallest(outputPadding) < 0)
            throw Error.NegativeOutputPadding();
        if (Smallest(stride) <= 0)
            throw Error.StrideNotPositive();
        if (Smallest(dilation) <= 0)
            throw Error.DilationNotPositive();
    }

    private static Window[] ForwardWindows(
        Shape x, Shape weight, ReadOnlySpan<int> stride, ReadOnlySpan<int> padding, ReadOnlySpan<int> dilation)
    {
        var windows = Window.Along(x.AsSpan()[2..], weight.AsSpan()[2..], stride, padding, dilation);
        return Array.TrueForAll(windows, window => window.Length + 2 * window.Padding >= window.Extent)
            ? windows
            : throw Error.KernelLargerThanInput(
                windows.Select(window => window.Length + 2 * window.Padding), windows.Select(window => window.Extent));
    }

    /// <summary>The windows over the result: there is one for each place of x.</summary>
    private static Window[] TransposedWindows(
        Shape x, Shape weight, ReadOnlySpan<int> stride, ReadOnlySpan<int> padding, ReadOnlySpan<int> dilation, ReadOnlySpan<int> outputPadding)
    {
        var lengths = new long[x.Count - 2];
        for (var i = 0; i < lengths.Length; i++)
        {
            if (outputPadding[i] >= Math.Max(stride[i], dilation[i]))
                throw Error.OutputPaddingTooLarge(outputPadding.ToArray(), stride.ToArray(), dilation.ToArray());
            lengths[i] = (x[i + 2] - 1) * stride[i] - 2L * padding[i] + (long)dilation[i] * (weight[i + 2] - 1) + outputPadding[i] + 1;
        }
        return Array.TrueForAll(lengths, length => length > 0)
            ? Window.Along(lengths, weight.AsSpan()[2..], stride, padding, dilation)
            : throw Error.TransposedOutputTooSmall(x, lengths);
    }

    private static Window[] ImageWindows(
        ReadOnlySpan<long> lengths, ReadOnlySpan<int> kernelSize, ReadOnlySpan<int> dilation, ReadOnlySpan<int> padding, ReadOnlySpan<int> stride)
    {
        foreach (var (name, count) in ((string, int)[])
            [("output_size", lengths.Length), ("kernel_size", kernelSize.Length), ("dilation", dilation.Length), ("padding", padding.Length), ("stride", stride.Length)])
        {
            if (count != 2)
                throw Error.PerImageDim(name, count);
        }
        if (Smallest(kernelSize) <= 0)
            throw Error.WindowNumber("kernel", kernelSize.ToArray());
        if (Smallest(dilation) <= 0)
            throw Error.WindowNumber("dilation", dilation.ToArray());
        if (Smallest(padding) < 0)
            throw Error.WindowPadding(padding.ToArray());
        if (Smallest(stride) <= 0)
            throw Error.WindowNumber("stride", stride.ToArray());
        return Window.Along(lengths, Longs(kernelSize), stride, padding, dilation);
    }

    private static int Smallest(ReadOnlySpan<int> numbers)
    {
        var smallest = int.MaxValue;
        foreach (var number in numbers)
            smallest = Math.Min(smallest, number);
        return smallest;
    }
}
