namespace TwinGrad;

/// <summary>Padding of a convolution by name.</summary>
public enum Padding
{
    /// <summary>None: the windows stay inside.</summary>
    Valid,

    /// <summary>As much as keeps the lengths; where that is odd, more at the end. Only with strides of 1.</summary>
    Same,
}
