namespace TwinGrad.Tests;

/// <summary>What several threads may do at once: docs/semantics.md, "Threads".</summary>
public abstract class ThreadSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    private const int Threads = 4;

    [TestMethod]
    public void Models_trained_at_once_end_as_those_trained_alone()
    {
        var alone = Enumerable.Range(0, Threads).Select(Train).ToArray();
        var together = AtOnce(Train);

        for (var i = 0; i < Threads; i++)
            CollectionAssert.AreEqual(alone[i], together[i], $"model {i}");
        CollectionAssert.AreNotEqual(alone[0], alone[1]);
    }

    [TestMethod]
    public void A_mode_on_one_thread_does_not_reach_a_model_on_another()
    {
        var recorded = AtOnce(thread =>
        {
            var x = Leaf(1, 2);
            var nodes = new List<string?>();
            for (var i = 0; i < 200; i++)
            {
                using (new GradMode<T>(enabled: thread % 2 == 0))
                    nodes.Add((x * 2).GradFn?.Name);
            }
            return nodes.Distinct().ToArray();
        });

        for (var i = 0; i < Threads; i++)
            CollectionAssert.AreEqual(new[] { i % 2 == 0 ? "MulBackward0" : null }, recorded[i]);
    }

    [TestMethod]
    public void Many_threads_read_one_tensor()
    {
        var expected = Read(Counting(3, 4));
        for (var round = 0; round < 50; round++)
        {
            // New each time: the first reads of a tensor are those that may meet.
            var x = Counting(3, 4);
            foreach (var read in AtOnce(_ => Read(x)))
                Assert.AreEqual(expected, read);
        }

        static string Read(T x)
            => $"{x.Shape} {x.Strides} {x.DType} {x.Sum().Item<double>()} {x[1, ^1].Item<double>()} {(x.Transpose() * 2 + 1).Mm(x)} {x}";
    }

    [TestMethod]
    public void Many_threads_build_graphs_on_one_leaf_and_one_thread_runs_them()
    {
        var x = Leaf(1, 2, 3);
        var losses = AtOnce(thread => (x.Pow(2) * (thread + 1)).Sum());
        foreach (var loss in losses)
            loss.Backward();

        // 2 x (1 + 2 + 3 + 4)
        Prints("tensor([20., 40., 60.])", x.Grad);
    }

    [TestMethod]
    public void Backward_runs_at_once_on_graphs_without_a_common_leaf()
    {
        var data = Counting(5);
        var gradients = AtOnce(thread =>
        {
            var x = Leaf(1, 2, 3, 4, 5);
            for (var i = 0; i < 50; i++)
                (x.Exp() * 0 + x.Pow(2) * data * thread).Sum().Backward();
            return x.Grad!.ToArray<double>();
        });

        for (var thread = 0; thread < Threads; thread++)
            CollectionAssert.AreEqual(new[] { 0.0, 4, 12, 24, 40 }.Select(g => g * 50 * thread).ToArray(), gradients[thread]);
    }

    /// <summary>The weights of a small network after some steps from values that belong to the model's number.</summary>
    private static float[] Train(int model)
    {
        var x = Waves(16, 6, model);
        var y = Waves(16, 2, model + 10);
        T[] parameters = [Waves(6, 8, model + 20), Waves(1, 8, model + 30), Waves(8, 2, model + 40)];
        foreach (var parameter in parameters)
            parameter.RequiresGrad_();
        for (var step = 0; step < 40; step++)
        {
            var predicted = (x.Mm(parameters[0]) + parameters[1]).Tanh().Mm(parameters[2]);
            (predicted - y).Pow(2).Mean().Backward();
            using (TensorFactory<T>.NoGrad())
            {
                foreach (var parameter in parameters)
                {
                    parameter.Sub_(0.1 * parameter.Grad!);
                    parameter.ZeroGrad();
                }
            }
        }
        return [.. parameters.SelectMany(parameter => parameter.ToArray<float>())];
    }

    private static T Waves(int rows, int columns, int number)
        => Vector([.. Enumerable.Range(1, rows * columns).Select(i => Math.Sin(i * (number + 1.5)))]).View(rows, columns);

    /// <summary>Runs on several threads that start together, and returns what each came to.</summary>
    private static TResult[] AtOnce<TResult>(Func<int, TResult> run)
    {
        using var start = new Barrier(Threads);
        var tasks = Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                return run(thread);
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        return Task.WhenAll(tasks.ToArray()).GetAwaiter().GetResult();
    }
}
