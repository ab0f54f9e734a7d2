using static TwinGrad.Examples.Tests.Invocation;

namespace TwinGrad.Examples.Tests;

/// <summary>What the command line refuses, and what it says of itself.</summary>
[TestClass]
public sealed class RequestTests
{
    [TestMethod]
    [DataRow("run", "nothing-of-the-kind")]
    [DataRow("run")]
    [DataRow("check", "NoSuchOperator")]
    [DataRow("--device", "tpu")]
    [DataRow("--device", "cuda:-1")]
    [DataRow("--bogus")]
    [DataRow("graph", "nothing-of-the-kind")]
    [DataRow("graph", "vector", "-o", "vector.png")]
    [DataRow("graph", "vector", "--json")]
    [DataRow("--json", "graph", "vector")]
    [DataRow("fuzz", "--device", "cuda", "--programs", "1")]
    [DataRow("--device", "cuda", "fuzz", "--programs", "1")]
    [DataRow("doctor", "--device", "cpu")]
    [DataRow("divergences", "--device", "cpu")]
    [DataRow("--report", "page.html", "doctor")]
    [DataRow("parity", "--only", "Nope")]
    [DataRow("parity", "--only", "MatMul_Of0Dim")]
    public void What_cannot_be_carried_out_says_so_and_exits_with_2(params string[] args)
    {
        var (exitCode, _, error) = Run(args);

        Assert.AreEqual(2, exitCode);
        Assert.AreNotEqual("", error);
    }

    [TestMethod]
    public void A_gpu_that_is_not_there_is_named_with_the_cure()
    {
        if (Torch.Cuda.IsAvailable)
        {
            Assert.Inconclusive("there is a CUDA device");
            return;
        }

        var (exitCode, _, error) = Run("--device", "cuda");

        Assert.AreEqual(2, exitCode);
        Assert.Contains("CUDA", error);
        Assert.AreEqual(1, error.TrimEnd().Split('\n').Length);
    }

    [TestMethod]
    [DataRow("--minutes", "NaN")]
    [DataRow("--minutes", "1e300")]
    [DataRow("--minutes", "Infinity")]
    [DataRow("--minutes", "0")]
    [DataRow("--minutes", "-1")]
    [DataRow("--programs", "0")]
    [DataRow("--programs", "-5")]
    [DataRow("--program", "-1")]
    [DataRow("--findings", "-1")]
    public void A_number_out_of_range_is_refused_with_the_range(string option, string number)
    {
        var (exitCode, _, error) = Run("fuzz", option, number);

        Assert.AreEqual(2, exitCode);
        StringAssert.Matches(error.Split('\n')[0], new($"^{option} is (at least [01]|from 0.001 to 525600), not {number}$"));
    }

    [TestMethod]
    public void One_program_and_many_are_not_asked_for_at_once()
        => Assert.AreEqual(2, Run("fuzz", "--program", "1", "--programs", "2").ExitCode);

    [TestMethod]
    public void Help_fits_a_screen_and_names_nothing_by_the_hundred()
    {
        foreach (var command in new[] { "parity", "check", "graph", "run", "fuzz", "doctor", "divergences", "list" })
        {
            var lines = Run(command, "--help").Output.Split('\n');
            Assert.IsLessThan(40, lines.Length, command);
            Assert.IsLessThan(160, lines.Max(line => line.Length), command);
        }
        var commands = Run("--help").Output.Split('\n');
        Assert.IsLessThan(160, commands.Max(line => line.Length));
        Assert.IsTrue(commands.Any(line => line.Contains("graph <SECTION>", StringComparison.Ordinal)));
    }
}
