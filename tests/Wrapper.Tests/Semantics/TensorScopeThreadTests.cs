namespace TwinGrad.Tests;

/// <summary>Scopes belong to their thread; a tensor does not.</summary>
[TestClass]
public sealed class TensorScopeThreadTests
{
    [TestMethod]
    public void A_scope_leaves_what_other_threads_make_meanwhile()
    {
        Tensor? others = null;
        Tensor own;
        using (Torch.NewScope())
        {
            own = Torch.Ones(2);
            OnAnotherThread(() => others = Torch.Ones(3));
        }

        Assert.ThrowsExactly<ObjectDisposedException>(() => own.Sum());
        Assert.AreEqual("tensor([1., 1., 1.])", others!.ToString());
    }

    [TestMethod]
    public void A_tensor_can_be_disposed_of_on_another_thread()
    {
        var x = Torch.Ones([2], requiresGrad: true);
        var y = (x * 3).Sum();
        OnAnotherThread(x.Dispose);

        // The graph holds what it needs.
        y.Backward();
        Assert.AreEqual(6, y.Item<double>());
        Assert.ThrowsExactly<ObjectDisposedException>(() => x.Grad);
    }

    [TestMethod]
    public void A_scope_frees_what_another_thread_still_reads_only_after_the_call()
    {
        for (var round = 0; round < 50; round++)
        {
            Task<double> reading;
            using (Torch.NewScope())
            {
                var x = Torch.Ones(200, 200);
                using var started = new ManualResetEventSlim();
                reading = Task.Run(() =>
                {
                    started.Set();
                    return SumOrGone(x);
                });
                started.Wait();
            }
            Assert.Contains(reading.GetAwaiter().GetResult(), new[] { 40_000.0, 0 });
        }

        static double SumOrGone(Tensor x)
        {
            try
            {
                return x.Sum().Item<double>();
            }
            catch (ObjectDisposedException)
            {
                return 0;
            }
        }
    }

    private static void OnAnotherThread(Action action)
    {
        var thread = new Thread(() => action());
        thread.Start();
        thread.Join();
    }
}
