namespace TwinGrad;

/// <summary>A method of <see cref="Divergences{T}"/> is a program on which libtorch differs from mathematics.</summary>
/// <param name="kind">In what it differs.</param>
/// <param name="title">What is wrong, in one line.</param>
/// <param name="proof">How it is known who is right.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class DivergenceAttribute(DifferenceKind kind, string title, string proof) : Attribute
{
    public DifferenceKind Kind { get; } = kind;

    public string Title { get; } = title;

    public string Proof { get; } = proof;

    /// <summary>Which element of the result, or of the first argument's gradient.</summary>
    public int Element { get; set; }

    /// <summary>The right answer by an identity; nan where central differences tell it.</summary>
    public double Truth { get; set; } = double.NaN;

    /// <summary>
    /// Whether libtorch's answer is whatever lay in memory, at times the right one. Only a program with a <see cref="Truth"/> may be so;
    /// where libtorch reads beyond a tensor, give the tensor a neighbour instead.
    /// </summary>
    public bool Varies { get; set; }
}

/// <summary>The elements of an argument.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class AtAttribute(params double[] values) : Attribute
{
    public double[] Values { get; } = values;
}
