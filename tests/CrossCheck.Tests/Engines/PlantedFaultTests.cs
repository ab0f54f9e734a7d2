using ReferenceTensor = TwinGrad.Reference.Tensor;

namespace TwinGrad.Tests;

/// <summary>The comparison of the engines can fail: with a wrong rule on one side it does, and says where.</summary>
[TestClass]
public sealed class PlantedFaultTests
{
    [TestMethod]
    public void A_value_off_by_a_billionth_is_found()
        => Differs("value", x => x[0].Sin() * (1 + 1e-9), x => x[0].Sin());

    [TestMethod]
    public void A_clamp_that_stops_the_gradient_at_its_bound_is_found()
        => Differs("gradient of input 0, element 2", x => x[0].Clamp(-1, 1), x => ReferenceTensor.Where((x[0] > -1) * (x[0] < 1), x[0], x[0].Clamp(-1, 1).Detach()));

    [TestMethod]
    public void A_relu_that_passes_the_gradient_at_0_is_found()
        => Differs("gradient of input 0, element 1", x => x[0].Relu(), x => ReferenceTensor.Where(x[0] >= 0, x[0], x[0] * 0));

    [TestMethod]
    public void A_missing_summand_of_the_gradient_is_found()
        => Differs("gradient of input 0", x => x[0] * x[0], x => x[0] * x[0].Detach());

    [TestMethod]
    public void A_wrong_second_derivative_behind_a_right_first_one_is_found()
        => Differs("second gradient of input 0", x => x[0].Pow(3), x =>
        {
            // x^3 around the fixed point v: 3 v^2 x - 2 v^3 has the value and the slope, but no curvature. A square of 0 width adds a graph.
            var v = x[0].Detach();
            return 3 * v * v * x[0] - 2 * v.Pow(3) + 0 * x[0].Pow(2);
        });

    [TestMethod]
    public void Another_shape_or_dtype_is_found()
    {
        Differs("shapes", x => x[0], x => x[0].Unsqueeze(0));
        Differs("dtypes", x => x[0] * 1, x => (x[0] * 1).To(DType.Float32));
    }

    private static void Differs(string where, Func<Tensor[], Tensor> torch, Func<ReferenceTensor[], ReferenceTensor> reference)
    {
        Input[] inputs = [Input.Of(0.5, 0, 1, -2)];
        var of = (Torch: Derivatives.Of(torch, inputs, DType.Float64), Reference: Derivatives.Of(reference, inputs, DType.Float64));

        var failure = Assert.ThrowsExactly<AssertFailedException>(() => Agreement.Check("planted", of.Torch, of.Reference));
        Assert.Contains($"planted: {where}", failure.Message);
        Agreement.Check("the same twice", of.Torch, Derivatives.Of(torch, inputs, DType.Float64));
    }
}
