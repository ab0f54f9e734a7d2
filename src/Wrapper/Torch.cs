namespace TwinGrad;

/// <summary>PyTorch's <c>torch</c>: creation, modes, devices and settings. Operators are members of <see cref="Tensor"/>.</summary>
public sealed partial class Torch : TensorFactory<Tensor>
{
    private static readonly int MostThreads = Math.Max(64, 4 * Environment.ProcessorCount);

    private Torch()
    {
    }

    /// <summary>Gets each of PyTorch's warnings; as long as nobody listens they go to standard error.</summary>
    public static event Action<string> Warning
    {
        add => Warnings.Warning += value;
        remove => Warnings.Warning -= value;
    }

    /// <summary>Whether a place warns each time it is reached instead of once: <c>torch.set_warn_always</c>.</summary>
    public static bool WarnAlways
    {
        get => Warnings.Always;
        set => Warnings.Always = value;
    }

    /// <summary>Whether a warning is thrown as a <see cref="TorchWarningException"/> instead: <c>warnings.simplefilter("error")</c>.</summary>
    public static bool WarningsAsErrors
    {
        get => Warnings.AsErrors;
        set => Warnings.AsErrors = value;
    }

    /// <summary>How many threads one operator computes on: <c>torch.set_num_threads</c>.</summary>
    /// <remarks>
    /// At most 64, or four a processor where those are more: further threads only wait for each other, and where the system can't start
    /// them all libtorch ends the process.
    /// </remarks>
    /// <exception cref="TorchException">The number is not positive or too large.</exception>
    public static int NumThreads
    {
        get => NativeMethods.THSTorch_get_num_threads();
        set
        {
            if (value <= 0)
                throw Error.NumThreads(value);
            if (value > MostThreads)
                throw Error.TooManyThreads(value, MostThreads);
            NativeMethods.THSTorch_set_num_threads(value);
        }
    }

    /// <summary>Which libtorch runs, and where it was found. Loads it if that has not happened yet.</summary>
    /// <exception cref="LibTorchLoadException">It can't be loaded; the message says what is missing and what to do.</exception>
    public static LibTorchInfo LibTorch => LibTorchLoader.Info;

    /// <summary>Starts a scope that frees the tensors made inside it, in order, when it ends.</summary>
    public static TensorScope NewScope() => new(TensorScope.Frame.Current);
}
