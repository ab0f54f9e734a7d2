using Spectre.Console;

namespace TwinGrad.Examples.Tests;

/// <summary>The table of a report at several widths.</summary>
[TestClass]
public sealed class ReportOutputTests
{
    private const string Name = "Clamp_OnlyMinAndALongNameBesides";

    private static readonly Report Sample = new("title", "command", new Dictionary<string, string>(),
    [
        new() { Name = Name, Verdict = RowVerdict.Agree, UlpsFloat32 = new(0.5, 1.25, 2), UlpsFloat64 = new(0.5, 1.5, 2.5), Differences = 3e-12 },
        new() { Name = "Sin", Verdict = RowVerdict.Differ, UlpsFloat32 = new(0.5, 3.4e6, null), Details = "far" },
    ]);

    [TestMethod]
    [DataRow(160, "function|verdict|value|gradient|second|value 64|gradient 64|second 64|differences")]
    [DataRow(104, "function|verdict|value|gradient|second|gradient 64|differences")]
    [DataRow(80, "function|verdict|value|gradient|second")]
    [DataRow(52, "function|verdict")]
    public void Columns_go_before_names_are_broken(int width, string headings)
    {
        var lines = Written(width).Split('\n');

        Assert.AreEqual(headings, string.Join('|', Cells(lines[1])));
        Assert.HasCount(1, lines.Where(line => line.Contains(Name, StringComparison.Ordinal)));
        Assert.IsLessThanOrEqualTo(width, lines.Take(6).Max(line => line.TrimEnd().Length));
        // Two rows, one line each, those that differ first.
        Assert.AreEqual("Sin", Cells(lines[3])[0]);
        Assert.AreEqual(Name, Cells(lines[4])[0]);
    }

    [TestMethod]
    public void What_there_is_no_room_for_is_said()
    {
        Assert.Contains("no room for differences, gradient 64, value 64, second 64: --json and --report have them", string.Join(" ", Written(80).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.DoesNotContain("no room", Written(160));
    }

    private static string[] Cells(string line) => [.. line.Split('│', StringSplitOptions.RemoveEmptyEntries).Select(cell => cell.Trim()).Where(cell => cell.Length > 0)];

    private static string Written(int width)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No });
        console.Profile.Width = width;
        ReportOutput.Write(Sample, json: false, page: null, console);
        return output.ToString();
    }
}
