using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using static TwinGrad.Examples.Tests.Invocation;

namespace TwinGrad.Examples.Tests;

[TestClass]
public sealed class CommandLineTests
{
    [TestMethod]
    public void The_notebook_ends_with_the_count_and_exits_with_0()
    {
        var (exitCode, output, _) = Run();

        Assert.AreEqual(0, exitCode);
        Assert.AreEqual("29 of 29 cells match, 12 of 12 gradients agree", output.TrimEnd().Split('\n')[^1]);
        Assert.DoesNotContain("\u001b", output, "colour is for terminals");
    }

    [TestMethod]
    public void Parity_measures_the_entries_that_are_asked_for()
    {
        var (exitCode, output, _) = Run("parity", "--only", "Abs", "Mm");

        Assert.AreEqual(0, exitCode);
        var rows = output.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(line => line.Split(" | ")).ToList();
        CollectionAssert.AreEqual(new[] { "| Abs", "| Mm" }, rows.Select(row => row[0]).ToArray());
        Assert.AreEqual("0.00", rows[0][1], "abs is exact");
        Assert.IsGreaterThan(0, double.Parse(rows[1][1], System.Globalization.CultureInfo.InvariantCulture), "a product of matrices rounds");
    }

    [TestMethod]
    public void Json_gives_an_object_a_cell()
    {
        var (exitCode, output, _) = Run("--json");

        Assert.AreEqual(0, exitCode);
        var cells = output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToList();
        CollectionAssert.AreEqual(
            NotebookCell.All.Select(cell => cell.N).ToArray(), cells.Select(cell => cell.GetProperty("n").GetInt32()).ToArray());
        var neuron = cells.Single(cell => cell.GetProperty("n").GetInt32() == 44);
        Assert.AreEqual("tensor(6.6918)\ntensor(0.9988)", neuron.GetProperty("printed").GetString());
        Assert.AreEqual("tensor(6.6918)\ntensor(0.9988)", neuron.GetProperty("recorded").GetString());
        Assert.IsTrue(neuron.GetProperty("match").GetBoolean());
        var gradient = neuron.GetProperty("gradients")[0];
        Assert.AreEqual("w.grad", gradient.GetProperty("name").GetString());
        Assert.IsTrue(gradient.GetProperty("agree").GetBoolean());
        Assert.AreEqual(gradient.GetProperty("reference").GetDouble(), gradient.GetProperty("formula").GetDouble(), 1e-12);
        Assert.AreEqual(gradient.GetProperty("reference").GetDouble(), gradient.GetProperty("differences").GetDouble(), 1e-7);
        Assert.IsLessThanOrEqualTo(4.0, gradient.GetProperty("ulps").GetDouble());
    }

    [TestMethod]
    public void Check_asks_every_witness_about_the_operators_that_are_named()
    {
        var (exitCode, output, _) = Run("check", "Sin", "matmul");

        Assert.AreEqual(0, exitCode);
        var lines = output.TrimEnd().Split('\n');
        Assert.Contains(line => line.Contains("Sin ", StringComparison.Ordinal) && line.Contains("agree", StringComparison.Ordinal), lines);
        Assert.Contains(line => line.Contains("MatMul_Of0Dim", StringComparison.Ordinal) && line.Contains("refused", StringComparison.Ordinal), lines);
        StringAssert.StartsWith(lines[^1], "2 of 2 agree, ");
    }

    [TestMethod]
    public void Check_suggests_names_like_an_unknown_one_and_its_help_is_short()
    {
        var (exitCode, _, error) = Run("check", "atmul");
        Assert.AreEqual(2, exitCode);
        Assert.Contains("the catalogue has no 'atmul'; it has MatMul", error);

        Assert.IsLessThan(40, Run("check", "--help").Output.Split('\n').Length);
    }

    [TestMethod]
    [DataRow("check", "Sin", "--json")]
    [DataRow("parity", "--only", "Sin", "--json")]
    public void Check_and_parity_give_their_whole_report_as_json(params string[] args)
    {
        var (exitCode, output, _) = Run(args);

        Assert.AreEqual(0, exitCode);
        var report = JsonDocument.Parse(output).RootElement;
        Assert.AreEqual(1, report.GetProperty("totals").GetProperty("rows").GetInt32());
        var row = report.GetProperty("rows")[0];
        Assert.AreEqual("Sin", row.GetProperty("name").GetString());
        Assert.IsGreaterThan(0, row.GetProperty("ulps_float32").GetProperty("gradient").GetDouble());
        Assert.AreEqual(Torch.LibTorch.LibTorchVersion, report.GetProperty("machine").GetProperty("libtorch").GetString());
    }

