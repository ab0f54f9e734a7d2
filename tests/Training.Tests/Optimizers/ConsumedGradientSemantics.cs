using System.Runtime.CompilerServices;

namespace TwinGrad.Tests;

/// <summary>The trap of gradients that add up: a pass that adds onto what a step has gone by is warned of, and nothing else is.</summary>
public abstract class ConsumedGradientSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    /// <summary>What other tests' optimizers left behind on this thread is forgotten once they are gone and a pass has looked for them.</summary>
    [TestInitialize]
    public void NothingIsLeftBehind()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Torch.Ones([1], requiresGrad: true).Backward();
        Reference.Torch.Ones([1], requiresGrad: true).Backward();
    }

    [TestMethod]
    public void A_forgotten_ZeroGrad_is_warned_of_with_its_cure()
    {
        var (x, optimizer) = Stepped();
        var warning = Assert.ContainsSingle(Warned(() => x.Pow(2).Sum().Backward()));
        Assert.Contains("optimizer.ZeroGrad()", warning);
    }

    [TestMethod]
    public void The_other_way_into_a_pass_is_watched_too()
    {
        var (x, _) = Stepped();
        Assert.HasCount(1, Warned(() => Autograd.Backward([x.Pow(2).Sum()])));
        var (y, _) = Stepped();
        Assert.HasCount(1, Warned(() => Autograd.Backward([y.Pow(2).Sum()], inputs: [y])));
    }

    [TestMethod]
    public void A_recorded_pass_is_watched_too()
    {
        var (x, _) = Stepped();
        var messages = Warned(() => x.Pow(2).Sum().Backward(createGraph: true));
        Assert.HasCount(1, messages.Where(IsOurs));
        x.Grad = null;
    }

    [TestMethod]
    public void The_warning_comes_after_the_pass_and_the_sum_is_there()
    {
        var (x, _) = Stepped();
        var sum = x.Grad! + 2 * x.Detach();
        Warned(() => x.Pow(2).Sum().Backward());
        CollectionAssert.AreEqual(sum.ToArray<double>(), x.Grad!.ToArray<double>());
    }

    [TestMethod]
    [DataRow("ZeroGrad")]
    [DataRow("ZeroGrad(false)")]
    [DataRow("Grad = null")]
    [DataRow("Grad.Zero_")]
    [DataRow("Grad.Mul_")]
    [DataRow("x.ZeroGrad")]
    [DataRow("another gradient")]
    public void What_was_cleared_or_changed_on_purpose_is_not_warned_of(string how)
    {
        var (x, optimizer) = Stepped();
        Action clear = how switch
        {
            "ZeroGrad" => () => optimizer.ZeroGrad(),
            "ZeroGrad(false)" => () => optimizer.ZeroGrad(setToNone: false),
            "Grad = null" => () => x.Grad = null,
            "Grad.Zero_" => () => x.Grad!.Zero_(),
            "Grad.Mul_" => () => x.Grad!.Mul_(0.9),
            "x.ZeroGrad" => x.ZeroGrad,
            _ => () => x.Grad = x.Grad! * 1,
        };
        clear();
        Assert.IsEmpty(Warned(() =>
        {
            x.Pow(2).Sum().Backward();
            x.Pow(2).Sum().Backward();
        }));
    }

    [TestMethod]
    public void An_ordinary_loop_is_not_warned_of()
    {
        foreach (var line in Recording.OfKind("steps"))
        {
            var problem = new RecordedProblem<T>();
            var optimizer = problem.Optimizer(line);
            Assert.IsEmpty(Warned(() =>
            {
                for (var step = 0; step < 3; step++)
                    problem.Step(optimizer);
            }), Recording.Label(line));
        }
    }

    [TestMethod]
    public void Batches_that_add_up_before_a_step_are_not_warned_of()
    {
        var x = Leaf(1, 2);
        var optimizer = Optim.Sgd([x]);
        Assert.IsEmpty(Warned(() =>
        {
            for (var round = 0; round < 3; round++)
            {
                for (var batch = 0; batch < 4; batch++)
                    x.Pow(2).Sum().Backward();
                optimizer.Step();
                optimizer.ZeroGrad();
            }
        }));
    }

    [TestMethod]
    public void A_pass_that_does_not_come_to_the_parameter_is_not_warned_of()
    {
        var (x, _) = Stepped();
        var y = Leaf(1, 2);
        Assert.IsEmpty(Warned(() =>
        {
            y.Pow(2).Sum().Backward();
            (x * y).Sum().Backward(inputs: [y]);
            _ = Autograd.Grad(x.Pow(2).Sum(), x);
        }));
        Assert.HasCount(1, Warned(() => (x * y).Sum().Backward()));
    }

    [TestMethod]
    public void Each_step_is_warned_of_once()
    {
        var (x, optimizer) = Stepped();
        Assert.HasCount(1, Warned(() =>
        {
            x.Pow(2).Sum().Backward();
            x.Pow(2).Sum().Backward();
        }));
        optimizer.Step();
        Assert.HasCount(1, Warned(() => x.Pow(2).Sum().Backward()));
    }

    [TestMethod]
    public void Two_optimizers_over_one_parameter_each_leave_it_behind()
    {
        var x = Leaf(1, 2);
        var (first, second) = (Optim.Sgd([x]), Optim.Adam([x]));
        x.Pow(2).Sum().Backward();
        first.Step();
        Assert.HasCount(1, Warned(() => x.Pow(2).Sum().Backward()));
        second.Step();
        first.ZeroGrad();
        Assert.IsEmpty(Warned(() => x.Pow(2).Sum().Backward()));
    }

    [TestMethod]
    public void A_closure_that_does_not_clear_is_warned_of()
    {
        var problem = new RecordedProblem<T>();
        var optimizer = Optim.Lbfgs(problem.Parameters, lr: 0.1, maxIter: 2);
        Assert.HasCount(1, Warned(() => optimizer.Step(() =>
        {
            var loss = problem.Loss();
            loss.Backward();
            return loss;
        })));
    }

    [TestMethod]
    public void Another_thread_has_steps_of_its_own()
    {
        var (x, optimizer) = Stepped();
        Assert.IsEmpty(Warned(() => OnAnotherThread(() => Leaf(1).Sum().Backward())));
        // Cleared over there: what this thread remembers is stale, and it finds that out.
        OnAnotherThread(() => optimizer.ZeroGrad());
        Assert.IsEmpty(Warned(() => x.Pow(2).Sum().Backward()));
        Assert.AreEqual(0, ConsumedGradients.OnThread);
    }

    [TestMethod]
    public void A_disposed_parameter_is_no_obstacle()
    {
        var (x, _) = Stepped();
        (x as IDisposable)?.Dispose();
        if (x is IDisposable)
            Assert.IsEmpty(Warned(() => Leaf(1).Sum().Backward()));
    }

    [TestMethod]
    public void Nothing_is_kept_alive()
    {
        var (parameter, gradient, optimizer) = Forgotten();
        for (var i = 0; i < 5 && (parameter.IsAlive || optimizer.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.IsFalse(optimizer.IsAlive);
        Assert.IsFalse(parameter.IsAlive);
        Assert.IsFalse(gradient.IsAlive);
        Assert.IsEmpty(Warned(() => Leaf(1).Sum().Backward()));
        Assert.AreEqual(0, ConsumedGradients.OnThread);
    }

    [TestMethod]
    public void Where_no_step_left_anything_behind_nothing_is_looked_at()
    {
        var (x, optimizer) = Stepped();
        Assert.AreEqual(1, ConsumedGradients.OnThread);
        optimizer.ZeroGrad();
        Assert.AreEqual(0, ConsumedGradients.OnThread);
        optimizer.Step();
        Assert.AreEqual(0, ConsumedGradients.OnThread);
        x.Sum().Backward();
        optimizer.Step();
        optimizer.Step();
        Assert.AreEqual(1, ConsumedGradients.OnThread);
    }

    [TestCleanup]
    public void TheThreadForgets()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Warned(() => Leaf(1).Sum().Backward());
    }

    private static (T Parameter, Sgd<T> Optimizer) Stepped()
    {
        var x = Leaf(1, 2);
        var optimizer = Optim.Sgd([x], lr: 0.1);
        x.Pow(2).Sum().Backward();
        optimizer.Step();
        return (x, optimizer);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Parameter, WeakReference Gradient, WeakReference Optimizer) Forgotten()
    {
        var (x, optimizer) = Stepped();
        return (new(x), new(x.Grad), new(optimizer));
    }

    private static bool IsOurs(string message) => message.Contains("already stepped by", StringComparison.Ordinal);

    private static List<string> Warned(Action action)
    {
        var messages = new List<string>();
        Warnings.Warning += messages.Add;
        Warnings.Always = true;
        try
        {
            action();
            return messages;
        }
        finally
        {
            Warnings.Always = false;
            Warnings.Warning -= messages.Add;
        }
    }

    private static void OnAnotherThread(ThreadStart work)
    {
        var thread = new Thread(work);
        thread.Start();
        thread.Join();
    }
}
