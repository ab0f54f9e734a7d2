namespace TwinGrad.Tests;

/// <summary>Recording switched off and on.</summary>
public abstract class GradModeSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void Nothing_is_recorded_inside_NoGrad()
    {
        var x = Leaf(1, 2);
        T y;
        using (TensorFactory<T>.NoGrad())
        {
            Assert.IsFalse(TensorFactory<T>.IsGradEnabled);
            y = x * 2;
        }

        Assert.IsTrue(TensorFactory<T>.IsGradEnabled);
        Prints("tensor([2., 4.])", y);
    }

    [TestMethod]
    public void A_leaf_made_inside_NoGrad_still_requires_grad()
    {
        T x;
        using (TensorFactory<T>.NoGrad())
            x = Leaf(1);

        Prints("tensor([2.])", Gradient(x, x => x * 2));
    }

    [TestMethod]
    public void Modes_nest_and_each_restores_what_was_before()
    {
        var x = Leaf(1);
        using (TensorFactory<T>.NoGrad())
        {
            using (TensorFactory<T>.EnableGrad())
            {
                Prints("tensor([2.], grad_fn=<MulBackward0>)", x * 2);
                using (TensorFactory<T>.NoGrad())
                    Prints("tensor([2.])", x * 2);
                Assert.IsTrue(TensorFactory<T>.IsGradEnabled);
            }
            Assert.IsFalse(TensorFactory<T>.IsGradEnabled);
        }
        Assert.IsTrue(TensorFactory<T>.IsGradEnabled);
    }

    [TestMethod]
    public void An_exception_restores_the_mode()
    {
        Assert.ThrowsExactly<InvalidOperationException>(Fail);
        Assert.IsTrue(TensorFactory<T>.IsGradEnabled);

        static void Fail()
        {
            using (TensorFactory<T>.NoGrad())
                throw new InvalidOperationException();
        }
    }

    [TestMethod]
    public void A_failed_pass_leaves_the_mode_as_it_was()
    {
        var x = Leaf(1, 2);
        var y = x.Exp();
        y.Sum().Backward();
        Assert.Throws<Exception>(() => y.Sum().Backward());

        Assert.IsTrue(TensorFactory<T>.IsGradEnabled);
        using (TensorFactory<T>.NoGrad())
        {
            Assert.Throws<Exception>(() => y.Backward(Vector(1, 2)));
            Assert.IsFalse(TensorFactory<T>.IsGradEnabled);
        }
    }

    [TestMethod]
    public void Another_thread_has_a_mode_of_its_own()
    {
        var other = false;
        using (TensorFactory<T>.NoGrad())
        {
            var thread = new Thread(() =>
            {
                other = TensorFactory<T>.IsGradEnabled;
                T.GradEnabled = false;
            });
            thread.Start();
            thread.Join();
            Assert.IsTrue(other);
            Assert.IsFalse(TensorFactory<T>.IsGradEnabled);
        }
        Assert.IsTrue(TensorFactory<T>.IsGradEnabled);
    }

    [TestMethod]
    public void An_early_return_restores_the_mode()
    {
        Assert.AreEqual(3, FirstAbove(2));
        Assert.IsTrue(TensorFactory<T>.IsGradEnabled);

        static int FirstAbove(int bound)
        {
            for (var i = 0; ; i++)
            {
                using (TensorFactory<T>.NoGrad())
                {
                    if (i <= bound)
                        continue;
                    return i;
                }
            }
        }
    }

    [TestMethod]
    public async Task Tasks_on_the_pool_record_and_leave_their_threads_recording()
    {
        for (var round = 0; round < 20; round++)
        {
            var modes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => BeforeAndAfter(fails: i % 2 == 0))));
            foreach (var (before, after) in modes)
                Assert.IsTrue(before && after);
        }

        static (bool Before, bool After) BeforeAndAfter(bool fails)
        {
            var before = TensorFactory<T>.IsGradEnabled;
            try
            {
                using (TensorFactory<T>.NoGrad())
                {
                    if (fails)
                        throw new InvalidOperationException();
                }
            }
            catch (InvalidOperationException)
            {
                // What counts is the mode behind it.
            }
            return (before, TensorFactory<T>.IsGradEnabled);
        }
    }

    [TestMethod]
    public void A_pass_can_start_inside_NoGrad()
    {
        var x = Leaf(1, 2);
        var y = x.Pow(2).Sum();
        using (TensorFactory<T>.NoGrad())
            y.Backward();

        Prints("tensor([2., 4.])", x.Grad);
        Assert.IsFalse(x.Grad!.RequiresGrad);
    }

    [TestMethod]
    public void A_leaf_can_be_written_inside_NoGrad()
    {
        var x = Leaf(1, 2);
        using (TensorFactory<T>.NoGrad())
        {
            x.Sub_(0.5);
            x[0] = Number(7.0);
        }

        Prints("tensor([7.0000, 1.5000], requires_grad=True)", x);
        Prints("tensor([3., 3.])", Gradient(x, x => x * 3));
    }

    [TestMethod]
    public void What_NoGrad_writes_keeps_the_operation_that_made_it()
    {
        var y = Leaf(1, 2) * 2;
        using (TensorFactory<T>.NoGrad())
            y.Add_(1);

        Prints("tensor([3., 5.], grad_fn=<MulBackward0>)", y);
    }

    [TestMethod]
    public void A_view_taken_inside_NoGrad_is_a_leaf_that_requires_grad()
    {
        var x = Leaf(1, 2, 3);
        T view;
        using (TensorFactory<T>.NoGrad())
            view = x[..2];

        Assert.IsTrue(view.IsLeaf);
        Assert.IsNull(view.GradFn);
        Prints("tensor([1., 2.], requires_grad=True)", view);
    }
}
