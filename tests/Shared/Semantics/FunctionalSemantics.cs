namespace TwinGrad.Tests;

/// <summary>The functional transforms beside their formulas and beside each other. What PyTorch returns and refuses is recorded elsewhere.</summary>
public abstract class FunctionalSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    private const double Tolerance = 1e-12;

    private static readonly double[] At = [0.3, -0.8, 1.1];

    [TestMethod]
    public void A_gradient_is_the_formula()
    {
        var x = Doubles(At);

        Equal(x.Cos(), Autograd.Grad(Sine, x));
        var (value, gradient) = Autograd.Vjp(Sine, x);
        Equal(Sine(x), value);
        Equal(x.Cos(), gradient);
    }

    [TestMethod]
    public void Gradients_by_several_inputs_are_the_formulas()
    {
        var (x, y) = (Doubles(At), Doubles(2, 3, 5));

        var gradients = Autograd.Grad(inputs => (inputs[0] * inputs[1].Pow(2)).Sum(), [x, y]);

        Equal(y.Pow(2), gradients[0]);
        Equal(2 * x * y, gradients[1]);
    }

    [TestMethod]
    public void A_Jacobian_has_the_shape_of_the_output_and_then_of_the_input()
    {
        var x = Counting(2, 3);

        HasShape(Autograd.Jacobian(x => x.Sum(0), x), 3, 2, 3);
        HasShape(Autograd.Jacobian(x => x.Sum(), x), 2, 3);
        HasShape(Autograd.Jacobian(x => x.Exp().View(1), Number(2.0)), 1);
        HasShape(Autograd.Jacobian(x => x.Sum(1), Zeros(2, 0)), 2, 2, 0);
        HasShape(Autograd.Hessian(x => x.Pow(2).Sum(), x), 2, 3, 2, 3);
        HasShape(Autograd.Hessian(x => x.Exp(), Number(2.0)));
    }

    [TestMethod]
    public void A_Jacobian_of_several_outputs_and_inputs_is_a_grid()
    {
        var (x, y) = (Doubles(At), Doubles(2, 3));

        var jacobian = Autograd.Jacobian(inputs => new[] { inputs[0] * 2, inputs[1].Sum() * inputs[0][0] }, [x, y]);

        Equal(2 * TensorFactory<T>.Eye(3, dtype: DType.Float64), jacobian[0][0]);
        Equal(TensorFactory<T>.Zeros([3, 2], DType.Float64), jacobian[0][1]);
        Equal(Doubles(5, 0, 0), jacobian[1][0]);
        Equal(Doubles(0.3, 0.3), jacobian[1][1]);
    }

    [TestMethod]
    public void A_Hessian_is_the_formula()
    {
        var x = Doubles(At);

        // d2 (x0 x1 x2) / dxi dxj is the third one of them, and none on the diagonal.
        Equal(
            TensorFactory<T>.Tensor(new[,] { { 0, 1.1, -0.8 }, { 1.1, 0, 0.3 }, { -0.8, 0.3, 0 } }, DType.Float64),
            Autograd.Hessian(x => x.Prod(), x));
    }

    [TestMethod]
    public void The_third_derivative_comes_by_nesting()
    {
        var x = Doubles(At);

        var third = Autograd.Jacobian(x => Autograd.Hessian(x => x.Pow(4).Sum(), x, createGraph: true), x);

        HasShape(third, 3, 3, 3);
        for (var i = 0; i < 3; i++)
            for (var j = 0; j < 3; j++)
                for (var k = 0; k < 3; k++)
                    Assert.AreEqual(i == j && j == k ? 24 * At[i] : 0, third[i, j, k].Item<double>(), Tolerance);
    }

    [TestMethod]
    public void Any_order_comes_by_nesting()
    {
        Func<T, T> derivative = x => x.Exp() * x;
        for (var order = 1; order <= 5; order++)
        {
            var inner = derivative;
            derivative = x => Autograd.Grad(inner, x, createGraph: true);
        }

        // The n-th derivative of x e^x is (x + n) e^x.
        Assert.AreEqual(5.5 * Math.Exp(0.5), derivative(Number(0.5, DType.Float64)).Item<double>(), 1e-11);
    }

    [TestMethod]
    public void Products_are_those_with_the_Jacobian_and_fit_each_other()
    {
        var (x, u, v) = (Doubles(At), Doubles(0.5, -1.5, 0.25), Doubles(-1, 0.75));

        var jacobian = Autograd.Jacobian(Curve, x);
        var forward = Autograd.Jvp(Curve, x, u).Jvp;
        var backward = Autograd.Vjp(Curve, x, v).Vjp;

        Equal(jacobian.MatMul(u), forward);
        Equal(v.MatMul(jacobian), backward);
        Assert.AreEqual(v.Dot(forward).Item<double>(), backward.Dot(u).Item<double>(), Tolerance);
    }

    [TestMethod]
    public void Products_of_several_outputs_and_inputs_add_up()
    {
        var (x, y, u, w) = (Doubles(At), Doubles(2, 3, 5), Doubles(0.5, -1.5, 0.25), Doubles(1, 2, 3));
        static T[] Function(T[] inputs) => [inputs[0] * inputs[1], inputs[0].Sin().Sum()];

        var (outputs, forward) = Autograd.Jvp(Function, [x, y], [u, w]);
        var (_, backward) = Autograd.Vjp(Function, [x, y], [w, Number(2.0, DType.Float64)]);

        Equal(x * y, outputs[0]);
        Equal(u * y + x * w, forward[0]);
        Equal((x.Cos() * u).Sum(), forward[1]);
        Equal(w * y + 2 * x.Cos(), backward[0]);
        Equal(w * x, backward[1]);
    }

    [TestMethod]
    public void Both_products_with_a_symmetric_Hessian_are_the_same()
    {
        var (x, v) = (Doubles(At), Doubles(0.5, -1.5, 0.25));
        static T Function(T x) => x.Prod().Exp() + x.Pow(3).Sum();

        var expected = Autograd.Hessian(Function, x).MatMul(v);

        Equal(expected, Autograd.Vhp(Function, x, v).Vhp);
        Equal(expected, Autograd.Hvp(Function, x, v).Hvp);
        Equal(Function(x), Autograd.Hvp(Function, x, v).Output);
    }

    [TestMethod]
    public void Products_with_the_Hessian_of_several_inputs_add_up()
    {
        var (x, y, u, w) = (Doubles(At), Doubles(2, 3, 5), Doubles(0.5, -1.5, 0.25), Doubles(1, 2, 3));
        static T Function(T[] inputs) => (inputs[0].Pow(2) * inputs[1]).Sum();

        foreach (var products in new[] { Autograd.Vhp(Function, [x, y], [u, w]).Vhp, Autograd.Hvp(Function, [x, y], [u, w]).Hvp })
        {
            Equal(2 * y * u + 2 * x * w, products[0]);
            Equal(2 * x * u, products[1]);
        }
    }

    [TestMethod]
    public void An_input_without_influence_has_zeros_for_a_derivative()
    {
        var (x, y) = (Doubles(At), Ones(2));

        Equal(Zeros(2), Autograd.Grad(inputs => inputs[0].Sum(), [x, y])[1]);
        Equal(Zeros(3, 2), Autograd.Jacobian(inputs => inputs[0] * 1, [x, y])[1]);
        Equal(TensorFactory<T>.Zeros([3], DType.Float64), Autograd.Jvp(x => x.Detach(), x, x).Jvp);
        Refuses(
            "The output of the user-provided function is independent of input 1. This is not allowed in strict mode.",
            () => Autograd.Grad(inputs => inputs[0].Sum(), [x, y], strict: true));
    }

    [TestMethod]
    public void Results_have_no_graph_unless_it_was_asked_for()
    {
        var x = Leaf(1, 2, 3);

        var (output, product) = Autograd.Vjp(x => x.Exp(), x, Ones(3));
        Assert.IsFalse(output.RequiresGrad || product.RequiresGrad);
        Assert.IsFalse(Autograd.Hessian(x => x.Pow(3).Sum(), x).RequiresGrad);
        Assert.IsTrue(Autograd.Hessian(x => x.Pow(3).Sum(), x, createGraph: true).RequiresGrad);
    }

    [TestMethod]
    public void Gradients_flow_back_to_input_and_vector_through_a_graph_that_was_asked_for()
    {
        var (x, v) = (Leaf(1, 2, 3), Leaf(4, 5, 6));

        Autograd.Vjp(x => x.Pow(2), x, v, createGraph: true).Vjp.Sum().Backward();

        Prints("tensor([ 8., 10., 12.])", x.Grad);
        Prints("tensor([2., 4., 6.])", v.Grad);
    }

    [TestMethod]
    public void What_the_function_holds_is_constant_and_nobodys_gradient_changes()
    {
        var (x, w) = (Leaf(1, 2, 3), Leaf(4, 5, 6));

        Prints("tensor([1., 2., 3.])", Autograd.Grad(y => (y * x).Sum(), x));
        Prints("tensor([4., 5., 6.])", Autograd.Grad(y => (y * w).Sum(), x));
        Autograd.Hessian(y => (y * w).Pow(2).Sum(), x);
        Assert.IsNull(x.Grad);
        Assert.IsNull(w.Grad);
        Prints("tensor([1., 2., 3.], requires_grad=True)", x);
    }

    [TestMethod]
    public void Recording_is_on_inside_and_as_before_afterwards()
    {
        using (TensorFactory<T>.NoGrad())
        {
            Prints("tensor([2., 4.])", Autograd.Grad(x => x.Pow(2).Sum(), Vector(1, 2)));
            Assert.IsFalse(T.GradEnabled);
            Assert.ThrowsExactly<DivideByZeroException>(() => Autograd.Grad<T>(_ => throw new DivideByZeroException(), Vector(1)));
            Assert.IsFalse(T.GradEnabled);
        }
    }

    [TestMethod]
    public void A_function_may_change_the_list_that_it_is_handed()
        => Prints("tensor([3.])", Autograd.Grad(
            inputs =>
            {
                var product = inputs[0] * inputs[1];
                inputs[0] = inputs[1];
                return product.Sum();
            },
            [Vector(2), Vector(3)])[0]);

    [TestMethod]
    public void Views_and_strided_inputs_are_taken_as_they_are()
    {
        var x = Counting(2, 3).RequiresGrad_();

        HasShape(Autograd.Jacobian(x => x.Pow(2).Sum(0), x.Transpose(), createGraph: true), 2, 3, 2);
        Prints("tensor([[ 0.,  6.],\n        [ 2.,  8.],\n        [ 4., 10.]])", Autograd.Grad(x => x.Pow(2).Sum(), x.Transpose()));
    }

    [TestMethod]
    public void What_is_null_or_missing_is_refused()
    {
        var x = Vector(1, 2);

        Assert.ThrowsExactly<ArgumentNullException>(() => Autograd.Jacobian((Func<T, T>)null!, x));
        Assert.ThrowsExactly<ArgumentNullException>(() => Autograd.Jacobian(x => x, (T)null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => Autograd.Jacobian(x => x[0], (IReadOnlyList<T>)null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => Autograd.Jacobian(x => x[0], [x, null!]));
        Assert.ThrowsExactly<ArgumentNullException>(() => Autograd.Jvp(x => x[0], [x], [null!]));
        Refuses("grad requires non-empty inputs.", () => Autograd.Jacobian((T[] _) => x, []));
        Refuses(
            "The outputs of the user-provided function given to hessian must be either a Tensor or a tuple of Tensors but the given outputs "
            + "of the user-provided function has type <class 'NoneType'>.",
            () => Autograd.Hessian(_ => null!, x));
    }

    private static T Sine(T x) => x.Sin().Sum();

    private static T Curve(T x) => T.Stack([x.Prod(), (x * x).Sum().Exp()], 0);

    private static void Equal(T expected, T actual)
    {
        Assert.AreEqual(expected.Shape, actual.Shape);
        Assert.AreEqual(expected.DType, actual.DType);
        foreach (var (one, other) in expected.ToArray<double>().Zip(actual.ToArray<double>()))
            Assert.AreEqual(one, other, Tolerance);
    }
}
