using System.Globalization;
using System.Text;

namespace TwinGrad;

/// <summary>docs/divergences.md: what libtorch and mathematics do not agree on.</summary>
internal static class DivergencePage
{
    /// <summary>The page, with what both engines say now.</summary>
    internal static string Write()
    {
        var page = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"""
            # Where libtorch differs from mathematics

            Written by `dotnet run --project src/Examples -- divergences --output docs/divergences.md`, with libtorch {Torch.LibTorch.LibTorchVersion}. A test
            runs each program on both engines and fails when one of them has come to agree.

            Found by the fuzzer (`dotnet run --project src/Examples -- fuzz`), by the parity suite, and by reading why they had to be let off. In each the
            reference engine is right: by central differences of an engine's own numbers, or by an identity. Random programs keep away from them
            ([KnownDivergences](../src/CrossCheck/Fuzzing/KnownDivergences.cs)).

            | what is wrong in libtorch | of | libtorch | reference | who is right, and how it is known |
            |---|---|---|---|---|
            """);
        foreach (var divergence in LibTorchDivergence.All)
        {
            var (op, result) = (divergence.Op, divergence.Measure());
            page.AppendLine(CultureInfo.InvariantCulture,
                $"| [{op.Title}](#{divergence.Name.ToLowerInvariant()}) | {Kind(op)} | {result.TorchText(op)} | {result.ReferenceText(op)} | the reference: {op.Proof} |");
        }
        page.AppendLine().AppendLine("## The programs").AppendLine().AppendLine("Each is a test that fails as long as libtorch differs.");
        foreach (var divergence in LibTorchDivergence.All)
        {
            page.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"### {divergence.Name}").AppendLine();
            foreach (var witness in divergence.Measure().Witnesses)
                page.AppendLine(CultureInfo.InvariantCulture, $"- {witness}");
            page.AppendLine(CultureInfo.InvariantCulture, $"```csharp\n{ProgramText.Test(divergence.Program, divergence.Op.Kind, divergence.Name)}```");
        }
        AppendShared(page);
        return page.ToString();
    }

    /// <summary>What both engines do against differences, because PyTorch does it by design.</summary>
    private static void AppendShared(StringBuilder page)
    {
        page.AppendLine().AppendLine("""
            ## What both engines do against differences

            The reference does here as libtorch does, since PyTorch means it so or documents it; central differences say something else, or nothing.

            | entry of the catalogue | why |
            |---|---|
            """);
        foreach (var entry in Catalogue.Entries.Values.Where(entry => entry.Op.DifferencesSkip is not null))
            page.AppendLine(CultureInfo.InvariantCulture, $"| {entry.Name} | {entry.Op.DifferencesSkip} |");
    }

    private static string Kind(DivergenceAttribute op) => op.Kind switch
    {
        DifferenceKind.Value => "the value",
        DifferenceKind.First => "the gradient",
        DifferenceKind.Second => "the gradient of the gradient's square",
        _ => "what is refused",
    };
}
