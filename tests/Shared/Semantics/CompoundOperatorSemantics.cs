namespace TwinGrad.Tests;

/// <summary><c>w -= g</c> writes into w, as in PyTorch, wherever it is written.</summary>
public abstract class CompoundOperatorSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void In_generic_code_they_write_in_place()
    {
        var x = Vector(1, 2);
        WriteUnconstrained(x);
        Prints("tensor([ 3.1250, 10.1250])", x);
        WriteClasses(x);
        Prints("tensor([ 5.2500, 19.2500])", x);
    }

    [TestMethod]
    public void A_step_of_gradient_descent_keeps_the_tensor()
    {
        var w = Leaf(1, 2);
        Descend(w);

        Prints("tensor([0.8000, 1.6000], requires_grad=True)", w);
    }

    [TestMethod]
    public void On_a_tracked_tensor_they_are_recorded()
    {
        var x = Leaf(1, 2);
        var y = x * 1;
        var same = y;
        y *= 3;
        y += x;

        Assert.AreSame(same, y);
        Prints("tensor([4., 8.], grad_fn=<AddBackward0>)", y);
        Prints("tensor([4., 4.])", Gradient(x, _ => y));
    }

    [TestMethod]
    public void Through_a_view_they_write_to_the_root()
    {
        var x = Counting(2, 2);
        var row = x[0];
        row += 10;
        row *= Vector(1, 2);

        Prints("tensor([[10., 22.],\n        [ 2.,  3.]])", x);
    }

    private static void WriteUnconstrained<TTensor>(TTensor x)
        where TTensor : ITensor<TTensor>
    {
        x += x.Clone();
        x += 1;
        x -= x * 0.5;
        x -= 0.25;
        x *= x.Clone();
        x *= 8;
        x /= x * 0 + 2;
        x /= 2;
    }

    private static void WriteClasses<TTensor>(TTensor x)
        where TTensor : class, ITensor<TTensor>
    {
        x *= 4;
        x -= x * 0.5;
        x /= 2;
        x += x - 1;
    }

    private static void Descend<TTensor>(TTensor w)
        where TTensor : ITensor<TTensor>
    {
        w.Pow(2).Sum().Backward();
        using (TensorFactory<TTensor>.NoGrad())
            w -= 0.1 * w.Grad!;
    }
}
