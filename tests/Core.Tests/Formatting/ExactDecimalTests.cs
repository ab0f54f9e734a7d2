using System.Globalization;

namespace TwinGrad.Tests.Formatting;

[TestClass]
public sealed class ExactDecimalTests
{
    [TestMethod]
    [DataRow(0.03125, 4, "0.0312", DisplayName = "a tie goes down to the even digit")]
    [DataRow(0.09375, 4, "0.0938", DisplayName = "a tie goes up to the even digit")]
    [DataRow(0.5, 0, "0")]
    [DataRow(1.5, 0, "2")]
    [DataRow(2.5, 0, "2")]
    [DataRow(-0.03125, 4, "-0.0312")]
    [DataRow(1.005, 2, "1.00", DisplayName = "the double lies below its decimal text")]
    [DataRow(0.99999, 4, "1.0000", DisplayName = "rounding carries into the whole part")]
    [DataRow(0.0, 4, "0.0000")]
    [DataRow(-0.0, 4, "-0.0000")]
    [DataRow(-1e-9, 4, "-0.0000")]
    [DataRow(5e-324, 4, "0.0000")]
    [DataRow(1e22, 2, "10000000000000000000000.00")]
    [DataRow(1e23, 0, "99999999999999991611392", DisplayName = "the exact value of the double")]
    [DataRow(0.1, 20, "0.10000000000000000555")]
    [DataRow(double.NaN, 4, "nan")]
    [DataRow(double.PositiveInfinity, 4, "inf")]
    [DataRow(double.NegativeInfinity, 4, "-inf")]
    public void Fixed_is_Cs_percent_f(double value, int precision, string expected)
        => Assert.AreEqual(expected, ExactDecimal.Fixed(value, precision));

    [TestMethod]
    [DataRow(100005.0, 4, "1.0000e+05", DisplayName = "a tie goes down to the even digit")]
    [DataRow(100015.0, 4, "1.0002e+05", DisplayName = "a tie goes up to the even digit")]
    [DataRow(9.99995, 4, "1.0000e+01", DisplayName = "the double lies above its decimal text")]
    [DataRow(99999.5, 4, "1.0000e+05", DisplayName = "rounding carries into the exponent")]
    [DataRow(2.5, 0, "2e+00")]
    [DataRow(9.5, 0, "1e+01")]
    [DataRow(0.0, 4, "0.0000e+00")]
    [DataRow(-0.0, 4, "-0.0000e+00")]
    [DataRow(-1e10, 4, "-1.0000e+10")]
    [DataRow(1e100, 4, "1.0000e+100")]
    [DataRow(5e-324, 4, "4.9407e-324")]
    [DataRow(double.MaxValue, 17, "1.79769313486231571e+308")]
    [DataRow(double.Epsilon, 0, "5e-324")]
    [DataRow(double.NaN, 4, "nan")]
    [DataRow(double.PositiveInfinity, 4, "inf")]
    [DataRow(double.NegativeInfinity, 4, "-inf")]
    public void Exponential_is_Cs_percent_e(double value, int precision, string expected)
        => Assert.AreEqual(expected, ExactDecimal.Exponential(value, precision));

    [TestMethod]
    public void Every_binary_tie_goes_to_the_even_digit()
    {
        for (var odd = 1; odd < 20_000; odd += 2)
        {
            // odd / 2 lies midway between two whole numbers.
            var even = (odd / 2) + (odd / 2 % 2);
            Assert.AreEqual(even.ToString(CultureInfo.InvariantCulture), ExactDecimal.Fixed(odd / 2.0, 0));
        }
    }
}
