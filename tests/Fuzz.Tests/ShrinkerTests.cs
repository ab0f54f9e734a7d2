using TwinGrad.Fuzz.Running;

namespace TwinGrad.Fuzz.Tests;

[TestClass]
public sealed class ShrinkerTests
{
    [TestMethod]
    public void What_a_failure_needs_stays()
        => Assert.AreSequenceEqual([2, 5], Shrinker.Shrink(9, steps => steps.Contains(2) && steps.Contains(5)));

    [TestMethod]
    public void What_fails_by_itself_shrinks_to_nothing()
        => Assert.IsEmpty(Shrinker.Shrink(9, _ => true));
}
