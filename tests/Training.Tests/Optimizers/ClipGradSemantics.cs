namespace TwinGrad.Tests;

/// <summary>Gradients are bounded as PyTorch bounds them.</summary>
public abstract class ClipGradSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void Norms_are_PyTorchs()
    {
        var cases = 0;
        foreach (var line in Recording.OfKind("clip"))
        {
            var parameters = line.GetProperty("gradients").EnumerateArray().Select(gradient => WithGradient(gradient.Numbers())).ToList();
            parameters.Insert(1, Doubles(1, 2).RequiresGrad_());

            var total = ClipGrad.Norm_(parameters, line.GetProperty("max_norm").Number(), line.GetProperty("norm_type").Number());

            Assert.AreEqual(line.GetProperty("total").Number(), total.Item<double>(), 1e-14);
            Assert.IsNull(parameters[1].Grad);
            parameters.RemoveAt(1);
            foreach (var (parameter, expected) in parameters.Zip(line.GetProperty("clipped").EnumerateArray()))
                foreach (var (value, wanted) in parameter.Grad!.ToArray<double>().Zip(expected.Numbers()))
                    Assert.AreEqual(wanted, value, 1e-14);
            cases++;
        }
        Assert.IsGreaterThan(5, cases);
    }

    [TestMethod]
    public void A_norm_that_is_not_finite_is_refused_where_that_is_asked_for()
    {
        var x = WithGradient(1, Infinity);
        Refuses(
            "The total norm of order 2.0 for gradients from `parameters` is non-finite, so it cannot be clipped. To disable this error and scale "
            + "the gradients by the non-finite norm anyway, set `errorIfNonfinite: false`",
            () => ClipGrad.Norm_([x], 1, errorIfNonfinite: true));
        CollectionAssert.AreEqual(new[] { 1, Infinity }, x.Grad!.ToArray<double>());
        Assert.AreEqual(Infinity, ClipGrad.Norm_([x], 1).Item<double>());
        CollectionAssert.AreEqual(new[] { 0, NaN }, x.Grad!.ToArray<double>());
    }

    [TestMethod]
    public void Values_are_bounded_one_by_one()
    {
        var (x, without) = (WithGradient(-3, -0.5, 0, 2), Leaf(1));
        var held = x.Grad!;
        ClipGrad.Value_([x, without], 1);
        CollectionAssert.AreEqual(new[] { -1, -0.5, 0, 1 }, held.ToArray<double>());
        Assert.IsNull(without.Grad);
    }

    [TestMethod]
    public void Bounds_that_make_no_sense_are_refused()
    {
        var x = WithGradient(1, 2);
        Refuses("Invalid max_norm: -1", () => ClipGrad.Norm_([x], -1));
        Refuses("Invalid max_norm: NaN", () => ClipGrad.Norm_([x], NaN));
        Refuses("Invalid clip_value: -1", () => ClipGrad.Value_([x], -1));
        Assert.Throws<ArgumentNullException>(() => ClipGrad.Norm_<T>(null!, 1));
        Assert.Throws<ArgumentNullException>(() => ClipGrad.Norm_<T>([null!], 1));
        Assert.Throws<ArgumentNullException>(() => ClipGrad.Value_<T>(null!, 1));
        CollectionAssert.AreEqual(new[] { 1.0, 2 }, x.Grad!.ToArray<double>());
        Prints("tensor(0.)", ClipGrad.Norm_([Leaf(1)], 1));
    }

    [TestMethod]
    public void Nothing_of_it_is_recorded()
    {
        var x = Leaf(1, 2);
        x.Pow(3).Sum().Backward(createGraph: true);
        Assert.IsFalse(ClipGrad.Norm_([x], 1).RequiresGrad);
    }

    private static T WithGradient(params double[] gradient)
    {
        var parameter = Doubles(new double[gradient.Length]).RequiresGrad_();
        parameter.Grad = Doubles(gradient);
        return parameter;
    }
}
