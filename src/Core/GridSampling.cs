namespace TwinGrad;

/// <summary>What <c>GridSample</c> takes between the elements.</summary>
public enum GridSampleMode
{
    /// <summary>Lines between neighbours.</summary>
    Bilinear,

    /// <summary>The nearest element; of two as near the one at an even place.</summary>
    Nearest,

    /// <summary>Cubic polynomials through four neighbours.</summary>
    Bicubic,
}

/// <summary>What <c>GridSample</c> takes outside of its input.</summary>
public enum GridSamplePaddingMode
{
    /// <summary>0.</summary>
    Zeros,

    /// <summary>The element at the border.</summary>
    Border,

    /// <summary>What lies there once the place is reflected at the borders until it is inside.</summary>
    Reflection,
}
