namespace TwinGrad.Examples;

/// <summary>What one cell did on one engine.</summary>
/// <param name="N">The cell's number in the notebook.</param>
/// <param name="CSharp">The C# that ran, as it stands in the source; null where the cell holds only remarks.</param>
/// <param name="Printed">What it printed; null if nothing.</param>
/// <param name="Warning">The warning that it gave; null if none.</param>
internal sealed record CellRun(int N, string? CSharp, string? Printed, string? Warning);

/// <summary>A gradient that a cell arrived at on one engine, and what it is the gradient of.</summary>
/// <param name="N">The cell.</param>
/// <param name="Name">What the notebook calls it: <c>x.grad</c>.</param>
/// <param name="Values">The gradient's elements.</param>
/// <param name="Formula">The same by the formula derived by hand.</param>
/// <param name="Function">The function, from values in double to the value that was differentiated.</param>
/// <param name="At">Where it was differentiated.</param>
internal sealed record GradientRun(
    int N, string Name, double[] Values, double[]? Formula, Func<double[], double> Function, double[] At);
