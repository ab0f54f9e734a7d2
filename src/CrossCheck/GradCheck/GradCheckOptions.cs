namespace TwinGrad;

/// <summary>How <see cref="GradCheck"/> and <see cref="GradGradCheck"/> compare: PyTorch's names and defaults, which are meant for float64.</summary>
public sealed record GradCheckOptions
{
    /// <summary>How far each element is moved up and down: the difference of the two values over 2 eps is the numerical derivative.</summary>
    public double Eps
    {
        get;
        init => field = value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Eps), value, "a step is a positive number");
    } = 1e-6;

    /// <summary>How far analytical and numerical derivative may be apart at least.</summary>
    public double Atol { get; init => field = Tolerance.Checked(value); } = 1e-5;

    /// <summary>How much farther, relative to the numerical derivative.</summary>
    public double Rtol { get; init => field = Tolerance.Checked(value); } = 1e-3;

    /// <summary>How far two calls with the same inputs may be apart, and two backward passes with the same gradient.</summary>
    public double NondetTol { get; init => field = Tolerance.Checked(value); }

    /// <summary>Whether a function to several tensors is also differentiated with some of them left out.</summary>
    public bool CheckUndefinedGrad { get; init; } = true;

    /// <summary>Whether a gradient must have the dtype of its input.</summary>
    public bool CheckGradDtypes { get; init; }

    /// <summary>
    /// Whether v^T J u is compared for a random u and v instead of every element of J: two calls an input and a backward pass an output,
    /// whatever their sizes. Where it differs, J is worked out after all, to say where.
    /// </summary>
    public bool FastMode { get; init; }

    /// <summary>Inputs that require grad and are not compared, by their place, and why.</summary>
    public IReadOnlyDictionary<int, string> Skip { get; init; } = new Dictionary<int, string>();
}
