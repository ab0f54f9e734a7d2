namespace TwinGrad;

/// <summary>What a loss makes of its values for each element.</summary>
public enum Reduction
{
    /// <summary>They stay as they are.</summary>
    None,

    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>Their sum over the length of the first dimension; <c>KlDiv</c> alone knows it.</summary>
    BatchMean,
}
