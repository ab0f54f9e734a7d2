namespace TwinGrad.Tests;

/// <summary>Tests that build whole programs or copy hundreds of megabytes run only where that is asked for.</summary>
internal static class LongTest
{
    internal const string Variable = "TWINGRAD_LONG_TESTS";

    internal static void RunOnlyIfAsked(string reason)
    {
        if (Environment.GetEnvironmentVariable(Variable) != "1")
            Assert.Inconclusive($"{reason}; set {Variable}=1 to run it");
    }
}
