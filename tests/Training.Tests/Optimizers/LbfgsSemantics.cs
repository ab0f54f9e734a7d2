namespace TwinGrad.Tests;

/// <summary>LBFGS calls the user's code many times a step, and bears whatever it does.</summary>
public abstract class LbfgsSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    [DataRow(LineSearch.None, 1)]
    [DataRow(LineSearch.None, 3)]
    [DataRow(LineSearch.StrongWolfe, 1)]
    [DataRow(LineSearch.StrongWolfe, 2)]
    [DataRow(LineSearch.StrongWolfe, 4)]
    public void An_exception_in_the_closure_comes_out_as_itself_and_leaves_no_trace(LineSearch search, int failing)
    {
        var (problem, undisturbed) = (new RecordedProblem<T>(), new RecordedProblem<T>());
        var optimizer = Optim.Lbfgs(problem.Parameters, lr: 0.1, maxIter: 4, lineSearchFn: search);
        var other = Optim.Lbfgs(undisturbed.Parameters, lr: 0.1, maxIter: 4, lineSearchFn: search);
        problem.Step(optimizer);
        undisturbed.Step(other);
        var (before, state, evaluation) = (problem.Values, optimizer.State().Options.ToJsonString(), 0);
        var failure = new InvalidOperationException("the user's own");

        var thrown = Assert.ThrowsExactly<InvalidOperationException>(() => optimizer.Step(() =>
        {
            optimizer.ZeroGrad();
            var loss = problem.Loss();
            loss.Backward();
            return ++evaluation == failing ? throw failure : loss;
        }));

        Assert.AreSame(failure, thrown);
        AreEqual(before, problem.Values);
        Assert.AreEqual(state, optimizer.State().Options.ToJsonString());
        problem.Step(optimizer);
        undisturbed.Step(other);
        AreEqual(undisturbed.Values, problem.Values);
    }

    [TestMethod]
    public void What_goes_wrong_inside_the_closure_is_an_error_like_any_other()
    {
        var problem = new RecordedProblem<T>();
        var optimizer = Optim.Lbfgs(problem.Parameters);
        Refuses("the closure returned null; it has to return the loss that it computed", () => optimizer.Step(() => null!));
        Refuses("a Tensor with 6 elements cannot be converted to Scalar", () => optimizer.Step(() => problem.Parameters[0] * 1));
        Assert.Throws<Exception>(() => optimizer.Step(() => problem.Parameters[0].MatMul(problem.Parameters[0])));
        Refuses(
            "step() missing 1 required positional argument: 'closure'; call Step(() => loss), which computes the loss and its gradients",
            optimizer.Step);
        Assert.Throws<ArgumentNullException>(() => optimizer.Step(null!));
        if (problem.Loss() is IDisposable)
        {
            Assert.ThrowsExactly<ObjectDisposedException>(() => optimizer.Step(() =>
            {
                var loss = problem.Loss();
                (loss as IDisposable)!.Dispose();
                return loss;
            }));
        }
        var first = problem.Step(optimizer).Item<double>();
        Assert.IsLessThan(first, problem.Step(optimizer).Item<double>());
    }

    [TestMethod]
    public void A_step_gives_the_loss_before_it()
    {
        var problem = new RecordedProblem<T>();
        var before = problem.Loss().Item<double>();
        Assert.AreEqual(before, problem.Step(Optim.Lbfgs(problem.Parameters)).Item<double>());
        Assert.AreEqual(problem.Loss().Item<double>(), problem.Step(Optim.Adam(problem.Parameters)).Item<double>());
    }

    [TestMethod]
    public void A_loss_that_is_no_number_comes_to_an_end()
    {
        foreach (var search in Enum.GetValues<LineSearch>())
        {
            var x = Leaf(1, 2);
            var optimizer = Optim.Lbfgs([x], lineSearchFn: search);
            var evaluations = 0;
            optimizer.Step(() =>
            {
                optimizer.ZeroGrad();
                evaluations++;
                var loss = (x * NaN).Sum();
                loss.Backward();
                return loss;
            });
            Assert.IsLessThan(700, evaluations);
        }
    }

    [TestMethod]
    public void There_is_one_group_of_one_dtype()
    {
        var optimizer = Optim.Lbfgs([Leaf(1, 2)]);
        Refuses("LBFGS doesn't support per-parameter options (parameter groups)", () => optimizer.AddParameterGroup(new([Leaf(1)])));
        Refuses(
            "LBFGS takes parameters of one dtype, as it puts them into one vector: there are torch.float32 and torch.float64",
            () => Optim.Lbfgs([Leaf(1), Doubles(1).RequiresGrad_()]));
        Refuses("optimizer got an empty parameter list", () => Optim.Lbfgs<T>([]));
        Refuses("Invalid max_iter value: -1", () => Optim.Lbfgs([Leaf(1)], maxIter: -1));
        Refuses("Invalid history_size value: 0", () => Optim.Lbfgs([Leaf(1)], historySize: 0));
        Refuses("only 'strong_wolfe' is supported, not '7'", () => Optim.Lbfgs([Leaf(1)], lineSearchFn: (LineSearch)7));
    }

    private static void AreEqual(double[][] expected, double[][] actual)
    {
        foreach (var (values, others) in expected.Zip(actual))
            CollectionAssert.AreEqual(values, others);
    }
}
