namespace TwinGrad;

/// <summary>What <c>SegmentReduce</c> makes of a segment.</summary>
public enum SegmentReduction
{
    /// <summary>The sum of its elements.</summary>
    Sum,

    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>The largest of them.</summary>
    Max,

    /// <summary>The smallest of them.</summary>
    Min,

    /// <summary>Their product.</summary>
    Prod,
}
