namespace TwinGrad.Tests;

/// <summary>First use, other load contexts, and the end of the process. This suite itself shows that a test host will do.</summary>
[TestClass]
public sealed class LifeTests
{
    [TestMethod]
    public void TheFirstUseMayComeFromEightThreadsAtOnce() => Assert.AreEqual(Life.Gradient, Life.Run("first-use"));

    /// <summary>Libtorch's destructors must not run beside threads that compute: see ProcessEnd in the wrapper.</summary>
    [TestMethod]
    [DataRow("exit")]
    [DataRow("exit-while-loading")]
    public void AProgramEndsInPeaceWhileItsThreadsCompute(string scene)
    {
        for (var round = 0; round < 5; round++)
            Assert.AreEqual("", Life.Run(scene));
    }

    [TestMethod]
    public void ACopyInAnotherLoadContextWorksBesideTheOriginal()
        => Assert.AreEqual($"{Life.Gradient} {Life.Crossed} | {Life.Gradient} {Life.Crossed} | stays", Life.Run("context"));

    /// <summary>The native library keeps what it was given, so the context's memory is not given back.</summary>
    [TestMethod]
    public void ACollectibleLoadContextWorksAndStays()
        => Assert.AreEqual(
            $"{Life.Gradient} {Life.Crossed} | {Life.Gradient} {Life.Crossed} | not unloaded", Life.Run("collectible-context"));
}
