namespace TwinGrad.Tests;

/// <summary>Scopes of the native engine and what an optimizer remembers.</summary>
[TestClass]
public sealed class OptimizerMemoryTests
{
    [TestMethod]
    public void What_an_optimizer_remembers_outlives_the_scope_of_a_step()
    {
        foreach (var line in Recording.OfKind("steps").Where(line => line.GetProperty("dtype").GetString() == "float64"))
        {
            var (problem, undisturbed) = (new RecordedProblem<Tensor>(), new RecordedProblem<Tensor>());
            var (optimizer, other) = (problem.Optimizer(line), undisturbed.Optimizer(line));
            for (var step = 0; step < 4; step++)
            {
                using (Torch.NewScope())
                    problem.Step(optimizer);
                undisturbed.Step(other);
            }
            foreach (var (values, others) in problem.Values.Zip(undisturbed.Values))
                CollectionAssert.AreEqual(others, values, Recording.Label(line));
        }
    }

    [TestMethod]
    public void What_is_loaded_in_a_scope_outlives_it()
    {
        var (first, second) = (new RecordedProblem<Tensor>(), new RecordedProblem<Tensor>());
        var saved = Optim.Adam(first.Parameters);
        first.Step(saved);
        var loaded = Optim.Adam(second.Parameters);
        using (Torch.NewScope())
            loaded.LoadState(saved.State());
        second.Step(loaded);
    }
}
