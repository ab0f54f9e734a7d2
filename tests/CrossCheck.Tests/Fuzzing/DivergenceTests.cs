namespace TwinGrad.Tests;

/// <summary>What docs/divergences.md says is so: libtorch still differs, and the reference is right.</summary>
[TestClass]
public sealed class DivergenceTests
{
    private const double Right = 1e-11;

    public static IEnumerable<object[]> Names => LibTorchDivergence.All.Select(divergence => new object[] { divergence.Name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Is_still_there_and_the_reference_is_right(string name)
    {
        var divergence = LibTorchDivergence.All.Single(other => other.Name == name);
        var (op, result) = (divergence.Op, divergence.Measure());
        if (op.Kind == DifferenceKind.Refusal)
        {
            Assert.IsNotNull(result.TorchRefusal);
            Assert.IsNull(result.ReferenceRefusal);
        }
        else if (double.IsNaN(op.Truth))
        {
            Assert.EndsWith("they differ", result.Witnesses[0]);
            Assert.EndsWith("they agree", result.Witnesses[1]);
        }
        else
        {
            Assert.IsTrue(IsRight(result.Reference, op.Truth), $"reference {result.Reference:R}, truth {op.Truth:R}");
            Assert.IsTrue(Differs(divergence, result.Torch), $"libtorch {result.Torch:R}, truth {op.Truth:R}: it was mended?");
        }
    }

    [TestMethod]
    public void The_page_has_every_divergence_with_its_program()
    {
        var page = Page();
        foreach (var divergence in LibTorchDivergence.All)
        {
            Assert.Contains(divergence.Op.Title, page);
            Assert.Contains(ProgramText.Test(divergence.Program, divergence.Op.Kind, divergence.Name), page);
        }
    }

    /// <summary>Memory may hold the right answer by chance, but not always.</summary>
    private static bool Differs(LibTorchDivergence divergence, double torch)
    {
        for (var run = 0; run < 50 && divergence.Op.Varies && IsRight(torch, divergence.Op.Truth); run++)
            torch = divergence.Measure().Torch;
        return !IsRight(torch, divergence.Op.Truth);
    }

    private static bool IsRight(double value, double truth) => value == truth || (double.IsFinite(truth) && Math.Abs(value - truth) <= Right * Math.Max(Math.Abs(truth), truth == 0 ? 1 : 0));

    private static string Page()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TwinGrad.slnx")))
            folder = folder.Parent ?? throw new AssertFailedException("the repository was not found");
        return File.ReadAllText(Path.Combine(folder.FullName, "docs", "divergences.md"));
    }
}
