namespace TwinGrad;

/// <summary>How a quotient becomes whole.</summary>
public enum RoundingMode
{
    /// <summary>Towards 0, as C# divides integers.</summary>
    Trunc,

    /// <summary>Down, as Python's <c>//</c> divides.</summary>
    Floor,
}
