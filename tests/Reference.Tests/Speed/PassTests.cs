using TwinGrad.Reference;

namespace TwinGrad.Tests;

/// <summary>What a backward pass spares itself changes nothing that anybody sees.</summary>
[TestClass]
public sealed class PassTests
{
    // More elements than a tensor needs for its gradients to be taken over without a copy.
    private const int Many = 5000;

    [TestMethod]
    [DataRow(3)]
    [DataRow(15)]
    [DataRow(16)]
    [DataRow(17)]
    [DataRow(200)]
    public void However_many_nodes_wait_all_sums_arrive(int branches)
    {
        var x = Torch.Tensor(2.0, requiresGrad: true);
        var leaves = Enumerable.Range(0, branches).Select(i => Torch.Tensor(i + 1.0, requiresGrad: true)).ToArray();
        var sum = leaves.Select(leaf => leaf * x).ToArray().Aggregate((a, b) => a + b);
        sum.Backward();
        Assert.AreEqual(branches * (branches + 1) / 2.0, x.Grad!.Item<double>());
        foreach (var leaf in leaves)
            Assert.AreEqual(2.0, leaf.Grad!.Item<double>());
    }

    [TestMethod]
    public void Gradients_share_no_memory()
    {
        var x = Torch.Ones([Many], requiresGrad: true);
        var y = Torch.Ones([Many], requiresGrad: true);
        var z = (x + y) * 3;
        var weights = Torch.Full([Many], 2.0);
        z.Backward(weights);
        x.Grad!.Add_(1);
        Assert.AreEqual(7.0, x.Grad![0].Item<double>());
        Assert.AreEqual(6.0, y.Grad![0].Item<double>());
        Assert.AreEqual(2.0, weights[0].Item<double>());
    }

    [TestMethod]
    public void A_gradient_that_was_given_or_shown_is_not_written()
    {
        var x = Torch.Ones([Many], requiresGrad: true);
        Tensor? shown = null;
        x.RegisterHook(gradient => { shown = gradient; });
        var middle = x * 2;
        middle.RetainGrad();
        var given = Torch.Full([Many], 3.0);
        ((middle * 5) + middle.Exp() + x.Sin()).Backward(given);
        x.Grad!.Zero_();
        Assert.AreEqual(3.0, given[0].Item<double>());
        Assert.AreEqual(3 * (5 + Math.Exp(2)), middle.Grad![0].Item<double>(), 1e-13);
        Assert.AreEqual(3 * (10 + 2 * Math.Exp(2) + Math.Cos(1)), shown![0].Item<double>(), 1e-12);
    }

    /// <summary>Ways on which a gradient is handed on as it is, shared by several inputs, summed, or written over once it was used.</summary>
    private static (string Name, Func<Tensor, Tensor, Tensor> Of)[] Programs { get; } =
    [
        ("pointwise", (x, y) => ((x * y + 1).Sigmoid() * x).Exp().Log1p() - (x / (y * y + 1)).Relu()),
        ("handed on", (x, y) => (-(x + 1) - 2 + 3).Exp() + (y - 1 + x).Sin().Clone()),
        ("views", (x, y) => (x.View(50, 100).Transpose() * y.View(100, 50)).Reshape(Many).Exp().View(2, Many / 2).Sum(0)),
        ("parts", (x, y) => Tensor.Cat([x.Narrow(0, 0, 2000).Exp(), y.Narrow(0, 100, 3000).Sigmoid()], 0) * x.Flip(0)),
        ("expanded", (x, y) => (x.View(1, Many).Expand(3, Many) * y).Sin().Exp()),
        ("one input twice", (x, y) => (x * x).Exp() + (x + x).Sin() * (y - y)),
        ("shared, added to the pass's own", (x, y) => SharedAndOwn(x.Sin(), y.Erf(), y)),
        ("many uses", (x, y) => Enumerable.Range(1, 20).Select(i => (x * i).Sin() * (y + i)).ToArray().Aggregate((a, b) => a + b)),
        ("in place", (x, y) => (x * 2).Mul_(y).Add_(x).Sin().Sub_(y).Exp()),
        ("chosen", (x, y) => Tensor.Where(x > y, x.Exp(), y.Sin()) * x.Clamp(-1, 1)),
    ];

    /// <summary>
    /// a is passed the pass's own gradient by the product, then the one that the sum passes to b too; b's rule makes much before it reads it.
    /// </summary>
    private static Tensor SharedAndOwn(Tensor a, Tensor b, Tensor y)
    {
        var (sum, product) = (a + b, a * y);
        return sum.Exp() + product.Exp();
    }

    public static IEnumerable<object[]> ProgramNames => Programs.Select(program => new object[] { program.Name });

