namespace TwinGrad.Tests;

[TestClass]
public sealed class CentralDifferencesTests
{
    [TestMethod]
    public void A_smooth_function_is_differentiated_to_ten_digits()
    {
        var gradient = CentralDifferences.Gradient(x => Math.Sin(x[0]) * Math.Exp(x[1]), [0.7, -1.3]);

        Assert.AreEqual(Math.Cos(0.7) * Math.Exp(-1.3), gradient[0], 1e-10);
        Assert.AreEqual(Math.Sin(0.7) * Math.Exp(-1.3), gradient[1], 1e-10);
    }

    [TestMethod]
    public void A_kink_gives_the_mean_of_both_slopes()
        => Assert.AreEqual(0, CentralDifferences.Gradient(x => Math.Abs(x[0]), [0])[0], 1e-12);

    [TestMethod]
    public void The_point_is_left_as_it_was()
    {
        var seen = new List<double>();
        CentralDifferences.Gradient(
            x =>
            {
                seen.Add(x[1]);
                return x[0];
            },
            [1, 2]);

        CollectionAssert.AreEqual(new[] { 2.0, 2, 2, 2 }, seen.Take(4).ToArray());
    }

    [TestMethod]
    public void Estimates_hold_within_their_error()
    {
        foreach (var (f, slope, at) in new (Func<double, double>, Func<double, double>, double)[]
        {
            (Math.Sin, Math.Cos, 0.7), (Math.Exp, Math.Exp, -1.3), (x => Math.Sin(100 * x), x => 100 * Math.Cos(100 * x), 0.3),
            (Math.Log, x => 1 / x, 1e-4), (x => x * x * x * x * 1e6, x => 4e6 * x * x * x, 0), (x => 1e8 + x, _ => 1, 2), (_ => 5, _ => 0, 1),
        })
        {
            var estimate = CentralDifferences.Estimates(x => f(x[0]), [at]).Single();
            Assert.IsNull(estimate.Skip);
            Assert.AreEqual(slope(at), estimate.Value, estimate.Error + 1e-9 * Math.Abs(slope(at)), $"at {at}");
            Assert.IsLessThan(1e-3, estimate.Error);
        }
    }

    [TestMethod]
    [DataRow(1.0)]
    [DataRow(1 + 1e-9)]
    [DataRow(1 - 3e-7)]
    public void A_kink_within_every_step_has_no_estimate(double at)
    {
        Assert.Contains("bends or jumps", CentralDifferences.Estimates(x => Math.Abs(x[0] - 1), [at]).Single().Skip!);
        Assert.IsNotNull(CentralDifferences.Estimates(x => Math.Sign(x[0] - 1), [at]).Single().Skip);
        Assert.IsNotNull(CentralDifferences.Estimates(x => Math.Max(x[0] - 1, 0) * 1e-3 + Math.Exp(x[0]), [at]).Single().Skip);
    }

    [TestMethod]
    [DataRow(4e-4)]
    [DataRow(-7e-5)]
    public void A_kink_that_a_smaller_step_leaves_outside_has_one(double at)
    {
        var estimate = CentralDifferences.Estimates(x => Math.Abs(x[0]), [at]).Single();

        Assert.IsNull(estimate.Skip);
        Assert.AreEqual(Math.Sign(at), estimate.Value, 1e-9);
    }

    [TestMethod]
    public void What_is_not_finite_or_refused_beside_the_point_has_no_estimate()
    {
        Assert.Contains("not finite", CentralDifferences.Estimates(x => Math.Log(x[0]), [0]).Single().Skip!);
        Assert.Contains(
            "refused beside it: no", CentralDifferences.Estimates(x => x[0] > 1 ? throw new TorchException("no") : x[0], [1]).Single().Skip!);
    }
}
