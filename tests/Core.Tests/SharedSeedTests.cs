namespace TwinGrad.Tests;

/// <summary>One seed for all engines, those that join later too.</summary>
[TestClass]
public sealed class SharedSeedTests
{
    [TestMethod]
    public void AnEngineThatJoinsLateGetsTheLastSeedOnce()
    {
        var (seen, late) = (new List<long>(), new List<long>());
        var first = new SharedSeed(seen.Add);
        first.Seed(1);
        first.Seed(2);
        CollectionAssert.AreEqual(new long[] { 1, 2 }, seen);

        var second = new SharedSeed(late.Add);
        second.Join();
        second.Join();
        CollectionAssert.AreEqual(new long[] { 2 }, late);
        second.Seed(3);
        CollectionAssert.AreEqual(new long[] { 2, 3 }, late);
        CollectionAssert.AreEqual(new long[] { 1, 2, 3 }, seen);
    }
}
