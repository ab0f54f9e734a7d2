namespace TwinGrad.Life;

internal static class Scenes
{
    /// <summary>A gradient.</summary>
    public static string Compute()
    {
        var x = Torch.Tensor([1.0, 2, 3], requiresGrad: true);
        x.Pow(2).Sum().Backward();
        return x.Grad!.ToString();
    }

    /// <summary>Over to raw TorchSharp, which then looks for its native library itself, and back.</summary>
    public static string Cross()
    {
        using var raw = Torch.Ones(3).Torch;
        using var sum = raw.add(TorchSharp.torch.ones(3));
        return Tensor.FromTorch(sum).ToString();
    }

    /// <summary>Eight threads whose first use of the library is at once.</summary>
    public static string FirstUse()
    {
        const int Threads = 8;
        using var start = new Barrier(Threads);
        var answers = new string[Threads];
        var threads = Enumerable.Range(0, Threads).Select(i => new Thread(() =>
        {
            start.SignalAndWait();
            answers[i] = Compute();
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return string.Join(" ", answers.Distinct());
    }

    /// <summary>Returns while other threads compute and the finalizer has much to do.</summary>
    public static void ExitWhileOthersCompute()
    {
        Compute();
        StartComputing();
        Thread.Sleep(300);
        GC.Collect();
    }

    /// <summary>Returns while other threads wait for the library's first use.</summary>
    public static void ExitWhileOthersLoad()
    {
        StartComputing();
        Thread.Sleep(100);
    }

    private static void StartComputing()
    {
        for (var i = 0; i < 3; i++)
            Forever(() => (Torch.Randn(100, 100).Exp() * 2).Sum().Item<float>());
        Forever(() =>
        {
            var x = Torch.Ones([50, 50], requiresGrad: true);
            x.Pow(2).Sum().Backward();
            return x.Grad;
        });
    }

    private static void Forever(Func<object?> action)
    {
        var thread = new Thread(() =>
        {
            while (true)
                GC.KeepAlive(action());
        });
        thread.IsBackground = true;
        thread.Start();
    }
}
