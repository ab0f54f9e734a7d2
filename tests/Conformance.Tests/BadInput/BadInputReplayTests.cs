namespace TwinGrad.Conformance.Tests.BadInput;

/// <summary>What passes as PyTorch's behaviour, and what does not.</summary>
[TestClass]
public sealed class BadInputReplayTests
{
    [TestMethod]
    [DataRow("raises RuntimeError: no", CaseEnd.Refused, "RuntimeError", "no", true)]
    [DataRow("raises RuntimeError: no", CaseEnd.Refused, "ValueError", "not so", true, DisplayName = "other words")]
    [DataRow("raises RuntimeError: no", CaseEnd.Broke, "NullReferenceException", "no", false)]
    [DataRow("raises RuntimeError: no", CaseEnd.Returned, null, "no", false)]
    [DataRow("raises RuntimeError: no", CaseEnd.Died, null, "died: SIGABRT", false)]
    [DataRow("returns 1.0", CaseEnd.Returned, null, "1.0", true)]
    [DataRow("returns 1.0", CaseEnd.Returned, null, "1.0000001", true)]
    [DataRow("returns 1.0", CaseEnd.Returned, null, "1.001", false)]
    [DataRow("returns 1.0", CaseEnd.Refused, "RuntimeError", "no", false)]
    [DataRow("returns 1.0", CaseEnd.Died, null, "hung", false)]
    [DataRow("returns Tensor float32[2] [1.0, nan]", CaseEnd.Returned, null, "Tensor float32[2] [1.0, nan]", true)]
    [DataRow("returns Tensor float32[2] [1.0, nan]", CaseEnd.Returned, null, "Tensor float64[2] [1.0, nan]", false)]
    [DataRow("returns Tensor float32[2] [1.0, nan]", CaseEnd.Returned, null, "Tensor float32[2] [1.0, inf]", false)]
    [DataRow("returns a b", CaseEnd.Returned, null, "a\nb", true, DisplayName = "recorded on one line")]
    [DataRow("n/a (no dispose in Python)", CaseEnd.Returned, null, "anything", true)]
    [DataRow("n/a (no dispose in Python)", CaseEnd.Refused, "ObjectDisposedException", "late", true)]
    [DataRow("n/a (no dispose in Python)", CaseEnd.Broke, "NullReferenceException", "", false)]
    [DataRow("", CaseEnd.Died, null, "died: SIGSEGV", false)]
    public void Outcome_is_judged_by_the_recorded_one(string recorded, CaseEnd end, string? type, string text, bool passes)
    {
        var outcome = new CaseOutcome(end, text, type, []);
        var replay = new BadInputReplay(new CaseEngine<BadInputCase>("planted", _ => outcome)) { Apart = false };
        var report = Golden.Replay(replay, Golden.BadInput("case", "", recorded));
        StringAssert.EndsWith(report, passes ? "1 passed, 0 failed, 0 skipped" : "0 passed, 1 failed, 0 skipped", report);
    }

    [TestMethod]
    public void Text_that_the_recording_cuts_off_is_compared_as_far_as_it_goes()
    {
        var numbers = string.Join(", ", Enumerable.Repeat("1.25", 60));
        Outcome_is_judged_by_the_recorded_one($"returns {numbers}"[..200], CaseEnd.Returned, null, numbers, true);
        Outcome_is_judged_by_the_recorded_one(
            $"returns {numbers}"[..200], CaseEnd.Returned, null, numbers.Replace("1.25", "1.26", StringComparison.Ordinal), false);
    }

    [TestMethod]
    [DataRow("returns", "=> Tensor Float32[1] [1]", "Tensor float32[1] [1.0]", true)]
    [DataRow("returns", "=> Tensor Float32[1] [2]", "Tensor float32[1] [1.0]", false, DisplayName = "another value")]
    [DataRow("silently wrong", "=> Tensor Float32[1] [1]", "Tensor float32[1] [1.0]", false)]
    [DataRow("throws", "Tensor float32[1] [1.0]", "Tensor float32[1] [1.0]", false)]
    public void What_libtorch_rightly_returns_by_now_need_not_be_refused(string rawOutcome, string rawMessage, string returned, bool passes)
    {
        var golden = new BadInputCase("case", "test", "", "", "raises RuntimeError: no", rawOutcome, rawMessage);
        Assert.AreEqual(passes, new RecordedOutcome(golden).Accepts(new(CaseEnd.Returned, returned, null, [])));
    }

    [TestMethod]
    public void Refusals_in_other_words_are_told()
    {
        var outcome = new CaseOutcome(CaseEnd.Refused, "another sentence", "RuntimeError", []);
        var replay = new BadInputReplay(new CaseEngine<BadInputCase>("planted", _ => outcome)) { Apart = false };
        var report = Golden.Replay(
            replay, Golden.BadInput("same", "", "raises RuntimeError: another sent"), Golden.BadInput("other", "", "raises RuntimeError: one"));
        StringAssert.Contains(report, "1 refusals in the recorded words, 1 in others:");
        StringAssert.Contains(report, "other: RuntimeError: one | RuntimeError: another sentence");
    }

    [TestMethod]
    [DataRow("r=\"a text that stands for what cannot be said\"", "returns a text that stands for what cannot be said")]
    [DataRow("int(1.5)", "returns 1")]
    public void Python_that_does_not_call_the_library_proves_nothing(string python, string outcome)
    {
        StringAssert.EndsWith(
            Golden.Replay(Replays.BadInput(apart: false), Golden.BadInput("case", python, outcome)), "0 passed, 0 failed, 1 skipped");
    }

    [TestMethod]
    [DataRow("var b=ones(2); b.Dispose(); return ones(2)+b;", "b=torch.ones(2); b.Dispose(); r=torch.ones(2)+b;")]
    [DataRow("tensor(new float[]{1e10f,1e-10f,2.5f,2f}).str()", "torch.tensor([1e10,1e-10,2.5,2.]).ToString()")]
    [DataRow("arange(10,dtype:float32).item<float>()", "torch.arange(10,dtype=torch.float32).item()")]
    [DataRow("var x=ones(3,requires_grad:true); torch.autograd.grad(new[]{x},new Tensor[]{x})",
        "x=torch.ones(3,requires_grad=True); torch.autograd.grad([x],[x])")]
    [DataRow("var m=nn.Linear(4,3); m.call(null); new Parameter(m)", "m=nn.Linear(4,3); m(None); torch.Parameter(m)")]
    public void Plain_CSharp_is_rewritten_as_Python(string csharp, string python) => Assert.AreEqual(python, CSharpText.ToPython(csharp));

    [TestMethod]
    public void CSharp_that_is_not_plain_is_left_out()
        => Assert.ThrowsExactly<CannotAnswerException>(() => CSharpText.ToPython("Parallel.For(0,2,i=>f(i));"));

    [TestMethod]
    [DataRow("var t=ones(1); t.Dispose(); return t.item<float>();", "ObjectDisposedException")]
    [DataRow("var t=ones(1); t.Dispose(); return t+1;", "ObjectDisposedException")]
    public void Disposed_tensor_is_refused_by_libtorchs_engine(string csharp, string type)
    {
        var golden = new BadInputCase("case", "test", csharp, "# no analogue", "n/a (no dispose in Python)");
        var outcome = BadInputReplay.Libtorch("libtorch").Play(golden);
        Assert.AreEqual(CaseEnd.Refused, outcome.End, outcome.ToString());
        Assert.AreEqual(type, outcome.Type);
    }
}
