namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Median(Tensor x)
    {
        Check.HasKernel("median_cpu", x.DType);
        return Middle("MedianBackward0", x, elements => elements.IsEmpty ? double.NaN : elements[IndexOfMedian(elements)]);
    }

    /// <inheritdoc/>
    public static (Tensor Values, Tensor Indices) Median(Tensor x, int dim, bool keepDim)
        => Choose("median", "MedianBackward1", x, dim, keepDim, IndexOfMedian, "median_out");

    /// <inheritdoc/>
    public static Tensor Nanmedian(Tensor x)
    {
        Check.HasKernel("median_cpu", x.DType);
        return Middle("NanmedianBackward0", x, elements => elements.IsEmpty ? double.NaN : elements[IndexOfNanmedian(elements)]);
    }

    /// <inheritdoc/>
    public static (Tensor Values, Tensor Indices) Nanmedian(Tensor x, int dim, bool keepDim)
        => Choose("nanmedian", "NanmedianBackward1", x, dim, keepDim, IndexOfNanmedian, "median_out");

    /// <inheritdoc/>
    public static (Tensor Values, Tensor Indices) Kthvalue(Tensor x, int k, int dim, bool keepDim)
    {
        var place = Check.Kthvalue(x, k, dim);
        return Choose("kthvalue", "KthvalueBackward0", x, place, keepDim, elements => InOrder(elements)[k - 1]);
    }

    /// <inheritdoc/>
    public static (Tensor Values, Tensor Indices) Mode(Tensor x, int dim, bool keepDim)
        => Choose("mode", "ModeBackward0", x, dim, keepDim, IndexOfMode);

    /// <summary>The places of the elements from the smallest to the largest, of nan last; those of equals in order.</summary>
    private static int[] InOrder(ReadOnlySpan<double> elements)
    {
        var values = elements.ToArray();
        return [.. Enumerable.Range(0, values.Length).OrderBy(i => values[i], NanLast)];
    }

    private static int CountNan(ReadOnlySpan<double> elements)
    {
        var count = 0;
        foreach (var element in elements)
            count += double.IsNaN(element) ? 1 : 0;
        return count;
    }

    /// <summary>Where the first nan is, or else the lower middle element.</summary>
    private static int IndexOfMedian(ReadOnlySpan<double> elements)
    {
        var nans = CountNan(elements);
        return InOrder(elements)[nans > 0 ? elements.Length - nans : (elements.Length - 1) / 2];
    }

    private static int IndexOfNanmedian(ReadOnlySpan<double> elements)
        => InOrder(elements)[Math.Max(elements.Length - CountNan(elements) - 1, 0) / 2];

    /// <summary>Where the smallest of the most frequent elements is for the last time. No nan equals another.</summary>
    private static int IndexOfMode(ReadOnlySpan<double> elements)
    {
        var order = InOrder(elements);
        var (mode, most, times) = (0, 0, 0);
        for (var i = 0; i < order.Length; i++)
        {
            times++;
            if (i + 1 < order.Length && elements[order[i]] == elements[order[i + 1]])
                continue;
            if (times > most)
                (mode, most) = (order[i], times);
            times = 0;
        }
        return mode;
    }
}
