using System.Text.RegularExpressions;

namespace TwinGrad.Examples.Tests;

/// <summary>The pictures of the notebook's graphs.</summary>
[TestClass]
public sealed partial class PictureTests
{
    private static IEnumerable<NotebookSection> Sections => NotebookSection.All;

    [TestMethod]
    [DynamicData(nameof(Sections))]
    public void Both_engines_draw_the_same_picture(NotebookSection section)
    {
        var torch = NotebookPictures.Of<Tensor>(section, DType.Float64, Device.Cpu);
        var reference = NotebookPictures.Of<Reference.Tensor>(section, DType.Float64, Device.Cpu);

        Assert.AreEqual(reference.ToString(), torch.ToString());
        Assert.AreEqual(reference.ToSvg(), torch.ToSvg());
        Assert.AreEqual(reference.ToMermaid(), torch.ToMermaid());
        Assert.AreEqual(reference.ToDot(), torch.ToDot());
    }

    /// <summary>Where it fails: <c>dotnet run --project src/Examples -- graph all -o docs/graphs</c>, and look at what has changed.</summary>
    [TestMethod]
    [DynamicData(nameof(Sections))]
    public void The_committed_picture_is_what_the_command_draws(NotebookSection section)
    {
        using var committed = new StreamReader(typeof(PictureTests).Assembly.GetManifestResourceStream(section.Name + ".svg")!);

        var drawn = NotebookPictures.Of<Reference.Tensor>(section, DType.Float32, Device.Cpu).ToSvg();

        Assert.AreEqual(WithoutCalls(committed.ReadToEnd()), WithoutCalls(drawn));
    }

    [TestMethod]
    public void The_comment_in_the_notebook_is_the_graph_of_the_chain_rule()
    {
        var nodes = NotebookPictures.Of<Reference.Tensor>(
            NotebookSection.All.Single(section => section.Name == "chain-rule"), DType.Float32, Device.Cpu).Nodes;

        CollectionAssert.AreEqual(new[] { "x", "pow", "y", "sin", "z" }, nodes.Select(node => node.Name ?? node.Operator).ToArray());
        Assert.AreEqual("dz/dx = -5.4668", nodes[0].Gradient);
    }

    /// <summary>The lines of calls move with every line above them, and in an optimized build to other methods.</summary>
    private static string WithoutCalls(string svg) => Call().Replace(svg.ReplaceLineEndings("\n"), "");

    [GeneratedRegex(@"\n[^\n<]*\.cs:\d+ in [^\n<]*")]
    private static partial Regex Call();
}
