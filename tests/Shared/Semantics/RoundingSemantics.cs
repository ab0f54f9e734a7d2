namespace TwinGrad.Tests;

/// <summary>Rounding, division that rounds, remainders and bits.</summary>
public abstract class RoundingSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void Halves_round_to_even()
    {
        Prints("tensor([-2., -0.,  0.,  2.,  2.])", Vector(-1.5, -0.5, 0.5, 1.5, 2.5).Round());
        Prints("tensor([0.1200, 2.6700])", Vector(0.125, 2.671).Round(2));
        Prints("tensor([1200.])", Vector(1234).Round(-2));
        Prints("tensor([1, 2])", Ints(1, 2).Floor());
    }

    [TestMethod]
    public void Quotients_round_as_asked()
    {
        Prints("tensor([-4.,  3.])", T.Div(Vector(-7, 7), 2, RoundingMode.Floor));
        Prints("tensor([-3.,  3.])", T.Div(Vector(-7, 7), 2, RoundingMode.Trunc));
        Prints("tensor([-4,  3])", Ints(-7, 7).FloorDivide(2));
        Prints("tensor([-3,  3])", T.Div(Ints(-7, 7), Ints(2), RoundingMode.Trunc));
        Prints("tensor([3, 2])", T.FloorDivide(7, Ints(2, 3)));
        Prints("tensor([-4.])", Ints(-7).FloorDivide(2.0));
        Refuses("ZeroDivisionError", () => Ints(2).FloorDivide(Ints(0)));
        Refuses(
            "div expected rounding_mode to be one of None, 'trunc', or 'floor' but found '7'",
            () => T.Div(Vector(1), 2, (RoundingMode)7));
    }

    [TestMethod]
    public void Remainders_have_the_sign_of_the_divisor_or_of_the_dividend()
    {
        Prints("tensor([2, 1])", Ints(-7, 7) % 3);
        Prints("tensor([-1,  1])", Ints(-7, 7).Fmod(3));
        Prints("tensor([-2.,  1.])", Vector(7, 7) % Vector(-3, 3));
        Refuses("ZeroDivisionError", () => Ints(2) % Ints(0));
        Refuses("ZeroDivisionError", () => Ints(2).Fmod(Ints(0)));
    }

    [TestMethod]
    public void The_smallest_integer_is_divided_by_minus_1()
    {
        var x = Ints(DType.Int32, int.MinValue, -6);
        Prints("tensor([-2147483648,           6], dtype=torch.int32)", x.FloorDivide(-1));
        Prints("tensor([-2147483648,           6], dtype=torch.int32)", T.Div(x, Ints(DType.Int32, -1), RoundingMode.Trunc));
        Prints("tensor([0, 0], dtype=torch.int32)", x % -1);
        Prints("tensor([0, 0], dtype=torch.int32)", x.Fmod(Ints(DType.Int32, -1)));
        Prints("tensor([0], dtype=torch.int32)", int.MinValue % Ints(DType.Int32, -1));
    }

    [TestMethod]
    public void A_number_is_divided_by_tensors()
    {
        Prints("tensor([-2,  1])", 7 % Ints(-3, 3));
        Prints("tensor([1.5000, 0.5000])", 7.5 % Vector(2, 7));
        var y = 7.5 % Leaf(2, 7);
        Prints("tensor([1.5000, 0.5000], grad_fn=<NotImplemented>)", y);
        Refuses("derivative for aten::remainder is not implemented", () => y.Sum().Backward());
        Refuses("ZeroDivisionError", () => 7 % Ints(0));
    }

    [TestMethod]
    public void Minus_1_beside_bytes_is_255()
    {
        Prints("tensor([5], dtype=torch.uint8)", Ints(DType.UInt8, 5) % -1);
        Prints("tensor([5], dtype=torch.uint8)", Ints(DType.UInt8, 5).Fmod(-1));
    }

    [TestMethod]
    public void A_rounded_quotient_has_no_slope_and_Pythons_none_at_all()
    {
        Prints("tensor([0., 0.])", Gradient(Leaf(1, 7), x => T.Div(x, 2, RoundingMode.Floor)));
        var y = Leaf(1, 7).FloorDivide(2);
        Prints("tensor([0., 3.], grad_fn=<NotImplemented>)", y);
        Refuses("derivative for aten::floor_divide is not implemented", () => y.Sum().Backward());
    }

    [TestMethod]
    public void Bools_and_integers_have_bits()
    {
        var x = Vector(-1, 0.5, 2);
        Prints("tensor([False,  True, False])", (x > 0) & (x < 1));
        Prints("tensor([ True, False,  True])", (x < 0) | (x > 1));
        Prints("tensor([ True,  True, False])", (x < 1) ^ (x > 9));
        Prints("tensor([False,  True,  True])", ~(x < 0));
        Prints("tensor([4, 2])", Ints(6, 3) & Ints(12, 2));
        Prints("tensor([-7])", ~Ints(6));
        Prints("tensor([249], dtype=torch.uint8)", ~Ints(DType.UInt8, 6));
        Refuses("\"bitwise_not_cpu\" not implemented for 'Float'", () => T.BitwiseNot(x));
    }

    [TestMethod]
    public void Bounds_are_numbers_or_tensors()
    {
        Prints("tensor([1., 2.])", Vector(0, 2).ClampMin(1));
        Prints("tensor([0., 1.])", Vector(0, 2).ClampMax(Vector(5, 1)));
        Prints("tensor([1., 3.])", Vector(0, 4).Clamp(Vector(1, 1), Vector(2, 3)));
        Prints("tensor([0., 1.])", Gradient(Leaf(0, 1), x => x.ClampMin(1)));
        Prints("tensor([1., 0.])", Gradient(Leaf(1, 1), min => Vector(0, 1).ClampMin(min)));
    }

    [TestMethod]
    public void What_is_no_number_is_found_and_replaced()
    {
        var x = Vector(NaN, Infinity, -Infinity, 1);
        Prints("tensor([ True, False, False, False])", x.Isnan());
        Prints("tensor([False,  True,  True, False])", x.Isinf());
        Prints("tensor([False, False, False,  True])", x.Isfinite());
        Prints("tensor([0., 2., 3., 1.])", x.NanToNum(posinf: 2, neginf: 3));
        Prints("tensor([ 0.0000e+00,  3.4028e+38, -3.4028e+38,  1.0000e+00])", x.NanToNum());
    }
}
