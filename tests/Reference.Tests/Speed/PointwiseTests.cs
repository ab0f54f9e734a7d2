using System.Numerics;
using CsCheck;
using TwinGrad.Reference;

namespace TwinGrad.Tests;

/// <summary>Functions of several elements at once give what the plain rules give of each.</summary>
[TestClass]
public sealed class PointwiseTests
{
    [TestMethod]
    public void Arithmetic_is_the_plain_rule_bit_for_bit()
    {
        Check(new Functions.Add());
        Check(new Functions.Sub());
        Check(new Functions.Mul());
        Check(new Functions.Div());
        Check(new Functions.SigmoidGradient());
        Check(new Functions.Log1pGradient());
        Check(new Functions.Neg());
        Check(new Functions.Abs());
        Check(new Functions.Reciprocal());
        Check(new Functions.Sqrt());
        Check(new Functions.Relu());
        Check(new Functions.Same());
        Check(new Functions.Rsub(-0.0));
        Check(new Functions.Rsub(3));
        Check(new Functions.Clamp(-1, 1));
        Check(new Functions.Clamp(-0.0, double.PositiveInfinity));
        Check(new Functions.Clamp(2, -2));
        Check(new Functions.Clamp(double.NaN, 1));
        Check(new Functions.Clamp(0, double.NaN));
    }

    [TestMethod]
    public void Exponentials_and_logarithms_are_the_plain_ones_to_the_last_digit_but_one()
    {
        Check(new Functions.Exp(), ulps: 1);
        Check(new Functions.Log(), ulps: 1);
        Check(new Functions.Log1p(), ulps: 3);
        Check(new Functions.Sigmoid(), ulps: 2);
    }

    [TestMethod]
    public void Exponentials_and_logarithms_stay_so_over_their_ranges()
    {
        Gen.Double[-745, 710].Sample(x => Near(new Functions.Exp(), x, 1), iter: 20_000);
        Gen.Double[-1, 1].Sample(x => Near(new Functions.Exp(), x, 1), iter: 20_000);
        Gen.Double[0.5, 2].Sample(x => Near(new Functions.Log(), x, 1), iter: 20_000);
        Gen.Double[-1074, 1023].Sample(x => Near(new Functions.Log(), Math.Pow(2, x), 1), iter: 20_000);
        Gen.Double[-1, 1].Sample(x => Near(new Functions.Log1p(), x, 3), iter: 20_000);
        Gen.Double[-745, 40].Sample(x => Near(new Functions.Sigmoid(), x, 2), iter: 20_000);
    }

    [TestMethod]
    public void An_operand_of_one_element_is_repeated_and_the_result_may_be_an_operand()
    {
        foreach (var count in new[] { 0, 1, 2, Vector<double>.Count, 4 * Vector<double>.Count + 3 })
        {
            var x = Numbers(count);
            var result = new double[count];
            Pointwise.Zip(new Functions.Sub(), [5], x, result);
            Agreement.Near(Array.ConvertAll(x, v => 5 - v), result, 0, "5 - x");
            Pointwise.Zip(new Functions.Sub(), x, [5], result);
            Agreement.Near(Array.ConvertAll(x, v => v - 5), result, 0, "x - 5");
            var expected = Array.ConvertAll(x, v => v * v);
            Pointwise.Zip(new Functions.Mul(), x, x, x);
            Agreement.Near(expected, x, 0, "x x in place");
        }
    }

    [TestMethod]
    public void A_sum_differs_from_that_in_order_by_rounding_alone() => Gen.Double[-1e3, 1e3].Array[0, 300].Sample(x =>
    {
        var (plain, bound) = (0.0, 0.0);
        foreach (var element in x)
            (plain, bound) = (plain + element, bound + Math.Abs(element));
        Assert.AreEqual(plain, Pointwise.Sum(x), bound * x.Length * 1.2e-16);
    });

    [TestMethod]
    [DataRow(double.NaN)]
    [DataRow(double.PositiveInfinity)]
    public void A_sum_of_many_is_what_one_of_them_makes_it(double special)
    {
        for (var place = 0; place < 200; place++)
        {
            var x = Numbers(200);
            x[place] = special;
            Agreement.Near(special, Pointwise.Sum(x), 0, $"sum with {special} at {place}");
        }
    }

    private static double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => 0.75 * i - 3)];

    /// <summary>Each special number in each place of runs that are no multiple of a vector.</summary>
    private static void Check<TFunction>(TFunction function, long ulps = 0)
        where TFunction : struct, IUnary
    {
        for (var skipped = 0; skipped <= Agreement.Specials.Length; skipped++)
        {
            var x = Agreement.Specials[skipped..];
            var result = new double[x.Length];
            Pointwise.Map(function, x, result);
            Agreement.Near(Array.ConvertAll(x, function.Of), result, ulps, $"{typeof(TFunction).Name}, {x.Length} elements");
        }
    }

    private static void Check<TFunction>(TFunction function)
        where TFunction : struct, IBinary
    {
        foreach (var first in Agreement.Specials)
        {
            var y = Agreement.Specials[..^1];
            double[] x = [.. y.Select(_ => first)];
            double[] result = new double[y.Length], repeated = new double[y.Length];
            Pointwise.Zip(function, x, y, result);
            Pointwise.Zip(function, [first], y, repeated);
            double[] expected = [.. y.Select(second => function.Of(first, second))];
            Agreement.Near(expected, result, 0, $"{typeof(TFunction).Name} of {first:R}");
            Agreement.Near(expected, repeated, 0, $"{typeof(TFunction).Name} of {first:R}, repeated");
        }
    }

    private static void Near<TFunction>(TFunction function, double x, long ulps)
        where TFunction : struct, IUnary
    {
        var result = new double[2];
        Pointwise.Map(function, [x, x], result);
        Agreement.Near(function.Of(x), result[0], ulps, $"{typeof(TFunction).Name} of {x:R}");
    }
}
