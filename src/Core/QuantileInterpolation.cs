namespace TwinGrad;

/// <summary>What <c>Quantile</c> takes where the quantile lies between two elements.</summary>
public enum QuantileInterpolation
{
    /// <summary>The point between them, as far from each as the quantile is.</summary>
    Linear,

    /// <summary>The smaller one.</summary>
    Lower,

    /// <summary>The larger one.</summary>
    Higher,

    /// <summary>Their mean.</summary>
    Midpoint,

    /// <summary>The nearer one; of two equally near ones that of the even rank.</summary>
    Nearest,
}
