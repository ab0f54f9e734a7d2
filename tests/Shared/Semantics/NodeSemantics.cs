namespace TwinGrad.Tests;

/// <summary>What leads from operation to operation: PyTorch's <c>next_functions</c>, pairs of a node and the number of one of its results.</summary>
public abstract class NodeSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    internal static readonly Dictionary<string, Func<T, T[]>> SeveralResults = new()
    {
        ["unbind"] = x => x.Unbind(),
        ["split"] = x => x.Split(1),
        ["split of sizes"] = x => x.Split([1, 2]),
        ["unsafe_split"] = x => T.UnsafeSplit(x, 1, 0),
        ["chunk"] = x => x.Chunk(3, 1),
        ["var_mean"] = x => Both(T.VarMean(x, [], 1, false)),
        ["var_mean without freedom"] = x => Both(T.VarMean(x, [], 9, false)),
        ["std_mean"] = x => Both(T.StdMean(x, [], 1, false)),
        ["aminmax"] = x => Both(T.Aminmax(x, 0, false)),
        ["triangular_solve"] = x => Both(T.TriangularSolve(x, x, true, false, false)),
        ["lstsq"] = x => T.Lstsq(x, x, null, null) is var (solution, residuals, _, _) ? [solution, residuals] : [],
        ["eigh"] = x => Both(T.Eigh(x, Uplo.L)),
        ["qr"] = x => Both(T.LinalgQr(x, QrMode.Reduced)),
        ["svd"] = x => T.LinalgSvd(x, false) is var (u, s, vh) ? [u, s, vh] : [],
        ["slogdet"] = x => Both(T.Slogdet(x)),
        ["lu"] = x => T.LinalgLu(x, true) is var (_, l, u) ? [l, u] : [],
        ["a custom function"] = x => [.. Autograd.FunctionOfSeveral<T>(
            "Both", (_, given) => [given[0] * 2, given[0] * 3], (_, gradients) => [gradients[0] * 2 + gradients[1] * 3]).ApplyAll(x)],
    };

    public static IEnumerable<object[]> NamesOfSeveralResults => SeveralResults.Keys.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(NamesOfSeveralResults))]
    public void Results_of_one_operation_have_one_node_and_are_numbered(string name)
    {
        var x = Matrix();
        var results = SeveralResults[name](x);

        var node = results[0].GradFn;
        Assert.IsNotNull(node);
        Assert.AreSame(EdgeOf(x).Function, node.NextFunctions[0].Function);
        for (var i = 0; i < results.Length; i++)
        {
            Assert.AreSame(node, results[i].GradFn, $"result {i}");
            Assert.AreEqual(new Edge(node, i), EdgeOf(results[i]));
            Assert.AreEqual(new Edge(node, i), (results[i] * 2).GradFn!.NextFunctions[0]);
        }
    }

    [TestMethod]
    public void A_result_that_has_no_derivative_is_not_numbered()
    {
        var (p, l, _) = T.LinalgLu(Matrix(), true);

        Assert.IsFalse(p.RequiresGrad);
        Assert.AreEqual(0, EdgeOf(l).InputNumber);
    }

    [TestMethod]
    public void Results_of_a_custom_function_that_have_no_derivative_are_numbered_along()
    {
        var function = Autograd.FunctionOfSeveral<T>(
            "Second",
            (context, given) =>
            {
                T[] results = [given[0] * 2, given[0] * 3];
                context.MarkNonDifferentiable(results[0]);
                return results;
            },
            (_, gradients) => [gradients[1] * 3]);

        Assert.AreEqual(1, EdgeOf(function.ApplyAll(Matrix())[1]).InputNumber);
    }

    [TestMethod]
    public void A_result_that_was_written_in_place_is_the_one_result_of_that()
    {
        var (_, vectors) = T.Eigh(Matrix(), Uplo.L);
        Assert.AreEqual(1, EdgeOf(vectors).InputNumber);
        vectors.Add_(1);

        Assert.AreEqual(0, EdgeOf(vectors).InputNumber);
        Assert.AreEqual(1, vectors.GradFn!.NextFunctions[0].InputNumber);
    }

    [TestMethod]
    public void A_view_that_is_written_through_leaves_its_root_one_result()
    {
        var (_, vectors) = T.Eigh(Matrix(), Uplo.L);
        vectors[0].Mul_(2);

        Assert.AreEqual("CopySlices", vectors.GradFn!.Name);
        Assert.AreEqual(0, EdgeOf(vectors).InputNumber);
        Assert.AreEqual(1, vectors.GradFn.NextFunctions[0].InputNumber);
    }

    [TestMethod]
    public void Gradients_arrive_at_the_result_they_are_of()
    {
        var x = Matrix();
        var parts = x.Unbind();
        parts[1].RetainGrad();
        var seen = 0;
        parts[2].RegisterHook(_ => { seen++; });
        (parts[1] * 2 + parts[2] * 3).Sum().Backward();

        Assert.AreEqual(1, seen);
        CollectionAssert.AreEqual(new[] { 2.0, 2, 2 }, parts[1].Grad!.ToArray<double>());
        CollectionAssert.AreEqual(new[] { 0.0, 0, 0, 2, 2, 2, 3, 3, 3 }, x.Grad!.ToArray<double>());
    }

    [TestMethod]
    public void What_was_saved_and_overwritten_is_named_with_its_number()
    {
        var (_, vectors) = T.Eigh(Matrix(), Uplo.L);
        var square = (vectors * vectors).Sum();
        vectors.Add_(1);

        var modified = Assert.Throws<TorchException>(() => square.Backward());
        Assert.Contains("which is output 0 of AddBackward0,", modified.Message);

        var (values, kept) = T.Eigh(Matrix(), Uplo.L);
        kept.Add_(1);
        modified = Assert.Throws<TorchException>(() => values.Sum().Backward());
        Assert.Contains("which is output 1 of LinalgEighBackward0,", modified.Message);
    }

    private static T[] Both((T First, T Second) results) => [results.First, results.Second];

    private static T Matrix()
        => Doubles(4, 1, 0, 1, 3, 1, 0, 1, 2).View(3, 3).Detach().RequiresGrad_();

    private static Edge EdgeOf(T x) => x.Neg().GradFn!.NextFunctions[0];
}
