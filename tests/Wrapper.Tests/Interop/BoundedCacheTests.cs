namespace TwinGrad.Tests;

/// <summary>What was made for numbers: kept while they are in use, and not for long after that.</summary>
[TestClass]
public sealed class BoundedCacheTests
{
    [TestMethod]
    public void WhatIsInUseIsMadeOnce_HoweverManyNumbersAreUsedOnceBeside()
    {
        var made = new List<int>();
        var cache = new BoundedCache<int, string>(key =>
        {
            made.Add(key);
            return $"{key}";
        });
        for (var number = 1; number <= 10_000; number++)
        {
            Assert.AreEqual("0", cache.Get(0));
            Assert.AreEqual($"{number}", cache.Get(number));
        }
        Assert.HasCount(1, made.Where(key => key == 0));
        Assert.HasCount(10_001, made);
    }

    [TestMethod]
    public void WhatWasUsedOnceIsGoneAfterAFewHundredOthers()
    {
        var cache = new BoundedCache<int, object>(_ => new object());
        var first = Made(cache);
        for (var number = 1; number <= 300; number++)
            cache.Get(number);
        GC.Collect();
        Assert.IsFalse(first.IsAlive);
        GC.KeepAlive(cache);
    }

    [TestMethod]
    public void AHundredNumbersInUseStay()
    {
        var made = 0;
        var cache = new BoundedCache<int, string>(key => $"{++made}");
        for (var round = 0; round < 10; round++)
            for (var number = 0; number < 100; number++)
                cache.Get(number);
        Assert.AreEqual(100, made);
    }

    [TestMethod]
    public void ThreadsThatAskAtOnceGetTheSame()
    {
        var cache = new BoundedCache<int, string>(key => $"{key}");
        Parallel.For(0, 4, _ =>
        {
            for (var number = 0; number < 20_000; number++)
                Assert.AreEqual($"{number % 700}", cache.Get(number % 700));
        });
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference Made(BoundedCache<int, object> cache) => new(cache.Get(0));
}
