namespace TwinGrad.Tests;

/// <summary>Tests that take minutes run only where that is asked for.</summary>
internal static class LongTest
{
    private const string Variable = "TWINGRAD_LONG_TESTS";

    internal static bool IsAsked { get; } = Environment.GetEnvironmentVariable(Variable) == "1";

    internal static void RunOnlyIfAsked(string reason)
    {
        if (!IsAsked)
            Assert.Inconclusive($"{reason}; set {Variable}=1 to run it");
    }
}
