namespace TwinGrad.Tests;

/// <summary>Both engines take the same steps.</summary>
[TestClass]
public sealed class EngineAgreementTests
{
    [TestMethod]
    public void Both_engines_end_at_the_same_place()
    {
        var cases = 0;
        foreach (var line in Recording.OfKind("steps").Where(line => line.GetProperty("dtype").GetString() == "float64"))
        {
            var (torch, reference) = (new RecordedProblem<Tensor>(), new RecordedProblem<Reference.Tensor>());
            var (torchs, references) = (torch.Optimizer(line), reference.Optimizer(line));
            // Of LBFGS one step is many.
            for (var step = 0; step < (references is Lbfgs<Reference.Tensor> ? 8 : 50); step++)
            {
                torch.Step(torchs);
                reference.Step(references);
            }
            foreach (var (values, others) in torch.Values.Zip(reference.Values))
                foreach (var (value, other) in values.Zip(others))
                    Assert.AreEqual(other, value, 1e-10 * Math.Max(1, Math.Abs(other)), Recording.Label(line));
            cases++;
        }
        Assert.IsGreaterThan(25, cases);
    }
}
