using TwinGrad.Reference;

namespace TwinGrad.Tests;

/// <summary>
/// The special functions beside their values to 17 digits, which mpmath computed with 60: around poles and zeros, and where one formula
/// takes over from another.
/// </summary>
[TestClass]
public sealed class SpecialFunctionTests
{
    private const double Tolerance = 1e-13;

    [TestMethod]
    [DataRow("Lgamma", 1E-300, 690.77552789821371)]
    [DataRow("Lgamma", 1E-10, 23.025850929882735)]
    [DataRow("Lgamma", 0.3, 1.0957979948180756)]
    [DataRow("Lgamma", 0.999999, 5.7721648738556524E-7)]
    [DataRow("Lgamma", 1.0000001, -5.7721558299185071E-8)]
    [DataRow("Lgamma", 1.4616321449683623, -0.12148629053584961)]
    [DataRow("Lgamma", 1.9999999, -4.2278430309861298E-8)]
    [DataRow("Lgamma", 2.5, 0.28468287047291916)]
    [DataRow("Lgamma", 10.25, 13.368023671476046)]
    [DataRow("Lgamma", 1E8, 1742068066.1038347)]
    [DataRow("Lgamma", -0.5, 1.2655121234846454)]
    [DataRow("Lgamma", -1E-8, 18.420680749724522)]
    [DataRow("Lgamma", -2.7149865002097426, -0.052993019499284469)]
    [DataRow("Lgamma", -100.3, -363.76620618267626)]
    [DataRow("Digamma", 1E-10, -10000000000.577215)]
    [DataRow("Digamma", 0.3, -3.5025242222001331)]
    [DataRow("Digamma", 1.4616321449683625, 1.2245374622004069E-16)]
    [DataRow("Digamma", 1.2, -0.28903989659218835)]
    [DataRow("Digamma", 1.7, 0.20854787487349392)]
    [DataRow("Digamma", 9.99, 2.2507003728312011)]
    [DataRow("Digamma", 10.1, 2.2622143570941481)]
    [DataRow("Digamma", 1E8, 18.420680738952365)]
    [DataRow("Digamma", -0.5, 0.036489973978576521)]
    [DataRow("Digamma", -1.00000001, 100000001.03053141)]
    [DataRow("Digamma", -7.689112773833545, -0.018822220126508491)]
    [DataRow("Digamma", -100.3, 6.895643124860435)]
    [DataRow("Polygamma", 1E-3, 1000001.6425331958, 1)]
    [DataRow("Polygamma", 1.2, 1.2673772054237792, 1)]
    [DataRow("Polygamma", -1.00000001, 10000000121549423.0, 1)]
    [DataRow("Polygamma", 0.7, -6.4349928741909237, 2)]
    [DataRow("Polygamma", -2.3, 768.93506466614224, 3)]
    [DataRow("Polygamma", 10.1, 0.00029042062671317189, 5)]
    [DataRow("Polygamma", 0.3, -2048468424178.0744, 10)]
    [DataRow("Polygamma", 3.3, -1.0936151917405155E38, 50)]
    [DataRow("Polygamma", -1000.7, -9738.7603018615026, 4)]
    [DataRow("Zeta", 0.1, 34.0529755150756, 1.5)]
    [DataRow("Zeta", 3, 0.1647105619542803, 2.5)]
    [DataRow("Zeta", 1, 10000.577222947539, 1.0001)]
    [DataRow("Zeta", 12, 3.2511013555043872E-8, 7.3)]
    [DataRow("Zeta", -2.3, -34.356896264635151, 3)]
    [DataRow("I0", 1E-8, 1.0)]
    [DataRow("I1", -1E-8, -5.0000000000000002E-9)]
    [DataRow("I0", 0.5, 1.0634833707413235)]
    [DataRow("I1", -0.5, -0.25789430539089632)]
    [DataRow("I0", 7.99, 423.58420367467369)]
    [DataRow("I1", -7.99, -396.11522620740127)]
    [DataRow("I0", 19.99, 43135797.870645264)]
    [DataRow("I1", -19.99, -42042635.927787104)]
    [DataRow("I0", 20.01, 43984910.834857299)]
    [DataRow("I1", -20.01, -42871359.80820023)]
    [DataRow("I0", 100, 1.0737517071310738E42)]
    [DataRow("I1", -100, -1.0683693903381625E42)]
    [DataRow("I0", 700, 1.5295933476718737E302)]
    [DataRow("I1", -700, -1.5285003902339007E302)]
    [DataRow("Erfcx", -5, 144009798674.66104)]
    [DataRow("Erfcx", 0.5, 0.61569034419292587)]
    [DataRow("Erfcx", 1.499, 0.32174911555603419)]
    [DataRow("Erfcx", 1.501, 0.32142186965470728)]
    [DataRow("Erfcx", 3, 0.17900115118138995)]
    [DataRow("Erfcx", 30, 0.018795888861416751)]
    [DataRow("Erfcx", 1E8, 5.6418958354775626E-9)]
    [DataRow("LogNdtr", -1000, -500007.82669481218)]
    [DataRow("LogNdtr", -5, -15.064998393988726)]
    [DataRow("LogNdtr", -1, -1.8410216450092635)]
    [DataRow("LogNdtr", 0.5, -0.36894641528865639)]
    [DataRow("LogNdtr", 7.3, -1.4388386381576912E-13)]
    [DataRow("Erfinv", 1E-300, 8.8622692545275804E-301)]
    [DataRow("Erfinv", 1E-5, 8.8622692547595945E-6)]
    [DataRow("Erfinv", 0.5, 0.47693627620446987)]
    [DataRow("Erfinv", -0.9, -1.1630871536766742)]
    [DataRow("Erfinv", 0.9000001, 1.1630874964810918)]
    [DataRow("Erfinv", 0.999999, 3.4589107372754988)]
    [DataRow("Erfinv", 0.9999999999999999, 5.8635847487551679)]
    [DataRow("Ndtri", 1E-300, -37.047096299361199)]
    [DataRow("Ndtri", 1E-10, -6.3613409024040562)]
    [DataRow("Ndtri", 0.0499, -1.6458239980325581)]
    [DataRow("Ndtri", 0.0501, -1.6438848022300352)]
    [DataRow("Ndtri", 0.3, -0.52440051270804082)]
    [DataRow("Ndtri", 0.9501, 1.6458239980325576)]
    [DataRow("Ndtri", 0.5, 0.0)]
    public void Thirteen_digits_are_right(string function, double x, double value, double order = 0)
    {
        var argument = Torch.Tensor([x], DType.Float64);
        var result = function switch
        {
            "Lgamma" => argument.Lgamma(),
            "Digamma" => argument.Digamma(),
            "Polygamma" => argument.Polygamma((long)order),
            "Zeta" => Torch.Tensor([order], DType.Float64).Zeta(argument),
            "I0" => argument.I0(),
            "I1" => argument.I1(),
            "Erfcx" => argument.Erfcx(),
            "LogNdtr" => argument.LogNdtr(),
            "Erfinv" => argument.Erfinv(),
            _ => argument.Ndtri(),
        };
        Assert.AreEqual(value, result.Item<double>(), Tolerance * Math.Abs(value));
    }

    [TestMethod]
    public void Poles_are_infinite()
    {
        var poles = Torch.Tensor([0, -1, -20], DType.Float64);
        Assert.AreEqual("tensor([inf, inf, inf], dtype=torch.float64)", poles.Lgamma().ToString());
        Assert.AreEqual("tensor([-inf, nan, nan], dtype=torch.float64)", poles.Digamma().ToString());
        Assert.AreEqual("tensor([-inf, -inf, -inf], dtype=torch.float64)", poles.Polygamma(2).ToString());
        Assert.AreEqual("tensor([-inf, inf], dtype=torch.float64)", Torch.Tensor([-1, 1], DType.Float64).Erfinv().ToString());
        Assert.AreEqual("tensor([-inf, inf, nan], dtype=torch.float64)", Torch.Tensor([0, 1, 1.5], DType.Float64).Ndtri().ToString());
    }
}
