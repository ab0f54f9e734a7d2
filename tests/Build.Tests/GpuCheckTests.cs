namespace TwinGrad.Tests;

/// <summary>The table of tools/gpu-check.sh, with programs that are played; and, where that is asked for, the real ones on the CPU.</summary>
[TestClass]
public sealed class GpuCheckTests
{
    private const string Passed = "echo 'Test run summary: Passed!'; echo '  total: 3'; echo '  failed: 0'; echo '  skipped: 1'";
    private const string Gpu = """
        {
          "stated_libtorch": "2.11.0",
          "missing_symbols": [],
          "cuda": true,
          "gpus": [
            {
              "device": "cuda:0",
              "name": "Played GPU",
            }
          ]
        }
        """;

    private static readonly string Script = DotNet.ProjectFile("tools/gpu-check.sh");

    private string _folder = "";

    [TestInitialize]
    public void Begin()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Inconclusive("the script is for Linux");
        _folder = Directory.CreateTempSubdirectory("TwinGrad-gpu-check-").FullName;
        foreach (var name in (string[])["Wrapper", "CrossCheck", "Training"])
            Play($"{name}.Tests", Passed);
        PlayExamples(Gpu, notebook: "echo '29 of 29 cells match'", train: "echo 'accuracy 97.1%'");
    }

    [TestCleanup]
    public void End()
    {
        if (_folder.Length > 0)
            Directory.Delete(_folder, recursive: true);
    }

    [TestMethod]
    public void What_passes_is_told_with_its_device()
    {
        var (exitCode, rows) = Run();

        Assert.AreEqual(0, exitCode);
        Assert.AreEqual("Played GPU|passed: version 2.11.0", rows["libtorch"]);
        Assert.AreEqual("Played GPU|passed: 29 of 29 cells match", rows["notebook"]);
        Assert.AreEqual("Played GPU|passed: 2, skipped: 1", rows["semantics"]);
        Assert.AreEqual("Played GPU|passed: 2, skipped: 1", rows["parity"]);
        Assert.AreEqual("Played GPU|passed: 2, skipped: 1", rows["modules"]);
        Assert.AreEqual("Played GPU|passed: accuracy 97.1%", rows["train"]);
    }

    [TestMethod]
    public void What_fails_is_told_with_its_reason()
    {
        Play("Wrapper.Tests", "echo 'failed On_cuda (\"GradTests\")'; echo '  total: 3'; echo '  failed: 1'; exit 2");
        Play("CrossCheck.Tests", "echo 'x: symbol lookup error: libLibTorchSharp.so: undefined symbol: _ZN2at3fooEv' >&2; exit 127");
        Play("Training.Tests", "echo begun; kill -SEGV $$");
        PlayExamples(Gpu, notebook: "echo '1 cell differs'; exit 1", train: "sleep 60");

        var (exitCode, rows) = Run("STEP_LIMIT=2");

        Assert.AreEqual(1, exitCode);
        Assert.AreEqual("Played GPU|FAILED (1): 1 cell differs", rows["notebook"]);
        Assert.AreEqual("Played GPU|FAILED: 1 of 3; failed On_cuda (\"GradTests\")", rows["semantics"]);
        Assert.AreEqual("Played GPU|FAILED: no test ran: undefined symbol: _ZN2at3fooEv", rows["parity"]);
        Assert.AreEqual("Played GPU|FAILED: no test ran: the process was ended by signal 11: begun", rows["modules"]);
        Assert.AreEqual("Played GPU|FAILED (124): it was stopped after 2 s", rows["train"]);
    }

    [TestMethod]
    public void Tests_of_which_none_ran_do_not_pass()
    {
        Play("Wrapper.Tests", "echo '  total: 0'; exit 8");
        Play("CrossCheck.Tests", "echo '  Assert.Inconclusive. skipped: no CUDA device'; echo '  total: 1'; echo '  failed: 0'; echo '  skipped: 1'");

        var (exitCode, rows) = Run();

        Assert.AreEqual(1, exitCode);
        Assert.AreEqual("Played GPU|FAILED: no test ran: total: 0", rows["semantics"]);
        Assert.AreEqual("Played GPU|skipped: no CUDA device", rows["parity"]);
    }

    [TestMethod]
    public void Without_a_gpu_all_is_skipped()
    {
        PlayExamples(Gpu.Replace("\"cuda\": true", "\"cuda\": false", StringComparison.Ordinal), "exit 1", "exit 1");

        var (exitCode, rows) = Run();

        Assert.AreEqual(0, exitCode);
        Assert.IsTrue(rows.Where(row => row.Key is not "libtorch").All(row => row.Value.EndsWith("|skipped: no CUDA device", StringComparison.Ordinal)));
        Assert.HasCount(6, rows);
    }

    [TestMethod]
    public void A_libtorch_that_lacks_symbols_names_them()
    {
        PlayExamples(Gpu.Replace("[],", "[\n    \"_ZN2at3fooEv\",\n    \"_ZN2at3barEv\"\n  ],", StringComparison.Ordinal), "echo fine", "echo fine");
        Assert.AreEqual(
            "Played GPU|passed: version 2.11.0; 2 symbols missing, a call of one ends the program: \"_ZN2at3fooEv\",\"_ZN2at3barEv\"", Run().Rows["libtorch"]);

        Play("Examples", "echo \"can't be loaded. 304 of the symbols that it needs are missing: a, b. The system said: x.so: undefined symbol: _ZN2at3fooEv\"; exit 2");
        var (exitCode, rows) = Run();
        Assert.AreEqual(1, exitCode);
        Assert.AreEqual("cuda|FAILED (2): undefined symbol: _ZN2at3fooEv; 304 of the symbols that it needs are missing", rows["libtorch"]);
        Assert.AreEqual("cuda|not run: libtorch can't be loaded", rows["parity"]);
    }

    [TestMethod]
    public void A_program_that_cannot_train_yet_says_so()
    {
        Play("Examples", $"[ \"$1\" != doctor ] || cat <<'JSON'\n{Gpu}\nJSON\necho '  check  Checks.'");
        Assert.AreEqual("Played GPU|skipped: this program has no command 'train'", Run().Rows["train"]);
    }

    [TestMethod]
    [TestCategory("Long")]
    public void The_published_programs_run_without_dotnet()
    {
        LongTest.RunOnlyIfAsked("publishes four programs");
        var published = Path.Combine(_folder, "published");
        var (exitCode, output) = DotNet.Start("bash", _folder, [Script, "publish", published]);
        Assert.AreEqual(0, exitCode, output);
        Assert.IsLessThan(64L << 20, new FileInfo(published + ".tar.gz").Length);
        Assert.IsFalse(File.Exists(Path.Combine(published, "libtorch_cpu.so")));

        Directory.Delete(published, recursive: true);
        var libTorch = (string)AppContext.GetData("TwinGrad.LibTorch")!;
        (exitCode, output) = DotNet.Start(
            "env", _folder, [$"TWINGRAD_LIBTORCH={libTorch}", $"HOME={_folder}", "DOTNET_ROOT=/nowhere", "bash", Script, "run", published, "cpu"]);
        Assert.AreEqual(0, exitCode, output);
        var rows = Rows(output);
        foreach (var name in (string[])["libtorch", "notebook", "semantics", "parity", "modules"])
            Assert.StartsWith("cpu|passed: ", rows[name], output);
    }

    private void PlayExamples(string doctor, string notebook, string train) => Play("Examples", $"""
        case "$1" in
          doctor) cat <<'JSON'
        {doctor}
        JSON
          ;;
          --help) echo '  train  Trains.' ;;
          --device) {notebook} ;;
          train) {train} ;;
        esac
        """);

    private void Play(string program, string script)
    {
        var path = Path.Combine(_folder, $"TwinGrad.{program}");
        File.WriteAllText(path, $"#!/usr/bin/env bash\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private (int ExitCode, Dictionary<string, string> Rows) Run(params string[] environment)
    {
        var (exitCode, output) = DotNet.Start("env", _folder, [.. environment, "TWINGRAD_LIBTORCH=/nowhere", "bash", Script, "run", _folder]);
        return (exitCode, Rows(output));
    }

    /// <summary>The table's device and result by name.</summary>
    private static Dictionary<string, string> Rows(string output)
        => output.Split('\n').SkipWhile(line => !line.StartsWith("name ", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.Length > 0)
            .ToDictionary(line => line[..10].Trim(), line => $"{line[23..47].Trim()}|{line[49..].Trim()}");
}
