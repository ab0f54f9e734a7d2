#:property ProjectType=Tool
#:property PublishAot=false

// Turns reports of dotnet-stryker, each of other files, into the page docs/mutation.md:
//   dotnet run build/mutation-report.cs -- tests/CrossCheck.Tests/StrykerOutput/.../mutation-report.json ... > docs/mutation.md
// The reasons of the last table are written by hand.
//
// A mutant counts to the derivative rules if it lies in a lambda that takes the gradient, "(g, n) => ...", or in a method whose name
// ends with Gradient or Adjoint; else to the values, the shapes and the tape.

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

var reports = args.Select(path => JsonDocument.Parse(File.ReadAllText(path)));
var mutants = reports.SelectMany(report => report.RootElement.GetProperty("files").EnumerateObject()).SelectMany(Mutants).ToList();

Console.WriteLine($"""
    # How much of the reference engine the parity suite holds fast

    [dotnet-stryker](https://stryker-mutator.io) changes the reference engine in one place at a time (a sign, a comparison, a factor left out)
    and runs the tests that reach the place. A change that no test notices is a survivor: a line that could be wrong unseen.

    ```
    dotnet tool restore
    cd tests/CrossCheck.Tests && dotnet stryker -m "**/Tensor.Special.cs"
    dotnet run build/mutation-report.cs -- StrykerOutput/.../reports/mutation-report.json
    ```

    A mutant of a family takes under a second; one of what every operator runs through (the tape, storage, arithmetic) ten, as all tests reach
    it. The page holds the files that were run, each line as it was then.

    | where | mutants | noticed | score |
    |---|---:|---:|---:|
    """);
Row("derivative rules", mutants.Where(mutant => mutant.InRule));
Row("all that was changed", mutants);
Console.WriteLine();
Console.WriteLine("## By file\n\n| file | in rules | noticed | score | elsewhere | noticed | score |\n|---|---:|---:|---:|---:|---:|---:|");
foreach (var file in mutants.GroupBy(mutant => mutant.File).OrderBy(file => file.Key, StringComparer.Ordinal))
    Console.WriteLine($"| {file.Key} | {Counts(file.Where(mutant => mutant.InRule))} | {Counts(file.Where(mutant => !mutant.InRule))} |");
Console.WriteLine("\n## Survivors in derivative rules\n\n| line | changed to | why it survives |\n|---|---|---|");
foreach (var survivor in mutants.Where(mutant => mutant.InRule && !mutant.Noticed))
    Console.WriteLine($"| {survivor.File}: `{Cell(survivor.Line)}` | `{Cell(survivor.Replacement)}` | |");

static IEnumerable<Mutant> Mutants(JsonProperty file)
{
    var source = file.Value.GetProperty("source").GetString()!;
    var rules = Rules(source);
    var starts = source.Split('\n').Aggregate(new List<int> { 0 }, (list, line) => [.. list, list[^1] + line.Length + 1]);
    foreach (var mutant in file.Value.GetProperty("mutants").EnumerateArray())
    {
        if (mutant.GetProperty("status").GetString() is not ("Killed" or "Timeout" or "Survived" or "NoCoverage") and var status)
            continue;
        var start = mutant.GetProperty("location").GetProperty("start");
        var line = start.GetProperty("line").GetInt32() - 1;
        var place = starts[line] + start.GetProperty("column").GetInt32() - 1;
        yield return new(
            Path.GetFileName(file.Name), source[starts[line]..(starts[line + 1] - 1)].Trim(), mutant.GetProperty("replacement").GetString()!,
            mutant.GetProperty("status").GetString() is "Killed" or "Timeout", rules.Exists(rule => rule.Start <= place && place < rule.End));
    }
}

static List<(int Start, int End)> Rules(string source)
{
    var rules = new List<(int, int)>();
    foreach (Match lambda in Regex.Matches(source, @"\((g|gradient), \w+\) =>"))
        rules.Add((lambda.Index, EndOfExpression(source, lambda.Index + lambda.Length)));
    foreach (Match method in Regex.Matches(source, @"(?m)^    private static .*\b\w*(Gradient|Adjoint)\(.*$"))
        rules.Add((method.Index, source.IndexOf("\n\n", method.Index, StringComparison.Ordinal) is var end and >= 0 ? end : source.Length));
    return rules;
}

static int EndOfExpression(string source, int place)
{
    for (var depth = 0; place < source.Length; place++)
    {
        depth += source[place] is '(' or '[' or '{' ? 1 : source[place] is ')' or ']' or '}' ? -1 : 0;
        if (depth < 0 || (depth == 0 && source[place] is ',' or ';'))
            return place;
    }
    return place;
}

static void Row(string where, IEnumerable<Mutant> mutants) => Console.WriteLine($"| {where} | {Counts(mutants)} |");

static string Counts(IEnumerable<Mutant> mutants)
{
    var (all, noticed) = (mutants.Count(), mutants.Count(mutant => mutant.Noticed));
    return string.Create(CultureInfo.InvariantCulture, $"{all} | {noticed} | {(all == 0 ? "" : $"{100.0 * noticed / all:F1}%")}");
}

static string Cell(string code) => code.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);

internal sealed record Mutant(string File, string Line, string Replacement, bool Noticed, bool InRule);
