namespace TwinGrad;

/// <summary>A method of <see cref="Operators{T}"/> is an entry of the <see cref="Catalogue"/>.</summary>
/// <remarks>
/// The entry's operator is the method's name up to the first underscore, or with it where that ends the name: <c>Sum_Dims</c> is an entry of
/// Sum, and <c>Add_</c> one of Add_. Arguments without a <see cref="ShapeAttribute"/> are taken element by element, under shapes of the
/// suite's choice that broadcast.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OpAttribute : Attribute
{
    /// <summary>Values at which the function bends or jumps; each is tried as every argument's element, with every other.</summary>
    public double[] Kinks { get; set; } = [];

    /// <summary>How often it can be differentiated with a result that is not zero everywhere: 0, 1 or 2.</summary>
    public int Orders { get; set; } = 2;

    /// <summary>How far the engines may be apart in float64, relative to the largest element.</summary>
    public double Tolerance { get; set; } = 1e-10;

    /// <summary>The entry with the same value and derivatives: that out of place, for one in place.</summary>
    public string? SameAs { get; set; }

    /// <summary>Whether it is to be refused, by both engines with the same exception and sentence.</summary>
    public bool Fails { get; set; }

    /// <summary>Why central differences can't tell its derivatives.</summary>
    public string? DifferencesSkip { get; set; }

    /// <summary>Why it is not tried at infinities, nans and numbers of extreme size.</summary>
    public string? SpecialSkip { get; set; }

    /// <summary>Why it is not compared in float32.</summary>
    public string? Float32Skip { get; set; }

    /// <summary>Why it is not tried on integers, bools and halves.</summary>
    public string? DTypesSkip { get; set; }

    /// <summary>Why it is not tried on tensors whose elements don't lie side by side.</summary>
    public string? StridedSkip { get; set; }
}

/// <summary>A shape of an argument. The first shapes of all arguments make a sample, the second ones the next; the last one of an argument with fewer stays.</summary>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = true)]
internal sealed class ShapeAttribute(params long[] lengths) : Attribute
{
    public long[] Lengths { get; } = lengths;
}

/// <summary>Where an argument's elements come from; between -3 and 3 unless it is said.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class DomainAttribute(double low, double high) : Attribute
{
    public double Low { get; } = low;

    public double High { get; } = high;
}
