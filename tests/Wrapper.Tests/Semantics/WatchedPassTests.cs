namespace TwinGrad.Tests;

/// <summary>Backward passes of libtorch: watched ones, and those that go on on its own threads.</summary>
[TestClass]
public sealed class WatchedPassTests
{
    [TestMethod]
    public void WhatWasAddedToALeafBeforeAHookThrewStays()
    {
        using var scope = Autograd.DetectAnomaly();
        var x = Torch.Tensor([1.0, 2], requiresGrad: true);
        var w = Torch.Tensor([3.0, 4], requiresGrad: true);
        var y = x * 1;
        y.RegisterHook(new Func<Tensor, Tensor?>(_ => throw new UserException("a hook")));
        // libtorch adds to a leaf as soon as its gradient is there, and the product comes first.
        var loss = (y * w).Sum();
        w.RegisterHook(_ => { });
        Assert.ThrowsExactly<UserException>(() => loss.Backward());
        CollectionAssert.AreEqual(new[] { 1.0, 2 }, w.Grad?.ToArray<double>());
    }

    [TestMethod]
    public void AFunctionThatSavesItsResultIsFreed()
    {
        var freed = new List<WeakReference>();
        using (Autograd.DetectAnomaly())
            for (var i = 0; i < 20; i++)
                freed.Add(Apply());
        for (var i = 0; i < 10 && freed.Exists(reference => reference.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.IsFalse(freed.Exists(reference => reference.IsAlive));

        static WeakReference Apply()
        {
            var token = new object();
            var x = Torch.Tensor([1.0], requiresGrad: true);
            var function = Autograd.Function<Tensor>(
                "Exp",
                (context, v) =>
                {
                    var y = v.Exp();
                    context.SaveForBackward(y);
                    context.State = token;
                    return y;
                },
                (context, gradient) => gradient * context.SavedTensors[0]);
            var result = function.Apply(x);
            result.RegisterHook(_ => { });
            result.Sum().Backward();
            return new(token);
        }
    }

    [TestMethod]
    public void APassDeepInsideOthersThrowsItsOwnException()
    {
        var thrown = new int[4];
        var threads = Enumerable.Range(0, thrown.Length).Select(number => new Thread(() =>
        {
            try
            {
                Nested(Torch.Tensor(1.0, requiresGrad: true), 100, number).Backward();
            }
            catch (UserException exception)
            {
                thrown[number] = int.Parse(exception.Message, System.Globalization.CultureInfo.InvariantCulture);
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        CollectionAssert.AreEqual(Enumerable.Range(0, thrown.Length).ToArray(), thrown);

        static Tensor Nested(Tensor x, int depth, int number) => Autograd.Function<Tensor>("Nested", (_, v) => v * 1, (_, gradient) =>
        {
            if (depth == 0)
                throw new UserException(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            using var recording = new GradMode<Tensor>(enabled: true);
            Nested(Torch.Tensor(1.0, requiresGrad: true), depth - 1, number).Backward();
            return gradient;
        }).Apply(x);
    }
}
