namespace TwinGrad.Tests;

[TestClass]
public sealed class UlpTests
{
    [TestMethod]
    public void Neighbours_are_one_apart()
    {
        foreach (var value in new[] { 1f, 1.5f, 0.1f, 3e38f, 1e-40f, 6.7f })
            Assert.AreEqual(1, Ulp.Distance(MathF.BitIncrement(value), value, DType.Float32), 1e-12);
        Assert.AreEqual(1, Ulp.Distance(Math.BitIncrement(6.7), 6.7, DType.Float64), 1e-12);
    }

    [TestMethod]
    public void A_correctly_rounded_value_is_at_most_half_a_step_away()
    {
        foreach (var truth in new[] { Math.PI, 0.1, 1 / 3.0, 1 - 1e-9, 1e-41, 123456.789 })
            Assert.IsLessThanOrEqualTo(0.5, Ulp.Distance((float)truth, truth, DType.Float32));
    }

    [TestMethod]
    public void The_sign_counts() => Assert.IsGreaterThan(1e6, Ulp.Distance(-1, 1, DType.Float32));

    [TestMethod]
    public void What_is_no_finite_number_equals_its_kind_alone()
    {
        Assert.AreEqual(0, Ulp.Distance(double.NaN, double.NaN, DType.Float32));
        Assert.AreEqual(0, Ulp.Distance(double.PositiveInfinity, double.PositiveInfinity, DType.Float32));
        Assert.AreEqual(double.PositiveInfinity, Ulp.Distance(double.NaN, 1, DType.Float32));
        Assert.AreEqual(double.PositiveInfinity, Ulp.Distance(double.PositiveInfinity, double.NegativeInfinity, DType.Float32));
        Assert.AreEqual(0, Ulp.Distance(-0.0, 0.0, DType.Float32));
    }

    [TestMethod]
    public void Only_floats_and_doubles_have_steps_here()
        => Assert.ThrowsExactly<ArgumentException>(() => Ulp.Distance(1, 2, DType.Int64));
}
