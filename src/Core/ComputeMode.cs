namespace TwinGrad;

/// <summary>Whether <c>Cdist</c> takes lengths by a matrix product, which is faster for many rows, and less exact.</summary>
public enum ComputeMode
{
    /// <summary>For more than 25 rows.</summary>
    UseMmForEuclidDistIfNecessary,

    /// <summary>Always.</summary>
    UseMmForEuclidDist,

    /// <summary>Never.</summary>
    DonotUseMmForEuclidDist,
}