    [TestMethod]
    [DynamicData(nameof(ProgramNames))]
    public void Many_elements_have_the_gradients_that_a_recorded_pass_gives(string name)
    {
        var program = Programs.Single(other => other.Name == name).Of;
        var values = Torch.Linspace(-3, 3, Many, dtype: DType.Float64);
        double[][] Gradients(bool createGraph)
        {
            var x = values.Clone().RequiresGrad_();
            var y = values.Flip(0).RequiresGrad_();
            // The second pass adds to gradients that are there.
            for (var pass = 0; pass < 2; pass++)
                program(x, y).Pow(2).Sum().Backward(createGraph: createGraph);
            return [x.Grad!.ToArray<double>(), y.Grad!.ToArray<double>()];
        }
        var (plain, fast) = (Gradients(createGraph: true), Gradients(createGraph: false));
        Agreement.Near(plain[0], fast[0], 0, "x");
        Agreement.Near(plain[1], fast[1], 0, "y");
    }

    [TestMethod]
    public void What_somebody_holds_is_not_written_over()
    {
        var x = Torch.Linspace(-1, 1, Many, dtype: DType.Float64).RequiresGrad_();
        List<(Tensor Shown, double[] Was)> seen = [];
        var y = x;
        for (var step = 0; step < 12; step++)
        {
            y = (y + 0.1).Sin();
            if (step % 3 == 0)
                y.RegisterHook(gradient => { seen.Add((gradient, [.. gradient.ToArray<double>()])); });
            if (step % 3 == 1)
                y.RetainGrad();
        }
        y.Sum().Backward(retainGraph: true);
        var first = x.Grad!;
        x.Grad = null;
        var was = first.ToArray<double>();
        y.Sum().Backward();
        Assert.HasCount(8, seen);
        foreach (var (shown, then) in seen)
            Agreement.Near(then, shown.ToArray<double>(), 0, "what a hook saw");
        Agreement.Near(was, first.ToArray<double>(), 0, "the gradient of the first pass");
        Agreement.Near(was, x.Grad!.ToArray<double>(), 0, "that of the second");
    }

    [TestMethod]
    public void Gradients_that_nobody_holds_any_more_give_their_memory_to_the_next()
    {
        const long Array = 8 * Many;
        var x = Torch.Linspace(-1, 1, Many, dtype: DType.Float64).RequiresGrad_();
        var y = Enumerable.Range(0, 50).Aggregate(x, (before, _) => (before + 1).Sigmoid() * before);
        // The collector may take spare memory at any time.
        Assert.IsTrue(GC.TryStartNoGCRegion(200 * Array));
        try
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            y.Sum().Backward();
            var arrays = (GC.GetAllocatedBytesForCurrentThread() - before) / Array;
            Assert.IsInRange(1, 8, arrays);
        }
        finally
        {
            GC.EndNoGCRegion();
        }
    }

    [TestMethod]
    public void What_is_written_in_place_is_what_the_operation_gives()
    {
        Tensor[] Operands() => [
            Torch.Linspace(-2, 2, 12, dtype: DType.Float64).View(3, 4), Torch.Linspace(-2, 2, 12, dtype: DType.Float64).View(4, 3).Transpose(),
            Torch.Linspace(-2, 2, 24, dtype: DType.Float64).View(3, 8).Narrow(1, 2, 4), Torch.Ones([3, 4], dtype: DType.Float32),
            Torch.Linspace(-2, 2, 20, dtype: DType.Float64).View(5, 4).Narrow(0, 1, 3)];
        Tensor[] others = [
            Torch.Linspace(1, 5, 12, dtype: DType.Float64).View(3, 4), Torch.Linspace(1, 5, 4, dtype: DType.Float64),
            Torch.Tensor(3.0, dtype: DType.Float64), Torch.Linspace(1, 5, 12, dtype: DType.Float64).View(4, 3).Transpose(),
            Torch.Tensor(3.0, dtype: DType.Float64).Expand(3, 4)];
        (string Name, Func<Tensor, Tensor, Tensor> InPlace, Func<Tensor, Tensor, Tensor> Plain)[] operations =
        [
            ("add", (x, y) => x.Add_(y), (x, y) => x + y), ("sub", (x, y) => x.Sub_(y), (x, y) => x - y),
            ("mul", (x, y) => x.Mul_(y), (x, y) => x * y), ("div", (x, y) => x.Div_(y), (x, y) => x / y),
            ("zero", (x, _) => x.Zero_(), (x, _) => x * 0 + 0), ("fill", (x, _) => x.Fill_(7), (x, _) => x * 0 + 7),
        ];
        foreach (var (name, inPlace, plain) in operations)
            for (var operand = 0; operand < Operands().Length; operand++)
                foreach (var other in others)
                {
                    var x = Operands()[operand];
                    var (expected, before) = (plain(x, other).ToArray<double>(), x.Version);
                    Assert.AreSame(x, inPlace(x, other));
                    Agreement.Near(expected, x.ToArray<double>(), 0, $"{name} of operand {operand} and {other.Shape}");
                    Assert.AreEqual(before + 1, x.Version);
                }
    }
}
