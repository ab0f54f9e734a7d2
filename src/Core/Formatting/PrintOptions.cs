namespace TwinGrad;

/// <summary>How tensors are printed, with PyTorch's defaults.</summary>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/generated/torch.set_printoptions.html"/>.</remarks>
public sealed record PrintOptions
{
    /// <summary>How every tensor of the process is printed that is not told otherwise: <c>torch.set_printoptions</c>.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public static PrintOptions Current
    {
        get;
        set => field = value ?? throw new ArgumentNullException(nameof(value));
    } = new();

    /// <summary>PyTorch's profile <c>default</c>.</summary>
    public static PrintOptions Default { get; } = new();

    /// <summary>PyTorch's profile <c>short</c>: 2 decimals, 2 edge items.</summary>
    public static PrintOptions Short { get; } = new() { Precision = 2, EdgeItems = 2 };

    /// <summary>PyTorch's profile <c>full</c>: no tensor is summarised.</summary>
    public static PrintOptions Full { get; } = new() { Threshold = long.MaxValue };

    /// <summary>How many decimals a floating-point number shows, in fixed as in scientific notation: 4 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Precision { get; init => field = NotNegative(value); } = 4;

    /// <summary>A tensor with more elements than this is summarised: 1000 by default.</summary>
    public long Threshold { get; init; } = 1000;

    /// <summary>How many entries a summarised dimension shows at each end: 3 by default.</summary>
    /// <remarks>A dimension is cut only if it has more than twice as many. With 0 a tensor's text states its size.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int EdgeItems { get; init => field = NotNegative(value); } = 3;

    /// <summary>How many characters a line holds before elements and suffixes wrap: 80 by default.</summary>
    /// <remarks>A line always holds at least one element.</remarks>
    public int LineWidth { get; init; } = 80;

    /// <summary>Scientific notation always (true), never (false) or where the elements call for it (null, the default).</summary>
    /// <remarks>Elements that are all zero, infinite or nan are never written in scientific notation.</remarks>
    public bool? SciMode { get; init; }

    private static int NotNegative(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        return value;
    }
}