    [TestMethod]
    [DataRow("In [44] w.grad", "run", "neuron-autograd")]
    [DataRow("Sin", "check", "Sin")]
    [DataRow("Sin", "parity", "--only", "Sin")]
    public void A_report_is_written_as_a_page(string row, params string[] args)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".html");
        try
        {
            var (exitCode, _, error) = Run([.. args, "--report", path]);

            Assert.AreEqual(0, exitCode, error);
            var page = XDocument.Load(path).Root!;
            Assert.Contains(row, page.Descendants("tbody").Descendants("th").Select(name => ((XText)name.FirstNode!).Value).ToList());
            Assert.HasCount(1, page.Descendants("svg"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [TestMethod]
    public void A_page_that_cannot_be_written_is_said_and_exits_with_2()
    {
        var (exitCode, _, error) = Run("check", "Sin", "--report", Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "page.html"));

        Assert.AreEqual(2, exitCode);
        Assert.Contains("page.html", error);
    }

    [TestMethod]
    public void A_section_runs_by_its_name()
    {
        var (exitCode, output, _) = Run("run", "vector", "no-grad");

        Assert.AreEqual(0, exitCode);
        Assert.AreEqual("5 of 5 cells match, 1 of 1 gradients agree", output.TrimEnd().Split('\n')[^1]);
    }

    [TestMethod]
    public void List_names_every_section()
    {
        var (exitCode, output, _) = Run("list");

        Assert.AreEqual(0, exitCode);
        foreach (var section in NotebookSection.All)
            Assert.Contains(section.Name, output);
    }

    [TestMethod]
    public void Doctor_says_what_was_loaded_and_whether_there_is_cuda()
    {
        var (exitCode, output, _) = Run("doctor");

        Assert.AreEqual(0, exitCode);
        // The table folds long paths anywhere, and how long they are depends on the machine.
        Assert.Contains("torch_cpu", Regex.Replace(output, @" *│\r?\n│ +│ ", ""));
        Assert.Contains("CUDA", output);
    }

    [TestMethod]
    public void Fuzz_counts_what_it_ran()
    {
        var (exitCode, output, _) = Run("fuzz", "--program", "9223372036854775807");

        Assert.AreEqual(0, exitCode);
        Assert.MatchesRegex(@"programs +│ 1 in ", output);
    }

    [TestMethod]
    public void Parity_takes_names_in_any_case_and_suggests()
    {
        Assert.AreEqual(0, Run("parity", "--only", "sIN").ExitCode);

        var error = Run("parity", "--only", "atmul").Error;
        Assert.Contains("the catalogue has no 'atmul'; it has MatMul", error);
        Assert.IsLessThan(30, error.Split('\n').Length);
    }

    [TestMethod]
    public void Parity_has_its_rows_by_distance_and_a_verdict()
    {
        var (exitCode, output, _) = Run("parity", "--only", "Abs", "Mm", "Sin", "--json");

        Assert.AreEqual(0, exitCode);
        var rows = JsonDocument.Parse(output).RootElement.GetProperty("rows").EnumerateArray().ToList();
        Assert.AreEqual("Abs", rows[^1].GetProperty("name").GetString(), "abs is exact");
        Assert.IsTrue(rows.TrueForAll(row => row.GetProperty("verdict").GetString() == "agree"));
    }

    [TestMethod]
    public void Machines_are_told_by_doctor_list_divergences_and_fuzz()
    {
        var doctor = JsonDocument.Parse(Run("doctor", "--json").Output).RootElement;
        Assert.AreEqual(Torch.LibTorch.LibTorchVersion, doctor.GetProperty("libtorch").GetString());
        Assert.AreEqual(Torch.Cuda.IsAvailable, doctor.GetProperty("cuda").GetBoolean());
        Assert.AreEqual(Torch.Cuda.IsBuilt, doctor.GetProperty("cuda_built").GetBoolean());
        Assert.AreEqual(Torch.Cuda.DeviceCount, doctor.GetProperty("cuda_devices").GetInt32());
        Assert.AreEqual(Torch.Cuda.DeviceCount, doctor.GetProperty("gpus").GetArrayLength());

        Assert.HasCount(NotebookSection.All.Count, Lines("list", "--json"));
        Assert.AreEqual(NotebookSection.All[0].Name, Lines("list", "--json")[0].GetProperty("name").GetString());

        var divergences = Lines("divergences", "--json");
        Assert.HasCount(LibTorchDivergence.All.Count, divergences);
        Assert.AreEqual("4.934802200544679", divergences.Single(one => one.GetProperty("name").GetString() == "Digamma_Slope").GetProperty("reference").GetString());

        var fuzz = JsonDocument.Parse(Run("fuzz", "--programs", "3", "--json").Output).RootElement;
        Assert.AreEqual(3, fuzz.GetProperty("programs").GetInt32());
        Assert.AreEqual(0, fuzz.GetProperty("differ").GetInt32());

        static List<JsonElement> Lines(params string[] args) => [.. Run(args).Output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement)];
    }

    [TestMethod]
    public void An_option_of_the_command_may_stand_before_it()
        => Assert.AreEqual(JsonValueKind.Object, JsonDocument.Parse(Run("--json", "check", "Sin").Output).RootElement.ValueKind);
}
