namespace TwinGrad;

/// <summary>What a tensor is padded with.</summary>
public enum PadMode
{
    /// <summary>A number.</summary>
    Constant,

    /// <summary>Its own places in reverse order, the outermost not repeated.</summary>
    Reflect,

    /// <summary>Its outermost places.</summary>
    Replicate,

    /// <summary>Its own places from the other end.</summary>
    Circular,
}
