namespace TwinGrad;

/// <summary>What <c>EmbeddingBag</c> makes of the rows in a bag.</summary>
public enum EmbeddingBagMode
{
    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>The largest element of each column.</summary>
    Max,
}
