using TwinGrad.Bench;

namespace TwinGrad.Conformance.Tests.Cases;

/// <summary>However the process of a case ends, that is the case's outcome and no other's.</summary>
[TestClass]
public sealed class CaseProcessTests
{
    private const string First = """{"Engine":"libtorch","Outcome":{"End":0,"Text":"tensor(1.)","Type":null,"Warnings":[]}}""";
    private const string Second = """{"Engine":"reference","Outcome":{"End":1,"Text":"no","Type":"RuntimeError","Warnings":["careful"]}}""";

    private static readonly string[] Engines = ["libtorch", "reference"];

    [TestMethod]
    public void Answers_are_those_that_the_process_told()
    {
        var outcomes = CaseProcess.Outcomes(new(0, 0.5, $"{First}\n{Second}\n", ""), Engines);
        CollectionAssert.AreEqual(Engines, outcomes.Select(outcome => outcome.Engine).ToList());
        Assert.AreEqual("tensor(1.)", outcomes[0].Outcome.ToString());
        Assert.AreEqual("RuntimeError: no", outcomes[1].Outcome.ToString());
        CollectionAssert.AreEqual(new[] { "careful" }, outcomes[1].Outcome.Warnings.ToList());
    }

    [TestMethod]
    [DataRow(139, "", 0, "SIGSEGV", DisplayName = "a signal before the first answer")]
    [DataRow(134, First, 1, "SIGABRT", DisplayName = "an abort between the answers")]
    [DataRow(134, First + "\n" + Second, 1, "SIGABRT", DisplayName = "an abort behind the last answer, in a finalizer")]
    [DataRow(null, First, 1, "hung", DisplayName = "no end in time")]
    [DataRow(3, "", 0, "with 3", DisplayName = "an exit code")]
    [DataRow(0, "", 0, "without an answer", DisplayName = "a good end without an answer")]
    [DataRow(139, "{\"Engine\":\"libtor", 0, "SIGSEGV", DisplayName = "half an answer")]
    public void Death_is_the_outcome_of_the_engine_that_had_not_answered(int? exitCode, string output, int engine, string how)
    {
        var outcomes = CaseProcess.Outcomes(new ChildEnd(exitCode, 1, output, "the reason\nmore"), Engines);
        Assert.HasCount(Engines.Length, outcomes);
        for (var i = 0; i < Engines.Length; i++)
        {
            var expected = i < engine ? CaseEnd.Returned : i == engine ? CaseEnd.Died : CaseEnd.Skipped;
            Assert.AreEqual(expected, outcomes[i].Outcome.End);
        }
        StringAssert.Contains(outcomes[engine].Outcome.Text, how);
    }

    [TestMethod]
    public void Case_that_kills_its_process_fails_and_the_next_is_played()
    {
        // A recursion without end: a process does not survive that, whatever the library does.
        var fatal = Golden.BadInput("fatal", new string('-', 2_000_000) + "torch.ones(1)", "returns Tensor float32[1] [1.0]");
        var harmless = Golden.BadInput("harmless", "torch.ones(1)", "returns Tensor float32[1] [1.0]");
        var report = Golden.Replay(Replays.BadInput(), fatal, harmless);
        StringAssert.StartsWith(report, "fatal: expected \"returns Tensor float32[1] [1.0]\", got \"died after");
        StringAssert.Contains(report, "from libtorch");
        StringAssert.EndsWith(report, "1 passed, 1 failed, 0 skipped");
    }

    [TestMethod]
    public void Case_that_hangs_fails()
    {
        var endless = Golden.BadInput("endless", "for i in range(10**15): x=torch.ones(1)", "returns None");
        var report = Golden.Replay(Replays.BadInput(patience: 2), endless);
        StringAssert.StartsWith(report, "endless: expected \"returns None\", got \"hung: stopped after");
        StringAssert.EndsWith(report, "0 passed, 1 failed, 0 skipped");
    }

    [TestMethod]
    public void Unknown_case_is_named()
        => StringAssert.Contains(
            Assert.ThrowsExactly<GoldenFileException>(() => Replays.Messages().Play(Goldens.Sample("messages"), "no such case")).Message,
            "no such case");
}
