namespace TwinGrad;

/// <summary>Which triangle of a symmetric matrix is read.</summary>
public enum Uplo
{
    /// <summary>The lower one.</summary>
    L,

    /// <summary>The upper one.</summary>
    U,
}

/// <summary>What of a QR decomposition is computed.</summary>
public enum QrMode
{
    /// <summary>As many columns of Q as x has rows or columns, whichever are fewer.</summary>
    Reduced,

    /// <summary>A square Q.</summary>
    Complete,

    /// <summary>The triangle alone; Q is empty.</summary>
    R,
}

/// <summary>How least squares are solved; the names are LAPACK's.</summary>
public enum LstsqDriver
{
    /// <summary>QR, for a matrix of full rank.</summary>
    Gels,

    /// <summary>QR with pivots.</summary>
    Gelsy,

    /// <summary>Singular values, by dividing and conquering.</summary>
    Gelsd,

    /// <summary>Singular values.</summary>
    Gelss,
}

/// <summary>The norms of a matrix that have a name and no number.</summary>
public enum NormOrder
{
    /// <summary>Frobenius: the root of the sum of all squares.</summary>
    Fro,

    /// <summary>Nuclear: the sum of the singular values.</summary>
    Nuc,
}
