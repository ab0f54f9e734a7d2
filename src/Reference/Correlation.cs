namespace TwinGrad.Reference;

/// <summary>
/// Three tensors that a convolution ties together: wide planes, a kernel, and narrow planes with a place for each window over the wide ones.
/// </summary>
/// <remarks>
/// Everything that a convolution and its derivatives compute is one sum over n, b, a, i, o of
/// narrow[n, b, i] weight[b, a, o] wide[n, a, place of o in window i]
/// without the tensor that is wanted: the convolution is the narrow one of the other two, the transposed convolution the wide one, and the
/// gradient of the weight the kernel. So the derivatives of each are the other two, to any order.
/// </remarks>
internal sealed class Correlation
{
    private readonly Shape _wide;
    private readonly Shape _kernel;
    private readonly Shape _narrow;
    private readonly int _groups;
    private readonly long[] _places;

    /// <summary>The windows of a kernel over planes, along each dimension.</summary>
    internal Correlation(Window[] windows, Shape weight, int groups)
    {
        _wide = [.. windows.Select(window => window.Length)];
        _narrow = [.. windows.Select(window => window.Count)];
        _kernel = weight;
        _groups = groups;
        _places = Places(windows);
    }

    /// <summary>A convolution: the sums of products in each window.</summary>
    internal Tensor Narrow(Tensor wide, Tensor weight)
    {
        var (x, w) = (wide.Read(), weight.Read());
        return Record(
            [wide.Shape[0], _kernel[0], .. _narrow], wide, weight,
            y => Visit(wide.Shape[0], (narrow, kernel, place) => y[narrow] += w[kernel] * x[place]),
            (g, n) => Wide(g, n.Y), (g, n) => Kernel(n.X, g));
    }

    /// <summary>A transposed convolution: each narrow place, spread over its window.</summary>
    internal Tensor Wide(Tensor narrow, Tensor weight)
    {
        var (y, w) = (narrow.Read(), weight.Read());
        return Record(
            [narrow.Shape[0], _kernel[1] * _groups, .. _wide], narrow, weight,
            x => Visit(narrow.Shape[0], (place, kernel, wide) => x[wide] += w[kernel] * y[place]),
            (g, n) => Narrow(g, n.Y), (g, n) => Kernel(g, n.X));
    }

    /// <summary>The gradient of the kernel: what lies under each of its places, in all windows.</summary>
    internal Tensor Kernel(Tensor wide, Tensor narrow)
    {
        var (x, y) = (wide.Read(), narrow.Read());
        return Record(
            _kernel, wide, narrow,
            w => Visit(wide.Shape[0], (place, kernel, under) => w[kernel] += y[place] * x[under]),
            (g, n) => Wide(n.Y, g), (g, n) => Narrow(n.X, g));
    }

    private static Tensor Record(Shape shape, Tensor first, Tensor second, Action<double[]> add, Vjp dfirst, Vjp dsecond)
    {
        var values = Strided.Allocate(Layout.Numel(shape));
        add(values);
        return TapeNode.Record("ConvolutionBackward0", new(values, shape, first.DType), [first, second], dfirst, dsecond);
    }

    /// <summary>All places that belong together: positions in the narrow planes, the kernel and the wide planes.</summary>
    private void Visit(long batch, Action<long, long, long> visit)
    {
        var (results, channels) = (_kernel[0], _kernel[1]);
        var (wide, narrow) = (_wide.Numel, _narrow.Numel);
        var taps = _places.Length / Math.Max(narrow, 1);
        for (var n = 0L; n < batch; n++)
        {
            for (var b = 0L; b < results; b++)
            {
                var group = b / (results / _groups);
                for (var a = 0L; a < channels; a++)
                {
                    var plane = ((n * _groups + group) * channels + a) * wide;
                    for (var i = 0L; i < _places.Length; i++)
                        if (_places[i] >= 0)
                            visit((n * results + b) * narrow + i / taps, (b * channels + a) * taps + i % taps, plane + _places[i]);
                }
            }
        }
    }

    /// <summary>For each window and each place of the kernel in it, where it lies in a wide plane, or -1 outside.</summary>
    private static long[] Places(Window[] windows)
    {
        Shape counts = [.. windows.Select(window => window.Count)];
        Shape sizes = [.. windows.Select(window => window.Size)];
        return [.. Strided.Places(counts).SelectMany(window => Strided.Places(sizes).Select(place => Window.Position(windows, window, place)))];
    }
}
