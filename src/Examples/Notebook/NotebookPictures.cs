namespace TwinGrad.Examples;

/// <summary>The graphs of the notebook's sections.</summary>
public static class NotebookPictures
{
    /// <summary>The graph of a section, with the values on the way, as the engine <typeparamref name="T"/> computes them.</summary>
    /// <param name="section">The section; what it goes on with runs before it, unseen.</param>
    /// <param name="dtype">The dtype that numbers become; the notebook's is float32.</param>
    /// <param name="device">Where the engine computes.</param>
    public static AutogradGraph Of<T>(NotebookSection section, DType dtype, Device device)
        where T : class, ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(section);
        AutogradGraph? last = null;
        var notebook = new Notebook<T>(new(dtype, device)) { Draw = graph => last = graph };
        using (Autograd.Trace())
        {
            if (section.Needs is { } before)
                notebook.Run(before);
            notebook.Run(section.Name);
        }
        return last ?? throw new InvalidOperationException($"the section '{section.Name}' draws no picture");
    }
}
