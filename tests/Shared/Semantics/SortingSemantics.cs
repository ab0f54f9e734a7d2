namespace TwinGrad.Tests;

/// <summary>Elements in order, and where they were.</summary>
public abstract class SortingSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void Sorted_elements_tell_where_they_were()
    {
        var (values, indices) = Vector(3, 1, 2).Sort();
        Prints("tensor([1., 2., 3.])", values);
        Prints("tensor([1, 2, 0])", indices);
        Prints("tensor([0, 2, 1])", Vector(3, 1, 2).Argsort(descending: true));
        Prints("tensor([[2., 1.],\n        [3., 5.]])", Vector(3, 1, 2, 5).View(2, 2).Sort(0).Values);
        Prints("tensor(1.)", Number(1.0).Sort().Values);
        HasShape(Zeros(0, 3).Sort(0).Values, 0, 3);
        Refuses("Dimension out of range (expected to be in range of [-1, 0], but got 1)", () => Zeros(3).Sort(1).Values);
    }

    [TestMethod]
    public void Equals_stay_in_order_and_nan_is_the_greatest()
    {
        Prints("tensor([-1.,  0., -0.,  1., nan])", Vector(NaN, 1, -1, 0, -0.0).Sort().Values);
        Prints("tensor([2, 3, 4, 1, 0])", Vector(NaN, 1, -1, 0, -0.0).Argsort());
        Prints("tensor([nan, 1.])", Vector(NaN, 1, -1, 0).Topk(2).Values);
        Prints("tensor([False, False,  True])", Bools(true, false, false).Sort().Values);
    }

    [TestMethod]
    public void The_largest_or_smallest_are_taken()
    {
        var (values, indices) = Vector(3, 1, 2).Topk(2);
        Prints("tensor([3., 2.])", values);
        Prints("tensor([0, 2])", indices);
        Prints("tensor([1.])", Vector(3, 1, 2).Topk(1, largest: false).Values);
        Prints("tensor(1.)", Number(1.0).Topk(1).Values);
        HasShape(Zeros(2, 3).Topk(0, 0).Values, 0, 3);
        Refuses("selected index k out of range", () => Zeros(3).Topk(5).Values);
        Refuses("selected index k out of range", () => Zeros(3).Topk(-1).Values);
        Refuses("topk does not support bool dtypes on CPU", () => Bools(true).Topk(1).Values);
    }

    [TestMethod]
    public void Gradients_go_back_where_the_elements_were()
    {
        Prints("tensor([2., 0., 1.])", Gradient(Leaf(3, 1, 2), x => x.Sort().Values * Counting(3)));
        Prints("tensor([0., 1., 0.])", Gradient(Leaf(1, 3, 2), x => x.Topk(1).Values));
        Assert.AreEqual("SortBackward0", Leaf(1, 2).Sort().Values.GradFn?.Name);
        Assert.IsFalse(Leaf(1, 2).Sort().Indices.RequiresGrad);
    }
}
