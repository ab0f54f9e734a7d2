namespace TwinGrad.Tests;

[TestClass]
public sealed class GradCheckOnLibtorchTests : GradCheckTests<Tensor>
{
    [TestMethod]
    public void Float32_is_warned_of_and_fails_as_in_PyTorch()
    {
        var x = Torch.Tensor([1.0, 2.0], requiresGrad: true);
        var warnings = new List<string>();
        Warnings.Warning += warnings.Add;
        try
        {
            var problem = Assert.ContainsSingle(GradCheck.Run(x => x.Sin(), x).Problems);

            Assert.AreEqual(
                "Jacobian mismatch for output 0 with respect to input 0,\nnumerical:tensor([[ 0.5364,  0.0000],\n        [ 0.0000, -0.3874]])\n"
                + "analytical:tensor([[ 0.5403,  0.0000],\n        [-0.0000, -0.4161]])\n", problem.Sentence);
            Assert.StartsWith("The input is torch.float32: ", problem.Cure);
        }
        finally
        {
            Warnings.Warning -= warnings.Add;
        }
        Assert.AreEqual(
            "Input #0 requires gradient and is not a double precision floating point or complex. This check will likely fail if all the inputs "
            + "are not of double precision floating point or complex. ", Assert.ContainsSingle(warnings));
    }
}

[TestClass]
public sealed class GradCheckOnReferenceTests : GradCheckTests<Reference.Tensor>;

