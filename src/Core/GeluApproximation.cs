namespace TwinGrad;

/// <summary>How <c>Gelu</c> takes the normal distribution.</summary>
public enum GeluApproximation
{
    /// <summary>As it is, by the error function.</summary>
    None,

    /// <summary>By (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3)))/2.</summary>
    Tanh,
}
