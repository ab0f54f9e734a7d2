namespace TwinGrad.Examples;

/// <summary>A cell's Python as it is shown: the notebook's many remarks would hide the code.</summary>
internal static class PythonCode
{
    internal static string WithoutRemarks(string code)
        => string.Join('\n', code.Split('\n').Select(WithoutRemark).Where(line => line.Length > 0));

    /// <summary>No line of the notebook has a # inside of a string.</summary>
    private static string WithoutRemark(string line) => line.Split('#')[0].TrimEnd();
}
