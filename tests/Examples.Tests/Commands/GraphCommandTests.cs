using static TwinGrad.Examples.Tests.Invocation;

namespace TwinGrad.Examples.Tests;

[TestClass]
public sealed class GraphCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("graph");

    public void Dispose() => _folder.Delete(recursive: true);

    [TestMethod]
    public void It_prints_a_listing_of_each_section()
    {
        var (exitCode, output, _) = Run("graph", "requires-grad", "no-grad");

        Assert.AreEqual(0, exitCode);
        Assert.Contains("requires-grad", output);
        Assert.Contains("y = pow(x)  float32[]  9.0", output);
        Assert.Contains("y = untracked  float32[]  16.0", output);
    }

    [TestMethod]
    [DataRow("graph")]
    [DataRow("graph", "--list")]
    public void It_lists_the_sections(params string[] args)
    {
        var (exitCode, output, _) = Run(args);

        Assert.AreEqual(0, exitCode);
        Assert.Contains("chain-rule", output);
    }

    [TestMethod]
    [DataRow("z.svg", "<svg ")]
    [DataRow("z.DOT", "digraph autograd {")]
    [DataRow("z.gv", "digraph autograd {")]
    [DataRow("z.mmd", "flowchart LR")]
    [DataRow("z.md", "```mermaid\nflowchart LR")]
    public void It_writes_what_the_extension_says(string file, string begin)
    {
        var (exitCode, output, _) = Run("graph", "chain-rule", "-o", In(file));

        Assert.AreEqual(0, exitCode);
        Assert.AreEqual("", output);
        Assert.StartsWith(begin, File.ReadAllText(In(file)));
    }

    [TestMethod]
    public void A_format_says_what_a_name_does_not()
    {
        Assert.AreEqual(0, Run("graph", "chain-rule", "-o", In("z"), "--format", "mmd").ExitCode);
        Assert.StartsWith("flowchart LR", File.ReadAllText(In("z")));
        Assert.StartsWith("digraph autograd {", Run("graph", "chain-rule", "--format", "dot").Output);
    }

    [TestMethod]
    [DataRow("svg")]
    [DataRow("dot")]
    [DataRow("mmd")]
    public void Several_sections_go_to_a_folder(string format)
    {
        Assert.AreEqual(0, Run("graph", "all", "--top-down", "-o", In("pictures"), "--format", format).ExitCode);

        CollectionAssert.AreEquivalent(
            NotebookSection.All.Select(section => $"{section.Name}.{format}").ToArray(), Files("pictures"));
    }

    [TestMethod]
    public void A_folder_that_exists_takes_a_single_picture_too()
    {
        Assert.AreEqual(0, Run("graph", "chain-rule", "-o", _folder.FullName).ExitCode);
        Assert.AreEqual(0, Run("graph", "chain-rule", "-o", In("new") + Path.DirectorySeparatorChar, "--format", "dot").ExitCode);
        Assert.AreEqual(0, Run("graph", "vector", "zero-grad", "-o", _folder.FullName).ExitCode);

        CollectionAssert.AreEquivalent(new[] { "chain-rule.svg", "vector.svg", "zero-grad.svg" }, Files(""));
        CollectionAssert.AreEqual(new[] { "chain-rule.dot" }, Files("new"));
    }

    [TestMethod]
    [DataRow("o.mmd")]
    [DataRow("o.SVG")]
    public void The_name_of_one_picture_is_no_folder_for_several(string name)
    {
        var (exitCode, _, error) = Run("graph", "all", "-o", In(name));

        Assert.AreEqual(2, exitCode);
        Assert.AreEqual($"'{name}' is the name of one picture; pictures of several sections need a folder, and --format says of what format", error.TrimEnd());
        Assert.IsFalse(Directory.Exists(In(name)));
    }

    [TestMethod]
    public void A_file_is_no_folder()
    {
        File.WriteAllText(In("z"), "");
        var (exitCode, _, error) = Run("graph", "all", "-o", In("z"));

        Assert.AreEqual(2, exitCode);
        Assert.AreEqual("'z' is a file; pictures of several sections need a folder", error.TrimEnd());
    }

    [TestMethod]
    public void A_name_that_does_not_say_the_format_is_refused()
    {
        foreach (var name in new[] { "z", "z.png" })
        {
            var (exitCode, _, error) = Run("graph", "vector", "-o", In(name));
            Assert.AreEqual(2, exitCode);
            Assert.AreEqual(
                $"the name '{name}' does not say what picture it is: use .svg, .dot, .gv, .mmd, .md, or --format, or a folder that exists", error.TrimEnd());
        }
        var (code, _, contradiction) = Run("graph", "vector", "-o", In("z.svg"), "--format", "dot");
        Assert.AreEqual(2, code);
        Assert.AreEqual("'z.svg' is no name for a picture of the format dot", contradiction.TrimEnd());
        Assert.AreEqual(2, Run("graph", "all", "--format", "dot").ExitCode);
        Assert.AreEqual(2, Run("graph", "vector", "--format", "png").ExitCode);
        Assert.IsEmpty(Files(""));
    }

    private string In(string file) => Path.Combine(_folder.FullName, file);

    private string[] Files(string folder) => [.. new DirectoryInfo(In(folder)).GetFiles().Select(file => file.Name)];
}
