namespace TwinGrad;

public sealed partial class Tensor
{
    /// <summary>What an operation made, checked and noted where this thread watches.</summary>
    private Tensor Traced(string name) => Tracing.IsActive ? Traced(name, [this])[0] : this;

    /// <inheritdoc cref="Traced(string)"/>
    private static Tensor[] Traced(string name, Tensor[] results)
    {
        if (!Tracing.IsActive)
            return results;
        foreach (var result in results)
            AnomalyDetection.CheckResult(name, result);
        Noted(Array.FindAll(results, result => result._gradFn is not null));
        return results;
    }

    /// <summary>Notes where tensors come from. One operation made them all.</summary>
    private static void Noted(Tensor[] made)
    {
        if (made.Length > 0)
            Tracing.Note<Tensor>(made[0]._gradFn!, Array.ConvertAll(made, result => result.Alias()));
    }

    /// <summary>Another handle of the same native tensor, which neither a scope nor <see cref="Dispose"/> of this one frees.</summary>
    private Tensor Alias()
    {
        var alias = Unscoped(() => new(NativeError.Check(NativeMethods.THSTensor_alias(HandleOf(this)))));
        (alias._gradFn, alias._output) = (_gradFn, _output);
        return alias;
    }
}
