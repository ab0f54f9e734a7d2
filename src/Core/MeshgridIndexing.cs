namespace TwinGrad;

/// <summary>Which of the first two vectors the rows of a mesh follow.</summary>
public enum MeshgridIndexing
{
    /// <summary>The first one: as matrices are indexed.</summary>
    Ij,

    /// <summary>The second one: as points of a plane are written.</summary>
    Xy,
}
