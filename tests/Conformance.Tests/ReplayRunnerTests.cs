namespace TwinGrad.Conformance.Tests;

/// <summary>A replay that could not fail would prove nothing: here it has to.</summary>
[TestClass]
public sealed class ReplayRunnerTests : IDisposable
{
    private const string Leaf =
        """{"id": "leaf-1", "dtype": "float32", "shape": [2], "values": ["1", "2.5"], "requires_grad": false, "grad_fn": null, "build": "leaf", "repr": "tensor([1.0000, 2.5000])"}""";

    private const string Sum =
        """{"id": "node-1", "kind": "expr", "code": "a.sum()", "outputs": [{"grad_fn": "SumBackward0", "chain": "SumBackward0(AccumulateGrad[a])"}]}""";

    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    [TestMethod]
    public void Right_printer_passes()
    {
        Assert.AreEqual(ReplayRunner.Success, Run(Replays.Repr, Leaf));
        StringAssert.EndsWith(_output.ToString().TrimEnd(), "1 passed, 0 failed, 0 skipped");
    }

    [TestMethod]
    public void Wrong_printer_fails_and_is_named()
    {
        var replay = new ReprReplay(ReprPrinters.Formatter, new Witness<ReprCase>("liar", _ => "tensor([1., 2.])"));
        Assert.AreEqual(ReplayRunner.Failure, Run(replay, Leaf));
        StringAssert.StartsWith(
            _output.ToString(), """leaf-1: expected "tensor([1.0000, 2.5000])", got "tensor([1., 2.])" from liar""");
    }

    [TestMethod]
    public void Printer_that_throws_fails_and_the_next_case_is_tried()
    {
        var replay = new ReprReplay(new Witness<ReprCase>("thrower", _ => throw new InvalidOperationException("broken")));
        Assert.AreEqual(ReplayRunner.Failure, Run(replay, Leaf, Leaf));
        StringAssert.Contains(_output.ToString(), "InvalidOperationException: broken");
        StringAssert.Contains(_output.ToString(), "0 passed, 2 failed, 0 skipped");
    }

    [TestMethod]
    public void Wrong_recording_fails_on_every_witness()
    {
        Assert.AreEqual(ReplayRunner.Failure, Run(Replays.Repr, Leaf.Replace("2.5000])", "2.5001])", StringComparison.Ordinal)));
        foreach (var who in new[] { "formatter", "libtorch", "reference" })
            StringAssert.Contains(_output.ToString(), $"from {who}");
    }

    [TestMethod]
    [DataRow("AccumulateGrad[a]", "AccumulateGrad[b]", DisplayName = "another leaf")]
    [DataRow("SumBackward0(", "SumBackward1(", DisplayName = "another node")]
    [DataRow("(AccumulateGrad[a])", "(AccumulateGrad[a], None)", DisplayName = "an edge more")]
    [DataRow("SumBackward0\",", "SumBackward1\",", DisplayName = "another grad_fn")]
    public void Wrong_node_fails(string right, string wrong)
    {
        Assert.AreEqual(ReplayRunner.Success, Run(Replays.Nodes, Sum));
        Assert.AreEqual(ReplayRunner.Failure, Run(Replays.Nodes, Sum.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Missing_operator_is_a_skip_with_its_name_and_no_pass()
    {
        Assert.AreEqual(ReplayRunner.Failure, Run(Replays.Nodes, Sum.Replace("a.sum()", "a.frobnicate()", StringComparison.Ordinal)));
        StringAssert.Contains(_output.ToString(), "1 skipped: not supported: frobnicate");
        StringAssert.Contains(_error.ToString(), "no case was tried");
    }

    [TestMethod]
    public void Unknown_variable_is_a_failure_and_no_skip()
    {
        Assert.AreEqual(ReplayRunner.Failure, Run(Replays.Nodes, Sum.Replace("a.sum()", "nowhere.sum()", StringComparison.Ordinal)));
        StringAssert.Contains(_output.ToString(), "name 'nowhere' is not defined");
    }

    [TestMethod]
    [DataRow("", DisplayName = "an empty line")]
    [DataRow("not json")]
    [DataRow("null")]
    [DataRow("""{"id": "x"}""", DisplayName = "fields missing")]
    [DataRow("""{"id": "x", "dtype": "float32", "shape": [3], "values": ["1"], "requires_grad": false, "grad_fn": null, "build": "leaf", "repr": ""}""",
        DisplayName = "too few values")]
    public void Malformed_line_is_unusable_and_named(string line)
    {
        Assert.AreEqual(ReplayRunner.Unusable, Run(Replays.Repr, Leaf, line, Leaf));
        StringAssert.Contains(_error.ToString(), ".jsonl:2: ");
    }

    [TestMethod]
    public void Missing_file_is_unusable()
        => Assert.AreEqual(ReplayRunner.Unusable, ReplayRunner.Run(Replays.Repr, "no such file", _output, _error));

    [TestMethod]
    [DataRow("repr")]
    [DataRow("nodes")]
    [DataRow("opinfo")]
    public void Empty_file_is_not_a_pass(string kind)
        => Assert.AreEqual(ReplayRunner.Failure, Run(Replays.All.Single(replay => replay.Kind == kind)));

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    private int Run(IReplay replay, params string[] lines)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.jsonl");
        File.WriteAllLines(path, lines);
        try
        {
            return ReplayRunner.Run(replay, path, _output, _error);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