/// <summary>Right functions pass, and what is planted in others is found and named, on the engine whose tensors they take.</summary>
public abstract class GradCheckTests<T>
    where T : class, ITensor<T>
{
    private static readonly GradCheckOptions Fast = new() { FastMode = true };

    [TestMethod]
    public void Right_functions_pass_in_both_modes()
    {
        foreach (var options in new[] { null, Fast })
        {
            var report = GradCheck.RunAll(
                inputs => [inputs[0].MatMul(inputs[1]).Tanh(), inputs[0].Exp().Sum()], [Leaf(2, 3), Leaf(3, 2)], options);
            report.ThrowIfDifferent();
            Assert.IsTrue(report.Agree);
            Assert.HasCount(4, report.Jacobians);
            Assert.IsTrue(GradCheck.Run(x => x.Softmax(0), Leaf(4), options).Agree);
            Assert.IsTrue(GradCheck.Run(x => x.Prod(), Leaf(), options).Agree);
            Assert.IsTrue(GradCheck.Run(x => x * 2, Leaf(0), options).Agree);
        }
    }

    [TestMethod]
    public void A_wrong_factor_is_told_in_PyTorchs_words_with_place_and_cure()
    {
        var x = TensorFactory<T>.Ones([2], DType.Float64, requiresGrad: true);

        var report = GradCheck.Run(x => Sloped(2 * x, 3 * x), x);

        Assert.IsFalse(report.Agree);
        var thrown = Assert.ThrowsExactly<GradientsDifferException>(report.ThrowIfDifferent);
        Assert.StartsWith(
            "Jacobian mismatch for output 0 with respect to input 0,\nnumerical:tensor([[2.0000, 0.0000],\n        [0.0000, 2.0000]], "
            + "dtype=torch.float64)\nanalytical:tensor([[3., 0.],\n        [0., 3.]], dtype=torch.float64)\n", thrown.Message);
        Assert.Contains("The analytical derivative is 1.5 times the numerical one everywhere", thrown.Message);
        var worst = Assert.ContainsSingle(report.Jacobians).Worst!;
        Assert.AreEqual(3, worst.Analytical);
        Assert.AreEqual(2, worst.Numerical, 1e-8);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void The_wrong_element_of_the_wrong_output_by_the_wrong_input_is_named(bool fastMode)
    {
        // d(output 1)/d(input 2) is wrong from element 1 of the input to element 0 of the output.
        var report = GradCheck.RunAll(
            inputs =>
            {
                var (x, y) = (inputs[0], inputs[2]);
                var wrong = TensorFactory<T>.Tensor([0.0, 1, 0], DType.Float64);
                var sum = y.Sum().View(1) * Constant(1, 1);
                return [x * y.Sum(), T.Cat([Sloped(sum[..1], sum[..1] + (y * wrong).Sum()), sum[1..]], 0) + x[..2]];
            },
            [Leaf(3), Constant(3), Leaf(3)], new() { FastMode = fastMode });

        var problem = Assert.ContainsSingle(report.Problems);
        Assert.StartsWith("Jacobian mismatch for output 1 with respect to input 2,\n", problem.Sentence);
        var (output, input) = (problem.Jacobian!.Output, problem.Jacobian.Input);
        Assert.AreEqual((1, 2), (output, input));
        Assert.AreEqual((1, 0), (problem.Jacobian.Worst!.Row, problem.Jacobian.Worst.Column));
        Assert.HasCount(4, report.Jacobians);
        Assert.AreEqual(3, report.Jacobians.Count(jacobian => jacobian.Agree));
        Assert.AreEqual("it does not require grad", report.NotChecked[1]);
    }

    [TestMethod]
    public void Fast_mode_says_what_it_projected_and_what_the_Jacobians_are()
    {
        var report = GradCheck.Run(x => Sloped(x.Sin(), x.Cos()), Leaf(2), Fast);

        var sentence = Assert.ContainsSingle(report.Problems).Sentence;
        Assert.Contains("computed \nin fast mode. See: https://github.com/pytorch/pytorch/issues/53876", sentence);
        Assert.Contains("The max per-element difference (slow mode) is: ", sentence);
    }

    [TestMethod]
    public void A_sign_a_term_and_a_cut_are_told_apart()
    {
        Cures("The analytical derivative is -1 times the numerical one everywhere", x => Sloped(x.Pow(2), -x.Pow(2)));
        Cures("The rule gives something else than the slope there", x => x * x.Exp().Detach());
        Cures("No gradient arrives at all: the graph is cut off", x => x.Detach().Sin() + 0 * x);
        Cures("No output requires grad, but the values change with the input", x => x.Detach().Sin());
    }

    [TestMethod]
    public void A_kink_is_named_with_the_slopes_beside_it()
    {
        var x = TensorFactory<T>.Tensor([0.5, 0.0], DType.Float64, requiresGrad: true);

        var problem = Assert.ContainsSingle(GradCheck.Run(x => x.Relu() * 3, x).Problems);

        Assert.AreEqual(
            "The function has a kink there, or is drowned by rounding: its slope is 0 to the left and 3 to the right. Move the input away.", problem.Cure);
        Assert.AreEqual((1, 1), (problem.Jacobian!.Worst!.Row, problem.Jacobian.Worst.Column));
    }

    [TestMethod]
    public void A_kink_of_one_number_is_no_wrong_factor()
        => Assert.Contains("has a kink there", Assert.ContainsSingle(
            GradCheck.Run(x => x.Relu().Sum(), TensorFactory<T>.Tensor([4e-7], DType.Float64, requiresGrad: true)).Problems).Cure);

    [TestMethod]
    public void Outputs_of_another_form_nearby_are_named()
    {
        Assert.Contains("as many outputs", Problem(x => x.Sum().Item<double>() > 0.6 ? [x.Sin()] : [x.Sin(), x.Cos()], 0.1, 0.5));
        Assert.Contains("same shape", Problem(x => [x[0].Item<double>() == 0.25 ? x.Sin() : x.Sin()[0..1]], 0.25, 0.5));
        Assert.Contains("same shape", Problem(x => [x.Sum().Item<double>() == 0.75 ? x.Sin() : x.Sin()[0..1]], 0.25, 0.5));

        static string Problem(Func<T, T[]> function, params double[] at)
            => Assert.ContainsSingle(
                GradCheck.RunAll(x => function(x[0]), [TensorFactory<T>.Tensor(at, DType.Float64, requiresGrad: true)]).Problems).Sentence;
    }

    [TestMethod]
    public void The_mode_of_the_caller_is_not_the_mode_of_the_check()
    {
        var x = TensorFactory<T>.Tensor([0.5, 0.25], DType.Float64, requiresGrad: true);
        using (TensorFactory<T>.NoGrad())
        {
            GradCheck.Run(x => x.Sin(), x).ThrowIfDifferent();
            GradGradCheck.Run(x => x.Sin(), x).ThrowIfDifferent();
        }
        using (TensorFactory<T>.InferenceMode())
            GradCheck.Run(x => x.Sin(), x).ThrowIfDifferent();
    }

    [TestMethod]
    public void What_is_not_compared_is_said()
    {
        var x = TensorFactory<T>.Tensor([0.5, 0.25], DType.Float64, requiresGrad: true);
        Assert.Contains("output 1: not compared, it does not require grad", GradCheck.RunAll(x => [x[0].Sin(), x[0].Detach()], [x]).ToString());
        Assert.Contains("nothing was compared", GradGradCheck.Run(x => x.Detach() * 2, x).ToString());
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => GradCheck.Run(x => x.Sin(), x, new() { Skip = new Dictionary<int, string> { [5] = "" } }));
        Assert.Contains("but got 2", Assert.ThrowsExactly<TorchArgumentException>(() => GradGradCheck.Run(x => x.Sin(), x, [x, x])).Message);
    }

    [TestMethod]
    public void A_function_that_draws_is_named_before_anything_is_compared()
    {
        var calls = 0;

        var report = GradCheck.Run(x => x * (1 + 1e-3 * calls++), Leaf(2));

        Assert.StartsWith("The function is not deterministic: called twice with the same inputs, element 0 of output 0 is ", Assert.ContainsSingle(report.Problems).Sentence);
        Assert.IsEmpty(report.Jacobians);
        Assert.IsTrue(GradCheck.Run(x => x * (1 + 1e-9 * (calls++ % 2)), Leaf(2), new() { NondetTol = 1e-8, Atol = 1e-2 }).Agree);
    }

    [TestMethod]
    public void An_input_can_be_left_out_for_a_reason()
    {
        var options = new GradCheckOptions { Skip = new Dictionary<int, string> { [1] = "its rule is known to be wrong" } };

        var report = GradCheck.Run(inputs => inputs[0] * Sloped(inputs[1], -inputs[1]), [Leaf(2), Leaf(2)], options);

        Assert.IsTrue(report.Agree);
        Assert.Contains("input 1: not checked, its rule is known to be wrong", report.ToString());
        Assert.IsFalse(GradCheck.Run(inputs => inputs[0] * Sloped(inputs[1], -inputs[1]), [Leaf(2), Leaf(2)]).Agree);
    }

    [TestMethod]
    public void What_can_not_be_checked_is_refused()
    {
        Refuses(
            "gradcheck expects at least one input tensor to require gradient, but none of the them have requires_grad=True.",
            () => GradCheck.Run(x => x * 2, Constant(1, 2)));
        Refuses(
            "The 0th input has a dimension with stride 0. gradcheck only supports inputs that are non-overlapping to be able to compute the "
            + "numerical gradients correctly. You should call .contiguous on the input before passing it to gradcheck.",
            () => GradCheck.Run(x => x * 2, Constant(1).Expand(3).RequiresGrad_()));
        Refuses(
            "The 1th input shows an element of its memory several times. gradcheck only supports inputs that are non-overlapping to be able to "
            + "compute the numerical gradients correctly. You should call .contiguous on the input before passing it to gradcheck.",
            () => GradCheck.Run(x => x[0] * 2, [Leaf(2), Constant(1, 2, 3, 4).AsStrided([2, 2], [1, 1]).RequiresGrad_()]));
        Assert.ThrowsExactly<ArgumentNullException>(() => GradCheck.Run((Func<T, T>)null!, Leaf(1)));
        Assert.ThrowsExactly<ArgumentNullException>(() => GradCheck.Run(x => x, (T)null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => GradCheck.RunAll(x => x, (IReadOnlyList<T>)null!));
    }

    [TestMethod]
    public void Outputs_of_another_shape_nearby_are_named()
    {
        var x = TensorFactory<T>.Tensor([0.0, 1.0], DType.Float64, requiresGrad: true);

        var problem = Assert.ContainsSingle(GradCheck.Run(x => x.ToArray<double>()[0] > 0 ? x : x[..1], x).Problems);

        Assert.AreEqual(
            "Expected `func` to return outputs with the same shape when inputs are perturbed by 1e-06, but got: shapes torch.Size([1]) and "
            + "torch.Size([2]).", problem.Sentence);
    }

    [TestMethod]
    public void Inputs_are_as_before_also_when_the_function_throws()
    {
        var x = Leaf(3);
        var before = x.ToArray<double>();
        var calls = 0;

        Assert.ThrowsExactly<DivideByZeroException>(() => GradCheck.Run(x => calls++ < 4 ? x * 2 : throw new DivideByZeroException(), x));
        GradCheck.Run(x => x.Exp(), x).ThrowIfDifferent();

        CollectionAssert.AreEqual(before, x.ToArray<double>());
        Assert.IsNull(x.Grad);
        Assert.IsTrue(x.IsLeaf && x.RequiresGrad && T.GradEnabled);
    }

    [TestMethod]
    public void A_function_that_holds_its_leaf_is_checked_and_a_non_leaf_stays_usable()
    {
        var weight = Leaf(2);
        Assert.IsTrue(GradCheck.Run(_ => weight.Exp(), weight).Agree);

        var x = Leaf(2);
        var y = x.Exp();
        Assert.IsTrue(GradCheck.Run(y => y.Pow(3), y).Agree);
        y.Sum().Backward();
        CollectionAssert.AreEqual(y.ToArray<double>(), x.Grad!.ToArray<double>());
    }

    [TestMethod]
    public void Strided_leaves_are_moved_where_they_lie()
    {
        var x = Constant(1, 2, 3, 4, 5, 6).View(2, 3).Transpose().RequiresGrad_();

        Assert.IsTrue(GradCheck.Run(x => x.Pow(2).Sum(0), x).Agree);
        Assert.IsFalse(GradCheck.Run(x => Sloped(x.Pow(2).Sum(0), x.Pow(2).Sum(0) + x[0, 1]), x).Agree);
    }

    private static void Cures(string cure, Func<T, T> function)
    {
        var problem = Assert.ContainsSingle(GradCheck.Run(function, Leaf(3)).Problems);
        Assert.StartsWith(cure, problem.Cure);
    }

    private static void Refuses(string sentence, Func<object?> call)
        => Assert.AreEqual(sentence, Assert.Throws<TorchArgumentException>(() => { call(); }).Message);

    /// <summary>A value with another one's derivatives.</summary>
    internal static T Sloped(T value, T slope) => slope + (value - slope).Detach();

    internal static T Constant(params double[] values) => TensorFactory<T>.Tensor(values, DType.Float64);

    /// <summary>Some positive numbers in float64.</summary>
    internal static T Leaf(params long[] shape)
    {
        var random = new Random(7);
        var values = new double[Shape.Create(shape).Numel];
        for (var i = 0; i < values.Length; i++)
            values[i] = 0.2 + random.NextDouble();
        return TensorFactory<T>.Tensor<double>(values, shape, DType.Float64, requiresGrad: true);
    }
}
