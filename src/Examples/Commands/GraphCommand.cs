using System.CommandLine;
using Spectre.Console;

namespace TwinGrad.Examples;

/// <summary>Draws the graphs of the notebook's sections.</summary>
internal static class GraphCommand
{
    /// <summary>The name that stands for every section.</summary>
    private const string All = "all";

    /// <summary>The formats, by the extensions of their files.</summary>
    private static readonly Dictionary<string, Func<AutogradGraph, GraphDirection, string>> Formats = new()
    {
        [".svg"] = (graph, direction) => graph.ToSvg(direction),
        [".dot"] = (graph, direction) => graph.ToDot(direction),
        [".gv"] = (graph, direction) => graph.ToDot(direction),
        [".mmd"] = (graph, direction) => graph.ToMermaid(direction),
        [".md"] = (graph, direction) => $"```mermaid\n{graph.ToMermaid(direction)}```\n",
    };

    internal static Command Build(IAnsiConsole console)
    {
        var names = new Argument<string[]>("NAME") { HelpName = "SECTION", Description = "Sections of the notebook, or all.", Arity = ArgumentArity.ZeroOrMore };
        names.AcceptOnlyFromAmong([All, .. NotebookSection.All.Select(section => section.Name)]);
        var output = new Option<FileInfo>("--output", "-o")
        {
            Description = $"The picture ({string.Join(", ", Formats.Keys)}), or the folder for the pictures of several sections; else a listing is printed.",
        };
        var down = new Option<bool>("--top-down") { Description = "From the inputs at the top to the result at the bottom." };
        var list = new Option<bool>("--list") { Description = "Lists the sections." };
        var graph = new Command("graph", "Draws what autograd recorded of the notebook's examples.") { names, output, down, list };
        graph.SetAction(parsed =>
        {
            var sections = parsed.GetValue(names)!;
            if (sections.Length == 0 || parsed.GetValue(list))
                return NotebookCommand.List(json: false, console);
            var direction = parsed.GetValue(down) ? GraphDirection.TopToBottom : GraphDirection.LeftToRight;
            return Run(sections, parsed.GetValue(output), direction, console, parsed.InvocationConfiguration.Error);
        });
        return graph;
    }

    /// <summary>Writes the picture of a section, or a folder of the pictures of several; prints listings where no output is named.</summary>
    private static int Run(IReadOnlyList<string> names, FileInfo? output, GraphDirection direction, IAnsiConsole console, TextWriter error)
    {
        var all = names.Contains(All);
        var sections = NotebookSection.All.Where(section => all || names.Contains(section.Name)).ToList();
        if (output is null)
            Print(sections, console);
        else if (sections.Count > 1 || all)
            WriteFolder(sections, output.FullName, direction);
        else if (Formats.TryGetValue(output.Extension.ToLowerInvariant(), out var format))
            File.WriteAllText(output.FullName, format(GraphOf(sections[0]), direction));
        else
        {
            error.WriteLine($"no picture has the extension '{output.Extension}'; use {string.Join(", ", Formats.Keys)}");
            return CommandLine.Unusable;
        }
        return NotebookCommand.Good;
    }

    private static void Print(List<NotebookSection> sections, IAnsiConsole console)
    {
        foreach (var section in sections)
        {
            if (sections.Count > 1)
                console.Write(new Rule($"[bold]{Markup.Escape(section.Name)}[/]  {Markup.Escape(section.Title)}").LeftJustified());
            console.Profile.Out.Writer.WriteLine(GraphOf(section));
        }
    }

    private static void WriteFolder(List<NotebookSection> sections, string folder, GraphDirection direction)
    {
        Directory.CreateDirectory(folder);
        foreach (var section in sections)
            File.WriteAllText(Path.Combine(folder, section.Name + ".svg"), GraphOf(section).ToSvg(direction));
    }

    /// <summary>The reference engine draws: its digits are the same on every machine.</summary>
    private static AutogradGraph GraphOf(NotebookSection section) => NotebookPictures.Of<Reference.Tensor>(section, DType.Float32, Device.Cpu);
}
