namespace TwinGrad;

/// <summary>The sentences of the warnings that come with older functions of linear algebra.</summary>
internal static class LinearAlgebraWarning
{
    internal const string CrossWithoutDim =
        "Using torch.cross without specifying the dim arg is deprecated.\n"
        + "Please either pass the dim explicitly or simply use torch.linalg.cross.\n"
        + "The default value of dim will change to agree with that of linalg.cross in a future release.";

    internal const string Cholesky =
        "torch.cholesky is deprecated in favor of torch.linalg.cholesky and will be removed in a future PyTorch release.\n"
        + "L = torch.cholesky(A)\nshould be replaced with\nL = torch.linalg.cholesky(A)\nand\n"
        + "U = torch.cholesky(A, upper=True)\nshould be replaced with\nU = torch.linalg.cholesky(A).mH\n"
        + "This transform will produce equivalent results for all valid (symmetric positive definite) inputs.";

    internal const string Qr =
        "torch.qr is deprecated in favor of torch.linalg.qr and will be removed in a future PyTorch release.\n"
        + "The boolean parameter 'some' has been replaced with a string parameter 'mode'.\n"
        + "Q, R = torch.qr(A, some)\nshould be replaced with\nQ, R = torch.linalg.qr(A, 'reduced' if some else 'complete')";

    internal const string Lu =
        "torch.lu is deprecated in favor of torch.linalg.lu_factor / torch.linalg.lu_factor_ex and will be removed in a future PyTorch release.\n"
        + "LU, pivots = torch.lu(A, compute_pivots)\nshould be replaced with\nLU, pivots = torch.linalg.lu_factor(A, compute_pivots)\nand\n"
        + "LU, pivots, info = torch.lu(A, compute_pivots, get_infos=True)\nshould be replaced with\n"
        + "LU, pivots, info = torch.linalg.lu_factor_ex(A, compute_pivots)";

    internal const string LuSolve =
        "torch.lu_solve is deprecated in favor of torch.linalg.lu_solveand will be removed in a future PyTorch release.\n"
        + "Note that torch.linalg.lu_solve has its arguments reversed.\n"
        + "X = torch.lu_solve(B, LU, pivots)\nshould be replaced with\nX = torch.linalg.lu_solve(LU, pivots, B)";

    internal const string TriangularSolve =
        "torch.triangular_solve is deprecated in favor of torch.linalg.solve_triangularand will be removed in a future PyTorch release.\n"
        + "torch.linalg.solve_triangular has its arguments reversed and does not return a copy of one of the inputs.\n"
        + "X = torch.triangular_solve(B, A).solution\nshould be replaced with\nX = torch.linalg.solve_triangular(A, B).";
}
