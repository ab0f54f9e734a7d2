using System.Globalization;

namespace TwinGrad.Tests.Formatting;

[TestClass]
public sealed class PythonFloatTests
{
    [TestMethod]
    [DataRow(3.0, "3.0")]
    [DataRow(-2.5, "-2.5")]
    [DataRow(0.1, "0.1")]
    [DataRow(0.0, "0.0")]
    [DataRow(-0.0, "-0.0")]
    [DataRow(100.0, "100.0")]
    [DataRow(6.691762447357178, "6.691762447357178")]
    [DataRow(0.0001, "0.0001", DisplayName = "the smallest power of ten written out")]
    [DataRow(0.00012345, "0.00012345")]
    [DataRow(0.00001, "1e-05", DisplayName = "the next smaller one")]
    [DataRow(0.0000125, "1.25e-05")]
    [DataRow(1e-8, "1e-08")]
    [DataRow(1e15, "1000000000000000.0")]
    [DataRow(9007199254740993.0, "9007199254740992.0")]
    [DataRow(9999999999999998.0, "9999999999999998.0", DisplayName = "the largest number written out")]
    [DataRow(1e16, "1e+16", DisplayName = "the next larger one")]
    [DataRow(1.5e17, "1.5e+17")]
    [DataRow(-1e100, "-1e+100")]
    [DataRow(5e-324, "5e-324")]
    [DataRow(double.MaxValue, "1.7976931348623157e+308")]
    [DataRow(1125899906842624.25, "1125899906842624.2", DisplayName = "the last digit of a tie is even")]
    [DataRow(double.NaN, "nan")]
    [DataRow(double.PositiveInfinity, "inf")]
    [DataRow(double.NegativeInfinity, "-inf")]
    public void Repr_is_Pythons(double value, string expected) => Assert.AreEqual(expected, PythonFloat.Repr(value));

    [TestMethod]
    [DataRow(-25, "2.9802322387695312e-08", DisplayName = "2^-25")]
    [DataRow(-958, "4.1045368012983762e-289", DisplayName = "2^-958")]
    public void Repr_keeps_the_digit_that_dotnet_drops(int power, string expected)
        => Assert.AreEqual(expected, PythonFloat.Repr(Math.ScaleB(1, power)));

    [TestMethod]
    public void Repr_of_every_power_of_two_reads_back()
    {
        for (var power = -1074; power <= 1023; power++)
        {
            var value = Math.ScaleB(1, power);
            Assert.AreEqual(value, double.Parse(PythonFloat.Repr(value), CultureInfo.InvariantCulture));
        }
    }
}
