using TwinGrad.Fuzz.Running;

namespace TwinGrad.Fuzz.Tests;

/// <summary>Tests that make random calls make them in a folder of their own.</summary>
[TestClass]
public static class WorkingFolderOfTests
{
    private static WorkingFolder? _folder;

    [AssemblyInitialize]
    public static void Enter(TestContext context) => _folder = new();

    [AssemblyCleanup]
    public static void Leave() => _folder?.Dispose();
}
