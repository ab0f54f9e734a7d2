using ReferenceTensor = TwinGrad.Reference.Tensor;

namespace TwinGrad.Tests;

/// <summary>The parity suite can fail: a fault planted in the reference's part of an entry is found, by the check that is there for it.</summary>
[TestClass]
public sealed class PlantedFaultTests
{
    private static readonly OpAttribute Bends = new() { Kinks = [-1, 1], SpecialSkip = "1 is among them" };

    [TestMethod]
    public void A_value_off_by_a_billionth_is_found()
        => Finds("regular: value", x => x.Sin(), x => x.Sin() * (1 + 1e-9));

    [TestMethod]
    public void A_wrong_sign_is_found()
        => Finds("regular: gradient of input 0", x => x.Cos(), x => Sloped(x.Cos(), x.Sin()));

    [TestMethod]
    public void A_missing_factor_is_found()
        => Finds("regular: gradient of input 0", x => x.Pow(2), x => Sloped(x.Pow(2), x.Pow(2) / 2));

    [TestMethod]
    public void A_gradient_that_is_not_summed_over_the_broadcast_dimension_is_found()
        => Finds("regular: gradient of input 1", (x, y) => x + y, (x, y) => Sloped(x + y, x + y * (double)y.Numel / (x + y).Numel));

    [TestMethod]
    public void Swapped_arguments_are_found()
        => Finds("regular: gradient of input 0", (x, y) => x * y, (x, y) => Sloped(x * y, x * x.Detach() + y * y.Detach()));

    [TestMethod]
    public void A_clamp_that_stops_the_gradient_at_its_bound_is_found_at_the_kink_alone()
        => FindsOnly(
            "kinks: gradient of input 0", Bends, x => x.Clamp(-1, 1) + 0,
            x => ReferenceTensor.Where((x > -1) * (x < 1), x, x.Clamp(-1, 1).Detach()) + 0);

    [TestMethod]
    public void An_axis_that_is_off_by_one_is_found()
        => Finds("regular: value", x => x.Reshape(-1, 1, 1).Cumsum(0), x => x.Reshape(-1, 1, 1).Cumsum(1));

    [TestMethod]
    public void A_wrong_second_derivative_behind_a_right_first_one_is_found()
        => Finds("regular: second gradient of input 0", x => x.Pow(3), x =>
        {
            // x^3 around the fixed point v: 3 v^2 x - 2 v^3 has the value and the slope, but no curvature. A square of 0 width adds a graph.
            var v = x.Detach();
            return 3 * v * v * x - 2 * v.Pow(3) + 0 * x.Pow(2);
        });

    [TestMethod]
    public void A_gradient_that_both_engines_have_wrong_is_found_by_differences()
    {
        var report = Report(Entry(new(), 1, x => x[0] * x[0].Detach(), x => x[0] * x[0].Detach()));
        Assert.Contains("central differences: gradient of input 0", report);
        Assert.DoesNotContain("regular", report);
    }

    [TestMethod]
    public void A_graph_that_is_cut_off_is_found()
        => Finds("regular: only libtorch has a gradient", x => x.Sin(), x => x.Detach().Sin());

    [TestMethod]
    public void Another_shape_dtype_or_node_is_found()
    {
        Finds("regular: shapes", x => x.Unsqueeze(0), x => x.Unsqueeze(-1));
        Finds("regular: dtypes", x => x * 1, x => (x * 1).To(DType.Float32));
        Finds("regular: libtorch records MulBackward0, the reference DivBackward0", x => x * 0.5, x => x / 2);
    }

    [TestMethod]
    public void What_forgets_strides_is_found_on_strided_inputs_alone()
        => FindsOnly("strided: value", new(), x => x + 1, x => x.IsContiguous ? x + 1 : x + 2);

    [TestMethod]
    public void A_value_that_is_wrong_beyond_the_domain_is_found_by_special_values_alone()
        => FindsOnly("special values: value", new(), x => x.Exp() + 0, x => ReferenceTensor.Where(x > 600, x * 0, x.Exp()) + 0);

    [TestMethod]
    public void An_infinity_where_there_is_none_is_found()
        => Finds("regular: value", x => x / 0, x => x / 0.5);

    [TestMethod]
    public void A_wrong_promotion_is_found_by_other_dtypes_alone()
        => FindsOnly("dtypes: dtypes", new(), x => x + 1, x => x.DType.IsFloatingPoint ? x + 1 : (x + 1).To(DType.Float64));

    [TestMethod]
    public void What_should_have_been_refused_is_found()
        => Finds("refusal", new OpAttribute { Fails = true }, x => x.Sum(7), x => x.Sum());

    [TestMethod]
    public void A_method_in_place_that_differs_from_its_twin_is_found()
        => Finds("in place: Abs differs", new OpAttribute { SameAs = "Abs" }, x => x.Neg(), x => -x);

    [TestMethod]
    public void What_is_right_is_not_found()
        => Assert.AreEqual("", Report(Entry(Bends, 1, x => x[0].Clamp(-1, 1), x => x[0].Clamp(-1, 1))));

    private static void Finds(string finding, Func<Tensor, Tensor> torch, Func<ReferenceTensor, ReferenceTensor> reference)
        => Finds(finding, new OpAttribute(), torch, reference);

    private static void Finds(string finding, OpAttribute op, Func<Tensor, Tensor> torch, Func<ReferenceTensor, ReferenceTensor> reference)
        => Assert.Contains(finding, Report(Entry(op, 1, x => torch(x[0]), x => reference(x[0]))));

    private static void Finds(
        string finding, Func<Tensor, Tensor, Tensor> torch, Func<ReferenceTensor, ReferenceTensor, ReferenceTensor> reference)
        => Assert.Contains(finding, Report(Entry(new(), 2, x => torch(x[0], x[1]), x => reference(x[0], x[1]))));

    private static void FindsOnly(string finding, OpAttribute op, Func<Tensor, Tensor> torch, Func<ReferenceTensor, ReferenceTensor> reference)
    {
        var report = Report(Entry(op, 1, x => torch(x[0]), x => reference(x[0])));
        Assert.Contains(finding, report);
        Assert.IsTrue(report.Split('\n').All(line => line.StartsWith(finding[..finding.IndexOf(':', StringComparison.Ordinal)], StringComparison.Ordinal)), report);
    }

    private static CatalogueEntry Entry(
        OpAttribute op, int parameters, Func<Tensor[], Tensor> torch, Func<ReferenceTensor[], ReferenceTensor> reference) => new()
        {
            Name = "Planted",
            Op = op,
            Parameters = [.. Enumerable.Repeat(CatalogueParameter.Any, parameters)],
            OnTorch = torch,
            OnReference = reference,
        };

    private static string Report(CatalogueEntry entry)
        => string.Join('\n', ParityChecks.All.SelectMany(check => check.Run(entry).Select(difference => $"{check.Name}: {difference}")));

    /// <summary>The value of one function with the derivatives of another, under the first one's node.</summary>
    private static ReferenceTensor Sloped(ReferenceTensor value, ReferenceTensor slope) => value.Detach() + (slope - slope.Detach());
}
