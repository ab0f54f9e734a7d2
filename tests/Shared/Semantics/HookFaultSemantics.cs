namespace TwinGrad.Tests;

/// <summary>Hooks that throw, give what they may not, or start passes of their own; on many threads.</summary>
public abstract class HookFaultSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void AnExceptionInAHookComesOutAsItselfAndTheNextPassWorks()
    {
        var x = Leaf(1, 2);
        var y = x * 2;
        var handle = y.RegisterHook(new Func<T, T?>(_ => throw new UserException("of a hook")));
        var thrown = Assert.ThrowsExactly<UserException>(() => y.Sum().Backward(retainGraph: true));
        Assert.AreEqual("of a hook", thrown.Message);
        Assert.Contains(nameof(AnExceptionInAHookComesOutAsItselfAndTheNextPassWorks), thrown.StackTrace!);
        Assert.ThrowsExactly<UserException>(() => Autograd.Grad(y.Sum(), x));
        Assert.IsNull(x.Grad);
        handle.Remove();
        y.Sum().Backward();
        Prints("tensor([2., 2.])", x.Grad);
    }

    [TestMethod]
    public void NothingThatAHookMayNotGiveIsTaken()
    {
        var x = Leaf(1, 2);
        using (x.RegisterHook(_ => Vector(1, 2, 3)))
            Refuses("hook '<lambda>' has changed the size of value", () => x.Sum().Backward());
        using (x.RegisterHook(gradient => gradient.To(DType.Float64)))
            Refuses("hook '<lambda>' has changed the type of value (was torch.FloatTensor got torch.DoubleTensor)", () => x.Sum().Backward());
        using (x.RegisterHook(Shrunk))
            Refuses("hook 'Shrunk' has changed the size of value", () => x.Sum().Backward());
        x.Sum().Backward();
        Prints("tensor([1., 1.])", x.Grad);

        static T? Shrunk(T gradient) => gradient.Sum();
    }

    [TestMethod]
    public void WhatHasNoGradientTakesNoHook()
    {
        Refuses("cannot register a hook on a tensor that doesn't require gradient", () => Vector(1).RegisterHook(_ => null));
        Assert.ThrowsExactly<ArgumentNullException>(() => Leaf(1).RegisterHook((Func<T, T?>)null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => Leaf(1).RegisterHook((Action<T>)null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => T.RegisterHook(null!, _ => null));
    }

    [TestMethod]
    public void APassMayRunInsideAHook()
    {
        var x = Leaf(2);
        var inner = Leaf(3);
        x.RegisterHook(gradient =>
        {
            using var recording = new GradMode<T>(enabled: true);
            return gradient * Autograd.Grad(inner.Pow(2).Sum(), inner);
        });
        x.Pow(2).Sum().Backward();
        Prints("tensor([24.])", x.Grad);
    }

    [TestMethod]
    public void AnExceptionOfAPassInsideAHookComesOutOfBoth()
    {
        var x = Leaf(2);
        var inner = Leaf(3);
        inner.RegisterHook(new Func<T, T?>(_ => throw new UserException("inner")));
        var caught = 0;
        x.RegisterHook(new Func<T, T?>(gradient =>
        {
            using var recording = new GradMode<T>(enabled: true);
            try
            {
                inner.Sum().Backward();
            }
            catch (UserException)
            {
                caught++;
                throw;
            }
            return gradient;
        }));
        Assert.ThrowsExactly<UserException>(() => x.Sum().Backward());
        Assert.AreEqual(1, caught);
    }

    [TestMethod]
    public void ManyThreadsPassThroughTheirHooks()
    {
        Parallel.For(0, 8, thread =>
        {
            for (var round = 0; round < 50; round++)
            {
                var x = Leaf(1, 2);
                var y = x * 3;
                y.RegisterHook(gradient => gradient * (thread + 1));
                if (round % 5 == 4)
                {
                    y.RegisterHook(new Func<T, T?>(_ => throw new UserException(thread.ToString())));
                    Assert.AreEqual(thread.ToString(), Assert.ThrowsExactly<UserException>(() => y.Sum().Backward()).Message);
                    continue;
                }
                y.Sum().Backward();
                Assert.AreEqual(3 * (thread + 1), x.Grad!.ToArray<float>()[1]);
            }
        });
    }
}
