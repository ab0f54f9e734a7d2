namespace TwinGrad.Conformance.Tests.Functional;

/// <summary>The replay of the functional transforms has to find what is planted here, on each engine.</summary>
[TestClass]
public sealed class FunctionalReplayTests
{
    private const string Square =
        """{"id": "case", "setup": "x = torch.tensor([1.5, 2.0], dtype=torch.float64)", "call": "torch.autograd.functional.vjp(lambda x: (x*x).sum(), x)", "result": {"tuple": [{"tensor": {"dtype": "float64", "shape": [], "data": [6.25], "requires_grad": false}}, {"tensor": {"dtype": "float64", "shape": [2], "data": [3.0, 4.0], "requires_grad": false}}]}, "type": null, "message": null}""";

    private const string Refused =
        """{"id": "case", "setup": "x = torch.tensor([1.5, 2.0])", "call": "torch.autograd.functional.hessian(lambda x: x*x, x)", "result": null, "type": "RuntimeError", "message": "The Tensor returned by the function given to hessian should contain a single element"}""";

    [TestMethod]
    public void Results_and_refusals_as_recorded_pass()
    {
        Ends(0, "", Square, "nothing", "nothing");
        Ends(0, "", Refused, "nothing", "nothing");
    }

    [TestMethod]
    [DataRow("[3.0, 4.0]", "[3.0, 4.000001]", "tensor 0: element 1 is 4, recorded: 4.000001")]
    [DataRow("[3.0, 4.0], \"requires_grad\": false", "[3.0, 4.0], \"requires_grad\": true", "requires grad: False, recorded: True")]
    [DataRow("\"shape\": [2]", "\"shape\": [2, 1]", "tensor 0: has the shape")]
    [DataRow("[6.25]", "[6.5]", "tensor 0: element 0 is 6.25, recorded: 6.5")]
    [DataRow("functional.vjp", "functional.jacobian", "a tensor, recorded: a tuple")]
    [DataRow("(x*x).sum()", "x*x", "RuntimeError: The vector v can only be None if the user-provided function returns")]
    public void Wrong_recording_of_a_result_fails_on_both_engines(string right, string wrong, string difference)
        => Ends(1, difference, Square, right, wrong);

    [TestMethod]
    [DataRow("RuntimeError", "TypeError", "got \"RuntimeError: The Tensor returned")]
    [DataRow("single element", "single number", "should contain a single element")]
    [DataRow("x*x, x", "(x*x).sum(), x", "a tensor, recorded: a None")]
    public void Wrong_recording_of_a_refusal_fails_on_both_engines(string right, string wrong, string difference)
        => Ends(1, difference, Refused, right, wrong);

    private static void Ends(int failed, string difference, string golden, string right, string wrong)
    {
        var report = Golden.Replay(Replays.Functional, golden.Replace(right, wrong, StringComparison.Ordinal));
        StringAssert.EndsWith(report, $"{1 - failed} passed, {failed} failed, 0 skipped");
        StringAssert.Contains(report, difference);
        foreach (var engine in new[] { "libtorch", "reference" })
            Assert.AreEqual(failed > 0, report.Contains($"from {engine}", StringComparison.Ordinal), report);
    }
}
