namespace TwinGrad;

/// <summary>Records operations until it is disposed of, whatever mode the caller is in: a check under <c>NoGrad</c> would find no gradient.</summary>
internal readonly ref struct Recording<T> : IDisposable
    where T : ITensor<T>
{
    private readonly InferenceMode<T> _outside;
    private readonly GradMode<T> _recording;

    public Recording()
    {
        _outside = new(enabled: false);
        _recording = new(enabled: true);
    }

    public void Dispose()
    {
        _recording.Dispose();
        _outside.Dispose();
    }
}
