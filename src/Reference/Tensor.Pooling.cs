namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor AvgPool(
        Tensor x, ReadOnlySpan<int> kernelSize, ReadOnlySpan<int> stride, ReadOnlySpan<int> padding, bool ceilMode, bool countIncludePad,
        int? divisorOverride)
    {
        Check.Divisor(divisorOverride);
        var windows = Check.Pool(x, kernelSize, stride, padding, Check.Ones(kernelSize.Length), ceilMode);
        var isHalf = x.DType is { IsFloatingPoint: true, ItemSize: 2 };
        if (x.DType != DType.Int64 && (windows.Length == 3 && isHalf || !x.DType.IsFloatingPoint))
            throw Error.NoKernel(windows.Length == 3 ? "avg_pool3d_out_frame" : "avg_pool2d", x.DType);
        Shape counts = [.. windows.Select(window => Check.Count(window, ceilMode))];
        var sums = LinearMap.Product(windows.Select((window, i) => LinearMap.Along(
            window.Length, counts[i], place => Inside(window, place).Select(from => (from, 1.0)))));
        var sizes = divisorOverride is { } divisor
            ? Number(divisor, x.DType)
            : new(Array.ConvertAll(Strided.Places(counts).ToArray(), at => (double)Enumerable.Range(0, at.Length)
                .Aggregate(1L, (product, i) => product * PoolSize(windows[i], at[i], countIncludePad))), counts, x.DType);
        return Averages($"AvgPool{windows.Length}D", x, counts, sums, sizes);
    }

    /// <inheritdoc/>
    public static (Tensor Values, Tensor Indices) MaxPoolWithIndices(
        Tensor x, ReadOnlySpan<int> kernelSize, ReadOnlySpan<int> stride, ReadOnlySpan<int> padding, ReadOnlySpan<int> dilation, bool ceilMode)
    {
        var windows = Check.Pool(x, kernelSize, stride, padding, dilation, ceilMode);
        Check.HasKernel($"max_pool{windows.Length}d", x.DType);
        Shape counts = [.. windows.Select(window => Check.Count(window, ceilMode))];
        return Largest(
            $"MaxPool{windows.Length}DWithIndicesBackward0", x, counts, place => windows.Select((window, i) => Inside(window, place[i])));
    }

    /// <inheritdoc/>
    public static Tensor MaxUnpool(Tensor x, Tensor indices, ReadOnlySpan<int> outputSize)
    {
        Check.MaxUnpool(x, indices, outputSize);
        NeedsFloats($"max_unpool{outputSize.Length}d", x);
        Shape planes = [.. x.Shape.SkipLast(outputSize.Length), .. Check.Longs(outputSize)];
        var (volume, count) = (Layout.Numel(planes.AsSpan()[^outputSize.Length..]), Layout.Numel(x.Shape.AsSpan()[^outputSize.Length..]));
        long[] positions = [.. indices.Read().Select((place, i) => i / count * volume + (long)place)];
        var (values, elements) = (Strided.Allocate(Layout.Numel(planes)), x.Read());
        for (var i = 0; i < positions.Length; i++)
            values[positions[i]] = elements[i];
        return TapeNode.Record(
            $"MaxUnpool{outputSize.Length}DBackward0", new(values, planes, x.DType), [x],
            (g, n) => Pick("IndexBackward0", g, positions, n.InputShape(0)));
    }

    /// <inheritdoc/>
    public static Tensor AdaptiveAvgPool(Tensor x, ReadOnlySpan<int> outputSize)
    {
        Check.AdaptivePool("adaptive_avg_pool", x, outputSize);
        var dims = outputSize.Length;
        NeedsFloats(dims == 3 ? "adaptive_avg_pool3d_cpu" : "adaptive_avg_pool2d", x);
        Shape counts = Check.Longs(outputSize);
        var sums = LinearMap.Product(Enumerable.Range(0, dims).Select(i => LinearMap.Along(
            x.Shape[i - dims], counts[i], place => Even(x.Shape[i - dims], counts[i], place).Select(from => (from, 1.0)))));
        var sizes = new Tensor(Array.ConvertAll(Strided.Places(counts).ToArray(), at => (double)Enumerable.Range(0, dims)
            .Aggregate(1L, (product, i) => product * Even(x.Shape[i - dims], counts[i], at[i]).Count())), counts, x.DType);
        return Averages($"AdaptiveAvgPool{dims}D", x, counts, sums, sizes);
    }

    /// <inheritdoc/>
    public static (Tensor Values, Tensor Indices) AdaptiveMaxPoolWithIndices(Tensor x, ReadOnlySpan<int> outputSize)
    {
        Check.AdaptivePool("adaptive_max_pool", x, outputSize);
        var dims = outputSize.Length;
        NeedsFloats(dims == 3 ? "adaptive_max_pool3d_cpu" : "adaptive_max_pool2d", x);
        Shape counts = Check.Longs(outputSize);
        return Largest(
            $"AdaptiveMaxPool{dims}DBackward0", x, counts, place => Enumerable.Range(0, dims)
                .Select(i => Even(x.Shape[i - dims], counts[i], place[i])));
    }

    /// <summary>Sums over numbers of elements.</summary>
    private static Tensor Averages(string name, Tensor x, Shape counts, LinearMap sums, Tensor sizes)
    {
        Shape shape = [.. x.Shape.SkipLast(counts.Count), .. counts];
        var isWhole = !x.DType.IsFloatingPoint;
        var values = Zip(sums.Apply(x.Read(), shape, x.DType), sizes, x.DType, (sum, size) => isWhole ? Math.Truncate(sum / size) : sum / size);
        return TapeNode.Record(
            name + "Backward0", values, [x],
            (g, n) => Mapped(name + "BackwardBackward0", g / sizes, n.InputShape(0), sums.Adjoint()));
    }

    /// <summary>A map of each plane as an operation of its own.</summary>
    private static Tensor Mapped(string name, Tensor x, Shape shape, LinearMap map)
        => TapeNode.Record(
            name, map.Apply(x.Read(), shape, x.DType), [x], (g, n) => Mapped(name, g, n.InputShape(0), map.Adjoint()));

    /// <summary>The largest of the elements in each window, the first of several; a later nan is taken for an earlier one.</summary>
    private static (Tensor Values, Tensor Indices) Largest(
        string name, Tensor x, Shape counts, Func<long[], IEnumerable<IEnumerable<long>>> window)
    {
        var plane = Shape.Create(x.Shape.AsSpan()[^counts.Count..]);
        Shape shape = [.. x.Shape.SkipLast(counts.Count), .. counts];
        long[][] windows = [.. Strided.Places(counts).Select(place => Positions(window(place), plane))];
        var values = x.Read();
        var places = new double[shape.Numel];
        for (var i = 0L; i < places.Length; i++)
        {
            var start = i / windows.Length * plane.Numel;
            var candidates = windows[i % windows.Length];
            var best = candidates[0];
            foreach (var place in candidates)
                if (values[start + place] > values[start + best] || double.IsNaN(values[start + place]))
                    best = place;
            places[i] = best;
        }
        long[] positions = [.. places.Select((place, i) => i / Math.Max(windows.Length, 1) * plane.Numel + (long)place)];
        return (Pick(name, x, positions, shape), new(places, shape, DType.Int64));
    }

    /// <summary>The places of a window that lie inside its dimension.</summary>
    private static IEnumerable<long> Inside(Window window, long place)
    {
        var start = window.Place(place, 0);
        for (var from = window.FirstInside(place); from < Math.Min(window.Length, start + window.Extent); from += window.Dilation)
            yield return from;
    }

    /// <summary>A window of a number as even as can be: from floor(i L/n) to before ceil((i + 1) L/n).</summary>
    private static IEnumerable<long> Even(long length, long count, long place)
    {
        for (var from = place * length / count; from * count < (place + 1) * length; from++)
            yield return from;
    }

    /// <summary>How many places of a window count: all that lie inside the padding, or inside the dimension alone.</summary>
    private static long PoolSize(Window window, long place, bool countIncludePad)
    {
        var start = window.Place(place, 0);
        var end = Math.Min(start + window.Size, window.Length + window.Padding);
        return countIncludePad ? end - start : Math.Min(end, window.Length) - Math.Max(start, 0);
    }

    /// <summary>All combinations of a place along each dimension, in row-major order.</summary>
    private static long[] Positions(IEnumerable<IEnumerable<long>> along, Shape shape)
        => [.. along.Select((places, dim) => (Places: places.ToArray(), Length: shape[dim])).Aggregate(
            (IEnumerable<long>)[0L], (positions, next) => positions.SelectMany(position => next.Places.Select(place => position * next.Length + place)))];
}
