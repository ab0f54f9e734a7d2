namespace TwinGrad;

/// <summary>Watches what is recorded on this thread until it is disposed of: see <see cref="Autograd.Trace"/> and <see cref="Autograd.DetectAnomaly"/>.</summary>
/// <remarks>Like <see cref="GradMode{T}"/> a <c>ref struct</c>, because what is watched is one thread.</remarks>
public readonly ref struct TraceScope : IDisposable
{
    private readonly Tracing.Frame? _frame;

    internal TraceScope(Tracing.Frame frame) => _frame = frame;

    /// <summary>Goes back to what was before.</summary>
    public void Dispose()
    {
        if (_frame is not null)
            Tracing.End(_frame);
    }
}
