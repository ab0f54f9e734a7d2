namespace TwinGrad;

/// <summary>The nested brackets of a printed tensor and the elements in them.</summary>
internal sealed class TensorBody
{
    private const long Gap = -1;

    private readonly TensorText _tensor;
    private readonly PrintOptions _options;
    private readonly bool _summarised;
    private readonly NumberFormat _format;
    private readonly Queue<Scalar> _shown = new();

    private TensorBody(TensorText tensor, PrintOptions options)
    {
        _tensor = tensor;
        _options = options;
        _summarised = tensor.Shape.Numel > options.Threshold;
        // The format depends on every element shown, so all are read before the first is laid out.
        ReadShown(dim: 0, index: 0);
        _format = NumberFormat.For(tensor.DType, _shown, options);
    }

    /// <summary>The text of the elements, its first bracket in column <paramref name="indent"/>.</summary>
    internal static string Of(TensorText tensor, PrintOptions options, int indent)
        => tensor.Shape.Numel == 0 ? "[]" : new TensorBody(tensor, options).LayOut(dim: 0, indent);

    private void ReadShown(int dim, long index)
    {
        if (dim == _tensor.Shape.Count)
        {
            _shown.Enqueue(ReadElement(index));
            return;
        }
        var length = _tensor.Shape[dim];
        foreach (var entry in ShownEntries(length))
            if (entry != Gap)
                ReadShown(dim + 1, (index * length) + entry);
    }

    private Scalar ReadElement(long index)
    {
        var element = _tensor.Element(index);
        return _tensor.DType.IsFloatingPoint ? FloatRounding.Round(element.ToDouble(), _tensor.DType) : element;
    }

    /// <summary>The entries of a dimension that are shown, in order; <see cref="Gap"/> stands for those left out.</summary>
    private IEnumerable<long> ShownEntries(long length)
    {
        var cut = _summarised && length > 2L * _options.EdgeItems;
        var head = cut ? _options.EdgeItems : length;
        for (var entry = 0L; entry < head; entry++)
            yield return entry;
        if (!cut)
            yield break;
        yield return Gap;
        for (var entry = length - _options.EdgeItems; entry < length; entry++)
            yield return entry;
    }

    private string LayOut(int dim, int indent)
    {
        var below = _tensor.Shape.Count - dim;
        if (below == 0)
            return _format.Padded(_shown.Dequeue());
        var innermost = below == 1;
        // PyTorch's own quirk: the gap has a space before it between elements, but neither alone nor between sub-tensors.
        var gap = innermost && _options.EdgeItems > 0 ? " ..." : "...";
        // Lazy, and so laid out in the order in which the elements were read.
        var cells = ShownEntries(_tensor.Shape[dim]).Select(entry => entry == Gap ? gap : LayOut(dim + 1, indent + 1));
        var rows = innermost ? cells.Chunk(CellsInARow(indent)).Select(row => string.Join(", ", row)) : cells;
        // A vector wraps, and rows of a matrix stand, one line apart; each further dimension adds a blank line.
        var lineBreak = "," + new string('\n', Math.Max(1, below - 1)) + new string(' ', indent + 1);
        return "[" + string.Join(lineBreak, rows) + "]";
    }

    private int CellsInARow(int indent)
        => (int)Math.Max(1, ((long)_options.LineWidth - indent) / (_format.Width + 2));
}
