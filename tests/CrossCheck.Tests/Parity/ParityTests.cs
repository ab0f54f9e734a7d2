namespace TwinGrad.Tests;

/// <summary>Every entry of the catalogue on both engines.</summary>
[TestClass]
public sealed class ParityTests
{
    public static IEnumerable<object[]> Names => Catalogue.Entries.Keys.Select(name => new object[] { name });

    /// <summary>
    /// Value, gradient and second gradient, broadcast, 0-dim, empty, strided, at kinks and special values, in float32, on other dtypes, beside
    /// its twin in place, and by central differences: one method over the catalogue, all that differs in one message.
    /// </summary>
    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Both_engines_agree(string name)
    {
        var entry = Catalogue.Entries[name];
        var differences = ParityChecks.All
            .SelectMany(check => check.Run(entry).Select(difference => $"{check.Name}: {difference}"))
            .ToList();
        if (differences.Count > 0)
            Assert.Fail(string.Join(Environment.NewLine, differences));
    }
}
