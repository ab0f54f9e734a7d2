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
}
