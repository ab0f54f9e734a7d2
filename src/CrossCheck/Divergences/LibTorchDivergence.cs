using System.Globalization;
using System.Reflection;
using ReferenceTensor = TwinGrad.Reference.Tensor;

namespace TwinGrad;

/// <summary>A program on which libtorch differs from mathematics.</summary>
/// <param name="Name">The name of the method of <see cref="Divergences{T}"/>.</param>
/// <param name="Op">What is known of it.</param>
/// <param name="Program">The program.</param>
internal sealed record LibTorchDivergence(string Name, DivergenceAttribute Op, RandomProgram Program)
{
    private const BindingFlags Methods = BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>All of them, as they stand in the text.</summary>
    internal static IReadOnlyList<LibTorchDivergence> All { get; } =
    [
        .. typeof(Divergences<Tensor>).GetMethods(Methods).Where(method => method.IsDefined(typeof(DivergenceAttribute)))
            .OrderBy(method => method.MetadataToken).Select(Of),
    ];

    /// <summary>Runs the program on both engines.</summary>
    internal DivergenceResult Measure()
    {
        var (torch, reference) = (ProgramRunner.OnTorch(Program), ProgramRunner.OnReference(Program));
        if (Op.Kind == DifferenceKind.Refusal)
            return new(double.NaN, double.NaN, torch.Refusal?.Exception.Message, reference.Refusal?.Exception.Message, []);
        var (left, right) = (Number(torch), Number(reference));
        var witnesses = double.IsNaN(Op.Truth)
            ? DifferenceWitness.Of(Program, ProgramDifference.Of(Op.Kind, 0, Op.Element, left, right))
            : [];
        return new(left, right, null, null, witnesses);
    }

    private double Number(ProgramResult result) => Op.Kind switch
    {
        DifferenceKind.Value => result.Tensors[^1].Values[Op.Element],
        DifferenceKind.First => result.First[0][Op.Element],
        _ => result.Second[0][Op.Element],
    };

    private static LibTorchDivergence Of(MethodInfo torch)
    {
        var reference = typeof(Divergences<ReferenceTensor>).GetMethod(torch.Name, Methods)!;
        var entry = CatalogueEntry.Of(torch, reference);
        var op = torch.GetCustomAttribute<DivergenceAttribute>()!;
        var leaves = torch.GetParameters().Select(parameter => new LeafStep(new(
            parameter.GetCustomAttribute<ShapeAttribute>()!.Lengths, parameter.GetCustomAttribute<AtAttribute>()!.Values))).ToList();
        var orders = op.Kind switch { DifferenceKind.Value => 0, DifferenceKind.First => 1, _ => 2 };
        return new(torch.Name, op, new([.. leaves, new EntryStep(entry, [.. Enumerable.Range(0, leaves.Count)])], orders) { Weighted = false });
    }
}

/// <summary>What both engines say to a divergence.</summary>
/// <param name="Torch">libtorch's number.</param>
/// <param name="Reference">The reference's.</param>
/// <param name="TorchRefusal">libtorch's sentence where it refuses.</param>
/// <param name="ReferenceRefusal">The reference's.</param>
/// <param name="Witnesses">What central differences say, where they decide.</param>
internal sealed record DivergenceResult(
    double Torch, double Reference, string? TorchRefusal, string? ReferenceRefusal, IReadOnlyList<string> Witnesses)
{
    internal string TorchText(DivergenceAttribute op) => op.Varies ? "whatever lay in memory" : Text(Torch, TorchRefusal, op);

    internal string ReferenceText(DivergenceAttribute op) => Text(Reference, ReferenceRefusal, op);

    private static string Text(double number, string? refusal, DivergenceAttribute op)
        => op.Kind != DifferenceKind.Refusal ? number.ToString("R", CultureInfo.InvariantCulture) : refusal is null ? "returns" : $"refuses: {refusal}";
}
