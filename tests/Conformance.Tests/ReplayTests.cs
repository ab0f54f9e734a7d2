namespace TwinGrad.Conformance.Tests;

[TestClass]
public sealed class ReplayTests
{
    [TestMethod]
    [DataRow("repr")]
    [DataRow("nodes")]
    [DataRow("notebook")]
    [DataRow("messages")]
    [DataRow("opinfo")]
    public void Recordings_come_out_as_recorded(string kind) => Replay(kind, Goldens.Find(kind));

    [TestMethod]
    [DataRow("repr")]
    [DataRow("nodes")]
    [DataRow("messages")]
    [DataRow("badinput")]
    [DataRow("opinfo")]
    [DataRow("functional")]
    public void Committed_sample_comes_out_as_recorded(string kind) => Replay(kind, Goldens.Sample(kind));

    [TestMethod]
    [DataRow("repr")]
    [DataRow("nodes")]
    [DataRow("messages")]
    [DataRow("badinput")]
    [DataRow("opinfo")]
    [DataRow("functional")]
    public void Each_witness_answers_most_of_the_committed_sample(string kind)
    {
        var replay = Find(kind);
        var cases = replay.Run(Goldens.Sample(kind)).Count();
        var answered = replay.Notes.Where(note => note.Contains(" answered ", StringComparison.Ordinal)).ToList();
        Assert.IsGreaterThanOrEqualTo(2, answered.Count);
        foreach (var note in answered)
            Assert.IsGreaterThan(cases / 2, int.Parse(note.Split(' ')[2], System.Globalization.CultureInfo.InvariantCulture), note);
    }

    /// <summary>The replay of a kind; cases that come out as recorded end nobody's process, so they need none of their own here.</summary>
    private static IReplay Find(string kind) => kind switch
    {
        "messages" => Replays.Messages(apart: false),
        "badinput" => Replays.BadInput(apart: false),
        _ => Replays.All.Single(replay => replay.Kind == kind),
    };

    private static void Replay(string kind, string path)
    {
        var output = new StringWriter();
        var exitCode = ReplayRunner.Run(Find(kind), path, output, output);
        Assert.AreEqual(ReplayRunner.Success, exitCode, $"{path}\n{output}");
    }
}
