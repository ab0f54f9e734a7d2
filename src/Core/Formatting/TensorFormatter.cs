namespace TwinGrad;

/// <summary>Prints tensors as PyTorch does, to the character.</summary>
public static class TensorFormatter
{
    private const string Prefix = "tensor(";
    private const string ParameterLine = "Parameter containing:\n";

    /// <summary>PyTorch's <c>repr(tensor)</c>: <c>tensor([[1., 2.],</c> newline <c>        [3., 4.]], requires_grad=True)</c>.</summary>
    /// <remarks>
    /// One number format holds for the whole tensor and is chosen from the elements shown: scientific if their magnitudes
    /// differ more than a thousandfold, pass 1e8 or, unless all are whole, fall below 1e-4; else without decimals if all are
    /// whole. Numbers are rounded half to even on their exact binary value. A dtype is stated unless it is float32, int64 or
    /// bool; an empty tensor states all but float32, and its size unless it has one dimension.
    /// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.set_printoptions.html"/>.
    /// </remarks>
    /// <param name="tensor">What is printed.</param>
    /// <param name="options">How; null is <see cref="PrintOptions.Current"/>.</param>
    public static string Format(TensorText tensor, PrintOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        options ??= PrintOptions.Current;
        var body = TensorBody.Of(tensor, options, Prefix.Length);
        var text = TensorSuffixes.Append(Prefix + body, TensorSuffixes.Of(tensor, options), Prefix.Length, options.LineWidth) + ")";
        return tensor.IsParameter ? ParameterLine + text : text;
    }
}
