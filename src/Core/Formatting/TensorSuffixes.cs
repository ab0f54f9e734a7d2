using System.Text;

namespace TwinGrad;

/// <summary>What a printed tensor says behind its elements: device, size, dtype and autograd state.</summary>
internal static class TensorSuffixes
{
    /// <summary>The suffixes in PyTorch's order.</summary>
    internal static IEnumerable<string> Of(TensorText tensor, PrintOptions options)
    {
        var empty = tensor.Shape.Numel == 0;
        if (tensor.Device.Type != DeviceType.Cpu)
            yield return $"device='{tensor.Device}'";
        if (empty ? tensor.Shape.Count != 1 : options.EdgeItems == 0)
            yield return "size=" + PythonTuple(tensor.Shape);
        if (!IsImplied(tensor.DType, empty))
            yield return $"dtype={tensor.DType}";
        if (tensor.GradFn is not null)
            yield return $"grad_fn=<{tensor.GradFn}>";
        else if (tensor.RequiresGrad)
            yield return "requires_grad=True";
    }

    /// <summary>The body with each suffix on its last line, or on a line of its own where it would not fit.</summary>
    internal static string Append(string body, IEnumerable<string> suffixes, int indent, int lineWidth)
    {
        const int separator = 2; // ", "
        var text = new StringBuilder(body);
        // PyTorch counts two characters more than the line has, so a suffix wraps that early.
        var column = body.Length - (body.LastIndexOf('\n') + 1) + 2;
        foreach (var suffix in suffixes)
        {
            var fits = column + separator + suffix.Length <= lineWidth;
            text.Append(fits ? ", " : ",\n" + new string(' ', indent)).Append(suffix);
            column = fits ? column + separator + suffix.Length : indent + suffix.Length;
        }
        return text.ToString();
    }

    /// <summary>Whether PyTorch would give the printed elements this dtype unasked; without elements only the default is.</summary>
    private static bool IsImplied(DType dtype, bool empty)
        => dtype == DType.Float32 || (!empty && (dtype == DType.Int64 || dtype == DType.Bool));

    private static string PythonTuple(Shape shape)
        => shape.Count == 1 ? $"({shape[0]},)" : $"({string.Join(", ", shape)})";
}
