namespace TwinGrad.Conformance.Tests.Messages;

/// <summary>A message passes when result, exception, sentence and warnings are the recorded ones, and by nothing less.</summary>
[TestClass]
public sealed class MessagesReplayTests
{
    private const string Setup = "x=torch.tensor([1.,2.],requires_grad=True)";
    private const string Sentence = "grad can be implicitly created only for scalar outputs";
    private const string Warning = "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. "
        + "Its .grad attribute won't be populated during autograd.backward(). If you indeed want the .grad field to be populated for a "
        + "non-leaf Tensor, use .retain_grad() on the non-leaf Tensor. If you access the non-leaf Tensor by mistake, make sure you access "
        + "the leaf Tensor instead. See github.com/pytorch/pytorch/pull/30531 for more information.";

    [TestMethod]
    [DataRow("RuntimeError", Sentence, true)]
    [DataRow("RuntimeError", Sentence + ".", false, DisplayName = "another sentence")]
    [DataRow("ValueError", Sentence, false, DisplayName = "another type")]
    public void Exception_has_the_recorded_type_and_sentence(string type, string message, bool passes)
        => Ends(passes, Golden.Message(Setup, "(x*2).backward()", type: type, message: message));

    [TestMethod]
    [DataRow("result=x*2", "tensor([2., 4.], grad_fn=<MulBackward0>)", true)]
    [DataRow("result=x*2", "tensor([2., 4.], grad_fn=<MulBackward1>)", false, DisplayName = "another node")]
    [DataRow("result=(x.shape,x.grad,[1])", "(torch.Size([2]), None, [1])", true)]
    [DataRow("result=(x.shape[0],)", "(2,)", true)]
    [DataRow("result=repr(x.dtype)", "torch.float32", true)]
    [DataRow("result=('a',True)", "('a', True)", true)]
    [DataRow("(x*2).backward()", "None", false, DisplayName = "an exception instead")]
    public void Result_has_the_recorded_text(string statement, string result, bool passes)
        => Ends(passes, Golden.Message(Setup, statement, result));

    [TestMethod]
    public void Result_instead_of_an_exception_fails()
        => Ends(false, Golden.Message(Setup, "result=x", type: "RuntimeError", message: Sentence));

    [TestMethod]
    [DataRow("result=(x*2).grad", true, Warning)]
    [DataRow("result=(x*2).grad", false, DisplayName = "a warning that is not recorded")]
    [DataRow("result=(x*2).grad", false, Warning, Warning, DisplayName = "a warning too few")]
    [DataRow("result=(x*2).grad", false, "Another one", DisplayName = "another warning")]
    [DataRow("result=x.grad", false, Warning, DisplayName = "a warning that is not given")]
    public void Warnings_are_the_recorded_ones(string statement, bool passes, params string[] warnings)
        => Ends(passes, Golden.Message(Setup, statement, "None", warnings: warnings));

    [TestMethod]
    public void Reversing_the_dimensions_of_other_than_a_matrix_warns_on_both_engines()
    {
        const string Deprecated = "The use of `x.T` on tensors of dimension other than 2 to reverse their shape is deprecated and it will "
            + "throw an error in a future release. Consider `x.mT` to transpose batches of matrices or "
            + "`x.permute(*torch.arange(x.ndim - 1, -1, -1))` to reverse the dimensions of a tensor.";
        Ends(true, Golden.Message("a=torch.ones(2,3,4)", "result=a.T.shape", "torch.Size([4, 3, 2])", warnings: Deprecated));
        Ends(true, Golden.Message("a=torch.ones(2,3,requires_grad=True)", "result=(a.T+0).shape", "torch.Size([3, 2])"));
    }

    [TestMethod]
    public void Exception_that_is_not_the_librarys_fails()
    {
        var replay = new MessagesReplay(new CaseEngine<MessageCase>("planted", _ => CaseOutcome.Of(() => throw new InvalidCastException("x"))))
        {
            Apart = false,
        };
        StringAssert.Contains(
            Golden.Replay(replay, Golden.Message("", "", type: "RuntimeError", message: "x")), "got \"InvalidCastException: x\" from planted");
    }

    private static void Ends(bool passes, string golden)
    {
        var report = Golden.Replay(Replays.Messages(apart: false), golden);
        StringAssert.EndsWith(report, passes ? "1 passed, 0 failed, 0 skipped" : "0 passed, 1 failed, 0 skipped", report);
        foreach (var engine in new[] { "libtorch", "reference" })
            Assert.AreEqual(!passes, report.Contains($"from {engine}", StringComparison.Ordinal), report);
    }
}
