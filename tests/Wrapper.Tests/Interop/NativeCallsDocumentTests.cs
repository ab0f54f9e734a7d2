using System.Text.RegularExpressions;

namespace TwinGrad.Tests;

/// <summary>docs/native-calls.md says of each function that we call whether it catches C++ exceptions; none may be missing there.</summary>
[TestClass]
public sealed partial class NativeCallsDocumentTests
{
    private static readonly string[] Verdicts = ["yes", "no"];

    [TestMethod]
    public void TheTableHasEveryFunctionWeCallAndNoOther()
    {
        var declared = SignatureComparer.Declarations(typeof(NativeMethods)).Select(signature => signature.Name).ToHashSet();
        var told = Rows().Select(row => row.Name).ToList();
        Assert.IsEmpty(declared.Except(told), "not in docs/native-calls.md: " + string.Join(", ", declared.Except(told)));
        Assert.IsEmpty(told.Except(declared), "not called any more: " + string.Join(", ", told.Except(declared)));
        Assert.AreEqual(told.Count, told.Distinct().Count(), "a function is listed twice");
    }

    [TestMethod]
    public void WhatCatchesNothingHasAReason()
    {
        foreach (var (name, catches, note) in Rows())
        {
            Assert.Contains(catches, Verdicts, name);
            if (catches == "no")
                Assert.IsFalse(string.IsNullOrWhiteSpace(note), $"{name} catches nothing, and the table does not say why that is safe");
        }
    }

    private static List<(string Name, string Catches, string Note)> Rows()
        => [.. from Match row in Row().Matches(File.ReadAllText(Document()))
               select (row.Groups["name"].Value, row.Groups["catches"].Value, row.Groups["note"].Value)];

    private static string Document()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
            folder = folder.Parent ?? throw new InvalidOperationException($"no repository around {AppContext.BaseDirectory}");
        return Path.Combine(folder.FullName, "docs", "native-calls.md");
    }

    [GeneratedRegex(@"^\| `(?<name>THS\w+)` \| (?<catches>\w+)[^|]*\| (?<note>[^|]*?) ?\|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
