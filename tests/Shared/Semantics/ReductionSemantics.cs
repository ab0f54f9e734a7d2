namespace TwinGrad.Tests;

/// <summary>Reductions: what becomes of other dtypes, of nothing to reduce, of nan and of equal elements.</summary>
public abstract class ReductionSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void Integers_and_bools_multiply_and_accumulate_to_int64()
    {
        Prints("tensor(6)", Ints(DType.Int8, 1, 2, 3).Prod());
        Prints("tensor([1, 3, 6])", Ints(DType.UInt8, 1, 2, 3).Cumsum(0));
        Prints("tensor([1, 0])", Bools(true, false).Cumprod(0));
        Prints("tensor(1)", Bools(true, true).Prod());
        Prints("tensor([1., 3.])", Vector(1, 2).Cumsum(-1));
    }

    [TestMethod]
    public void All_and_any_give_bools()
    {
        Prints("tensor(False)", Vector(1, 0).All());
        Prints("tensor(True)", Vector(NaN, 0).Any());
        Prints("tensor([False,  True])", Ints(0, 1, 1, 1).View(2, 2).All(1));
        Prints("tensor([[True, True]])", Ints(0, 1, 1, 1).View(2, 2).Any(0, keepDim: true));
        Prints("tensor(True)", Zeros(0).All());
        Prints("tensor(False)", Zeros(0).Any());
        Prints("tensor(1, dtype=torch.uint8)", Ints(DType.UInt8, 3, 4).All());
        Refuses("Dimension out of range (expected to be in range of [-1, 0], but got 5)", () => Bools(true).All(5));
    }

    [TestMethod]
    public void Nothing_has_no_largest_element()
    {
        Refuses("argmin(): Expected reduction dim to be specified for input.numel() == 0.", () => Zeros(0).Argmin());
        Refuses("argmax(): Expected reduction dim 0 to have non-zero size.", () => Zeros(0, 2).Argmax(0));
        Refuses(
            "min(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.",
            () => Zeros(0).Min());
        Refuses("max(): Expected reduction dim 1 to have non-zero size.", () => Zeros(2, 0).Max(-1));
        Refuses("amax(): Expected reduction dim 0 to have non-zero size.", () => Zeros(0).Amax(0));
        HasShape(Zeros(0, 2).Amin(1), 0);
        HasShape(Zeros(0, 2).Max(1).Indices, 0);
        Prints("tensor(nan)", Zeros(0).Median());
        Prints("tensor(-inf)", Zeros(0).Logsumexp());
    }

    [TestMethod]
    public void Nan_is_the_largest_and_the_smallest()
    {
        var x = Vector(1, NaN, 3, NaN);
        Prints("tensor(nan)", x.Max());
        Prints("tensor(nan)", x.Amin());
        Prints("tensor(1)", x.Argmax());
        Prints("tensor(1)", x.Argmin());
        Prints("tensor(1)", x.Min(0).Indices);
        Prints("tensor(nan)", x.Median());
        Prints("tensor([nan, 2.])", Vector(NaN, 1).Maximum(Vector(0, 2)));
        Prints("tensor(4.)", x.Nansum());
        Prints("tensor(2.)", x.Nanmean());
        Prints("tensor([0.0000, 0.5000, 0.0000, 0.5000])", Gradient(Leaf(1, NaN, 3, NaN), y => y.Max()));
    }

    [TestMethod]
    public void Equal_elements_share_the_gradient_of_a_maximum_and_the_first_takes_that_of_a_place()
    {
        Prints("tensor([0.0000, 0.5000, 0.5000])", Gradient(Leaf(1, 2, 2), x => x.Max()));
        Prints("tensor([0.0000, 0.5000, 0.5000])", Gradient(Leaf(1, 2, 2), x => x.Amax()));
        Prints("tensor([0., 1., 0.])", Gradient(Leaf(1, 2, 2), x => x.Max(0).Values));
        Prints("tensor([0.5000, 0.5000, 0.0000])", Gradient(Leaf(1, 1, 2), x => x.Median()));
    }

    [TestMethod]
    public void Products_beside_zeros_have_the_others_as_gradient()
    {
        Prints("tensor([0., 6., 0.])", Gradient(Leaf(2, 0, 3), x => x.Prod()));
        Prints("tensor([0., 0., 0.])", Gradient(Leaf(0, 0, 3), x => x.Prod(0)));
        Prints("tensor([1., 8., 0.])", Gradient(Leaf(2, 0, 3), x => x.Cumprod(0)));
    }

    [TestMethod]
    public void Deviations_divide_by_what_the_correction_leaves()
    {
        var x = Vector(1, 2, 3, 4);
        Prints("tensor(1.6667)", x.Var());
        Prints("tensor(1.2500)", x.Var(unbiased: false));
        Prints("tensor(2.5000)", x.Var([0], correction: 2));
        Prints("tensor([1.1180])", x.Std([0], unbiased: false, keepDim: true));
        Prints("tensor([0., 0.])", Gradient(Leaf(3, 3), y => y.Std()));
        Refuses("std and var only support floating point and complex dtypes", () => Ints(1, 2).Var(0));
    }

    [TestMethod]
    public void Norms_of_every_order()
    {
        var x = Vector(3, -4, 0);
        Prints("tensor(5.)", x.Norm());
        Prints("tensor(7.)", x.Norm(1));
        Prints("tensor(2.)", x.Norm(0));
        Prints("tensor(4.)", x.Norm(Infinity));
        Prints("tensor(0.)", x.Norm(-Infinity));
        Prints("tensor([0.0000, 0.5000, 0.5000])", Gradient(Leaf(1, 2, 2), y => y.Norm(Infinity)));
        Refuses(
            "linalg.vector_norm cannot compute the inf norm on an empty tensor because the operation does not have an identity",
            () => Zeros(0).Norm(Infinity));
    }
}
