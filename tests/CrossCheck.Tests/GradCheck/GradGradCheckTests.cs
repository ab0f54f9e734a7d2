namespace TwinGrad.Tests;

[TestClass]
public sealed class GradGradCheckOnLibtorchTests : GradGradCheckTests<Tensor>;

[TestClass]
public sealed class GradGradCheckOnReferenceTests : GradGradCheckTests<Reference.Tensor>;

/// <summary>Second derivatives: right ones pass, and a fault in them alone is found here and not by the check of the first ones.</summary>
public abstract class GradGradCheckTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Right_functions_pass(bool fastMode)
    {
        var options = new GradCheckOptions { FastMode = fastMode };

        GradGradCheck.Run(x => x.Pow(3).Sin(), GradCheckTests<T>.Leaf(3), options: options).ThrowIfDifferent();
        var report = GradGradCheck.RunAll(
            inputs => [inputs[0].MatMul(inputs[1]), inputs[0].Exp()], [GradCheckTests<T>.Leaf(2, 2), GradCheckTests<T>.Leaf(2)], options: options);
        report.ThrowIfDifferent();
        // Both gradients by two inputs and two gradients of outputs.
        Assert.HasCount(8, report.Jacobians);
    }

    [TestMethod]
    public void Gradients_of_outputs_may_lie_apart_or_be_given()
    {
        var x = GradCheckTests<T>.Leaf(2, 3);

        Assert.IsTrue(GradGradCheck.Run(x => x.Pow(3), x, genNonContigGradOutputs: true).Agree);
        Assert.IsTrue(GradGradCheck.Run(x => x.Sum().Exp(), GradCheckTests<T>.Leaf(3), genNonContigGradOutputs: true).Agree);
        var report = GradGradCheck.Run(x => x.Pow(3), x, [TensorFactory<T>.Ones([2, 3], DType.Float64)]);
        Assert.IsTrue(report.Agree);
        Assert.AreEqual("it does not require grad", report.NotChecked[1]);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_fault_in_the_second_derivative_alone_is_found_here_alone(bool fastMode)
    {
        var options = new GradCheckOptions { FastMode = fastMode };
        var x = GradCheckTests<T>.Leaf(3);
        // x^3 around the fixed point v: 3 v^2 x - 2 v^3 has the value and the slope, but no curvature.
        static T Flat(T x)
        {
            var v = x.Detach();
            return 3 * v * v * x - 2 * v.Pow(3) + 0 * x.Pow(2);
        }

        Assert.IsTrue(GradCheck.Run(Flat, x, options).Agree);
        var report = GradGradCheck.Run(Flat, x, options: options);

        var problem = Assert.ContainsSingle(report.Problems);
        Assert.StartsWith("Jacobian mismatch for output 0 with respect to input 0,\n", problem.Sentence);
        Assert.StartsWith("No gradient arrives at all", problem.Cure);
    }

    [TestMethod]
    public void A_wrong_sign_of_the_second_derivative_is_named()
    {
        // Value and slope of exp, curvature of 2 x - exp(x) around v.
        static T Bent(T x)
        {
            var v = x.Detach();
            return v.Exp() + v.Exp() * (x - v) - v.Exp() * (x - v).Pow(2) / 2;
        }

        Assert.IsTrue(GradCheck.Run(Bent, GradCheckTests<T>.Leaf(3)).Agree);
        var problem = Assert.ContainsSingle(GradGradCheck.Run(Bent, GradCheckTests<T>.Leaf(3)).Problems);
        Assert.StartsWith("The analytical derivative is -1 times the numerical one everywhere", problem.Cure);
    }
}
