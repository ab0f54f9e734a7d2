using ReferenceTensor = TwinGrad.Reference.Tensor;

namespace TwinGrad.Tests;

/// <summary>The fuzzer can find: a fault planted in one entry of the reference is found and shrunk to that entry.</summary>
[TestClass]
public sealed class FuzzFaultTests
{
    [TestMethod]
    public void A_wrong_slope_is_found()
        => Finds("Sin", x => Sloped(x[0].Sin(), x[0].Cos()), DifferenceKind.First);

    [TestMethod]
    public void A_value_off_by_a_billionth_is_found()
        => Finds("Cumsum", x => x[0].Cumsum(0) * (1 + 1e-9), DifferenceKind.Value);

    [TestMethod]
    public void A_wrong_second_derivative_behind_a_right_first_one_is_found()
        => Finds("Pow_Square", x =>
        {
            var v = x[0].Detach();
            return 2 * v * x[0] - v * v + 0 * x[0].Pow(2);
        }, DifferenceKind.Second);

    [TestMethod]
    public void A_gradient_that_forgets_where_it_was_broadcast_is_found()
        => Finds("Add", x => Sloped(x[0] + x[1], x[0] + x[1] * ((double)x[1].Numel / Math.Max(1, (x[0] + x[1]).Numel))), DifferenceKind.First);

    [TestMethod]
    public void A_wrong_shape_is_found()
        => Finds("Flip", x => x[0].Flip(0, -1).Unsqueeze(0), DifferenceKind.Shape);

    [TestMethod]
    public void A_wrong_dtype_is_found()
        => Finds("Isnan", x => x[0].Isnan().To(DType.Int64), DifferenceKind.DType);

    [TestMethod]
    public void Another_sentence_is_found()
        => Finds("Mm", _ => throw new TorchException("no"), DifferenceKind.Refusal);

    [TestMethod]
    public void A_fault_at_a_kink_is_found()
        => Finds("Relu", x => ReferenceTensor.Where(x[0] >= 0, x[0], x[0] * 0), DifferenceKind.First);

    [TestMethod]
    public void The_same_program_shrinks_to_the_same()
        => Assert.AreEqual(Find("Sin", x => Sloped(x[0].Sin(), x[0].Cos())).Report, Find("Sin", x => Sloped(x[0].Sin(), x[0].Cos())).Report);

    [TestMethod]
    public void Central_differences_say_who_is_right()
    {
        var report = Find("Sin", x => Sloped(x[0].Sin(), x[0].Cos())).Report.Split(Environment.NewLine);

        StringAssert.EndsWith(report.Single(line => line.StartsWith("libtorch: ", StringComparison.Ordinal)), "they agree");
        StringAssert.EndsWith(report.Single(line => line.StartsWith("reference: ", StringComparison.Ordinal)), "they differ");
    }

    [TestMethod]
    public void What_small_errors_decide_is_no_mismatch_and_not_clean()
    {
        // A matrix of rank 1 has no singular vectors of its own beyond the first.
        var program = new RandomProgram(
            [new LeafStep(new([], [1.5])), new AdapterStep(Adapter.Expand, [0], 4, 2), new EntryStep(Catalogue.Entries["LinalgSvd_Left"], [1])], Orders: 1);

        Assert.AreEqual(Verdict.IllConditioned, ProgramCheck.Run(program).Verdict);
    }

    private static void Finds(string entry, Func<ReferenceTensor[], ReferenceTensor> reference, DifferenceKind kind)
    {
        var finding = Find(entry, reference);

        Assert.AreEqual(kind, finding.Difference.Kind, finding.Report);
        Assert.IsLessThanOrEqualTo(2, finding.Smallest.Nodes, finding.Report);
        Assert.IsTrue(finding.Smallest.Entries.Any(found => found.Name == entry), finding.Report);
        Assert.Contains(entry, finding.Report);
    }

    /// <summary>The first finding among programs over the catalogue with the fault.</summary>
    private static FuzzFinding Find(string name, Func<ReferenceTensor[], ReferenceTensor> reference)
    {
        // The other entries give the fault something to hide among.
        var entries = new[] { "Tanh", "Sum_Dims", "Transpose", "Add", "Softmax", "Exp" }.Select(other => Catalogue.Entries[other]);
        var generator = new ProgramGenerator(new([Planted(name, reference), .. entries]));
        for (var number = 0L; number < 300; number++)
        {
            var program = generator.Get(1, number);
            if (ProgramCheck.Run(program) is { Verdict: Verdict.Differs, Difference: { } difference })
                return FuzzFinding.Of(1, number, program, difference);
        }
        throw new AssertFailedException($"nothing was found in {name}");
    }

    /// <summary>An entry of the catalogue with another function for the reference.</summary>
    internal static CatalogueEntry Planted(string name, Func<ReferenceTensor[], ReferenceTensor> reference)
    {
        var sound = Catalogue.Entries[name];
        return new() { Name = name, Op = sound.Op, Parameters = sound.Parameters, OnTorch = sound.OnTorch, OnReference = reference };
    }

    /// <summary>The value of one function with the derivatives of another.</summary>
    private static ReferenceTensor Sloped(ReferenceTensor value, ReferenceTensor slope) => value.Detach() + (slope - slope.Detach());
}
