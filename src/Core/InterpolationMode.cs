namespace TwinGrad;

/// <summary>What lies between the elements of a tensor that is given another size.</summary>
public enum InterpolationMode
{
    /// <summary>The element before, at the place times the ratio of the lengths.</summary>
    Nearest,

    /// <summary>Lines between neighbours, along one dimension.</summary>
    Linear,

    /// <summary>Lines between neighbours, along two dimensions.</summary>
    Bilinear,

    /// <summary>Cubic polynomials through four neighbours, along two dimensions.</summary>
    Bicubic,

    /// <summary>Lines between neighbours, along three dimensions.</summary>
    Trilinear,

    /// <summary>The mean of the elements under each new one.</summary>
    Area,

    /// <summary>The element whose middle is nearest.</summary>
    NearestExact,
}
