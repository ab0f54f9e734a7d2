namespace TwinGrad;

/// <summary>How elements that are sent to one place become one.</summary>
public enum ScatterReduction
{
    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>Their product.</summary>
    Prod,

    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>The largest of them.</summary>
    Amax,

    /// <summary>The smallest of them.</summary>
    Amin,
}
