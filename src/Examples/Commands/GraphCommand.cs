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
            Description = $"The picture ({Extensions}), or a folder for pictures by the names of their sections; else a listing is printed.",
        };
        var format = new Option<string>("--format") { Description = "What is written into a folder (svg unless given) or printed.", HelpName = "svg|dot|mmd" };
        format.AcceptOnlyFromAmong("svg", "dot", "mmd");
        var down = new Option<bool>("--top-down") { Description = "From the inputs at the top to the result at the bottom." };
        var list = new Option<bool>("--list") { Description = "Lists the sections." };
        var graph = new Command("graph", "Draws what autograd recorded of the notebook's examples.") { names, output, format, down, list };
        graph.SetAction(parsed =>
        {
            var sections = parsed.GetValue(names)!;
            if (sections.Length == 0 || parsed.GetValue(list))
                return NotebookCommand.List(json: false, console);
            var direction = parsed.GetValue(down) ? GraphDirection.TopToBottom : GraphDirection.LeftToRight;
            Draw(sections, parsed.GetValue(output)?.FullName, parsed.GetValue(format), direction, console);
            return NotebookCommand.Good;
        });
        return graph;
    }

    private static string Extensions => string.Join(", ", Formats.Keys);

    /// <summary>Writes the picture of a section, or a folder of pictures; prints where no output is named.</summary>
    /// <exception cref="UsageException">The output does not say what to write, or cannot hold it.</exception>
    private static void Draw(IReadOnlyList<string> names, string? output, string? format, GraphDirection direction, IAnsiConsole console)
    {
        var all = names.Contains(All);
        var sections = NotebookSection.All.Where(section => all || names.Contains(section.Name)).ToList();
        var several = all || sections.Count > 1;
        if (output is null)
            Print(sections, format, direction, console);
        else if (several || Directory.Exists(output) || Path.EndsInDirectorySeparator(output))
            WriteFolder(sections, output, format ?? "svg", direction);
        else
            File.WriteAllText(output, FormatOf(output, format)(GraphOf(sections[0]), direction));
    }

    /// <summary>How the picture of one section is written: as its file's extension says, or where that says nothing as was asked for.</summary>
    private static Func<AutogradGraph, GraphDirection, string> FormatOf(string file, string? format)
    {
        var name = Path.GetFileName(file);
        var written = Formats.GetValueOrDefault(Path.GetExtension(file).ToLowerInvariant());
        if (format is null)
            return written ?? throw new UsageException($"the name '{name}' does not say what picture it is: use {Extensions}, or --format, or a folder that exists");
        var asked = Formats[$".{format}"];
        return written is null || written == asked ? asked : throw new UsageException($"'{name}' is no name for a picture of the format {format}");
    }

    private static void Print(List<NotebookSection> sections, string? format, GraphDirection direction, IAnsiConsole console)
    {
        if (format is not null && sections.Count > 1)
            throw new UsageException("pictures of several sections need a folder: -o FOLDER");
        foreach (var section in sections)
        {
            if (sections.Count > 1)
                console.Write(new Rule($"[bold]{Markup.Escape(section.Name)}[/]  {Markup.Escape(section.Title)}").LeftJustified());
            var graph = GraphOf(section);
            if (format is null)
                console.Profile.Out.Writer.WriteLine(graph);
            else
                console.Profile.Out.Writer.Write(Formats[$".{format}"](graph, direction));
        }
    }

    private static void WriteFolder(List<NotebookSection> sections, string folder, string format, GraphDirection direction)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        if (File.Exists(Path.TrimEndingDirectorySeparator(folder)))
            throw new UsageException($"'{name}' is a file; pictures of several sections need a folder");
        // Who names a picture does not expect a folder of that name.
        if (!Directory.Exists(folder) && Formats.ContainsKey(Path.GetExtension(folder).ToLowerInvariant()))
            throw new UsageException($"'{name}' is the name of one picture; pictures of several sections need a folder, and --format says of what format");
        Directory.CreateDirectory(folder);
        foreach (var section in sections)
            File.WriteAllText(Path.Combine(folder, $"{section.Name}.{format}"), Formats[$".{format}"](GraphOf(section), direction));
    }

    /// <summary>The reference engine draws: its digits are the same on every machine.</summary>
    private static AutogradGraph GraphOf(NotebookSection section) => NotebookPictures.Of<Reference.Tensor>(section, DType.Float32, Device.Cpu);
}
