using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Formatting;

namespace TwinGrad.Tests;

/// <summary>What the fuzzer prints can be pasted into a class of tests: it compiles, passes where the engines agree and fails where they differ.</summary>
[TestClass]
public sealed class ProgramTextTests
{
    public required TestContext TestContext { get; init; }

    [TestMethod]
    public void Programs_compile_whatever_they_differ_in()
    {
        var generator = new ProgramGenerator(FuzzCatalogue.All);
        var kinds = Enum.GetValues<DifferenceKind>();
        // Every entry once, so that the text of each is read.
        var texts = Enumerable.Range(0, FuzzCatalogue.All.Usable.Count).Where(number => number % 4 == 0)
            .Select(number => ProgramText.Test(generator.Get(1, number), kinds[number / 4 % kinds.Length], $"Program{number}"));

        Assert.IsNotNull(Compile(texts));
    }

    [TestMethod]
    public void In_a_class_they_are_formatted_as_the_repository_asks()
    {
        var generator = new ProgramGenerator(FuzzCatalogue.All);
        var kinds = Enum.GetValues<DifferenceKind>();
        var source = Class(Enumerable.Range(0, 300).Select(number => ProgramText.Test(generator.Get(2, number), kinds[number % kinds.Length], $"Program{number}")));
        using var workspace = new AdhocWorkspace();

        var formatted = Formatter.Format(CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.CancellationToken).GetRoot(TestContext.CancellationToken), workspace, cancellationToken: TestContext.CancellationToken);

        Assert.AreEqual(formatted.ToFullString().ReplaceLineEndings("\n"), source);
    }

    [TestMethod]
    public void The_test_of_a_program_on_which_the_engines_agree_passes()
    {
        var sin = new RandomProgram([new LeafStep(new([2], [0.5, 1])), new EntryStep(Catalogue.Entries["Sin"], [0])], Orders: 2);
        foreach (var kind in Enum.GetValues<DifferenceKind>())
            Run(Compile([ProgramText.Test(sin, kind, "Sine")]), "Sine");
    }

    [TestMethod]
    public void The_tests_of_the_divergences_fail()
    {
        var divergences = LibTorchDivergence.All.Where(divergence => !divergence.Op.Varies).ToList();
        var assembly = Compile(divergences.Select(divergence => ProgramText.Test(divergence.Program, divergence.Op.Kind, divergence.Name)));
        foreach (var divergence in divergences)
            Assert.Throws<Exception>(() => Run(assembly, divergence.Name), divergence.Name);
    }

    [TestMethod]
    public void An_operator_stands_there_with_its_own_text()
    {
        var program = new RandomProgram(
            [new LeafStep(new([2, 3], [1, 2, 3, 4, 5, 6])), new EntryStep(Catalogue.Entries["MaskedFill"], [0])], Orders: 1);

        var text = ProgramText.Test(program, DifferenceKind.First, "Filled");

        Assert.StartsWith("    [TestMethod]\n    public void Filled()", text);
        Assert.Contains("var t0 = x[0].Reshape(2, 3);", text);
        Assert.Contains("var t1 = t0.MaskedFill(Mask([2, 1], true, false), 3);", text);
        Assert.Contains("private static T Mask(", text);
    }

    private static void Run(Assembly assembly, string test)
    {
        var type = assembly.GetType("TwinGrad.Tests.Pasted")!;
        type.GetMethod(test)!.Invoke(Activator.CreateInstance(type), BindingFlags.DoNotWrapExceptions, null, null, null);
    }

    private static string Class(IEnumerable<string> tests) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using Microsoft.VisualStudio.TestTools.UnitTesting;

        namespace TwinGrad.Tests;

        [TestClass]
        public sealed class Pasted
        {
        {{string.Join('\n', tests)}}}

        """.ReplaceLineEndings("\n");

    private static Assembly Compile(IEnumerable<string> tests)
    {
        var source = Class(tests);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Pasted", [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp14))], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.IsTrue(result.Success, string.Join('\n', result.Diagnostics.Where(problem => problem.Severity == DiagnosticSeverity.Error).Take(10)));
        stream.Position = 0;
        return new AssemblyLoadContext("pasted").LoadFromStream(stream);
    }
}
