namespace TwinGrad;

/// <summary>Which way a picture of a graph runs.</summary>
public enum GraphDirection
{
    /// <summary>From the inputs on the left to the result on the right.</summary>
    LeftToRight,

    /// <summary>From the inputs at the top to the result at the bottom.</summary>
    TopToBottom,
}
