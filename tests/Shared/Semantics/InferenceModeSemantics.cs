namespace TwinGrad.Tests;

/// <summary>Inference mode, and modes of both kinds on top of each other.</summary>
public abstract class InferenceModeSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestCleanup]
    public void InferenceModeIsOffAgain() => Assert.IsFalse(T.InferenceModeEnabled, "a test left inference mode on for the next one");

    [TestMethod]
    public void Nothing_is_recorded_inside()
    {
        var x = Leaf(1, 2);
        var y = Inferred(() => x * 2);
        Prints("tensor([2., 4.])", y);
        Assert.IsTrue(y.IsInference);
        Assert.IsFalse(x.IsInference);
        Refuses("element 0 of tensors does not require grad and does not have a grad_fn", () => y.Sum().Backward());
    }

    [TestMethod]
    public void Enabled_gradients_inside_record_nothing_either()
    {
        var x = Leaf(1, 2);
        using var mode = new InferenceMode<T>(enabled: true);
        using var recording = new GradMode<T>(enabled: true);
        Assert.IsFalse((x * x).RequiresGrad);
        Assert.IsFalse(Autograd.Function<T>("F", (_, v) => v * 2, (_, g) => g * 2).Apply(x).RequiresGrad);
    }

    [TestMethod]
    public void What_was_made_inside_cannot_be_written_outside()
    {
        var c = Inferred(() => Ones(2));
        Refuses(
            "Inplace update to inference tensor outside InferenceMode is not allowed.You can make a clone to get a normal tensor before doing "
            + "inplace update.See https://github.com/pytorch/rfcs/pull/17 for more details.", () => c.Add_(1));
        Refuses("Inference tensors do not track version counter.", () => c.Version);
        Refuses("Setting requires_grad=True on inference tensor outside InferenceMode is not allowed.", () => c.RequiresGrad_());
        var d = Inferred(() => Ones(2));
        Prints("tensor([2., 2.])", d.Clone().Add_(1));
        Prints("tensor([2., 2.])", Inferred(() => d.Add_(1)));
    }

    [TestMethod]
    public void Views_are_what_they_look_at()
    {
        var c = Inferred(() => Ones(2));
        Assert.IsTrue(c[0..1].IsInference);
        var x = Ones(2);
        Assert.IsFalse(Inferred(() => x[0..1]).IsInference);
    }

    [TestMethod]
    public void A_leaf_can_be_written_inside()
    {
        var x = Leaf(1, 2, 3);
        Inferred(() => x.Add_(1));
        Prints("tensor([2., 3., 4.], requires_grad=True)", x);
    }

    [TestMethod]
    public void What_a_rule_needs_must_not_come_from_inside()
    {
        var (x, c) = (Leaf(1, 2), Inferred(() => Vector(3, 4)));
        Refuses(
            "Inference tensors cannot be saved for backward. Please do not use Tensors created in inference mode in computation tracked "
            + "by autograd. To work around this, you can make a clone to get a normal tensor and use it in autograd, or use "
            + "`torch.no_grad()` instead of `torch.inference_mode()`.", () => (x * c).Sum().Backward());
        Prints("tensor([1., 1.])", Gradient(x, x => x + c));
    }

    [TestMethod]
    public void The_mode_can_be_left_for_a_while()
    {
        using (TensorFactory<T>.InferenceMode())
        {
            Assert.IsTrue(TensorFactory<T>.IsInferenceModeEnabled);
            using (TensorFactory<T>.InferenceMode(false))
                Prints("tensor([2.])", Gradient(Leaf(1), x => x * 2));
            Assert.IsTrue(TensorFactory<T>.IsInferenceModeEnabled);
            Assert.IsFalse(TensorFactory<T>.IsGradEnabled);
        }
        Assert.IsFalse(TensorFactory<T>.IsInferenceModeEnabled);
        Assert.IsTrue(TensorFactory<T>.IsGradEnabled);
    }

    [TestMethod]
    public void Scopes_disposed_of_out_of_order_leave_no_mode_behind()
    {
        var outer = TensorFactory<T>.NoGrad();
        var inner = TensorFactory<T>.EnableGrad();
        outer.Dispose();
        inner.Dispose();
        Assert.IsTrue(TensorFactory<T>.IsGradEnabled);

        var inference = TensorFactory<T>.InferenceMode();
        var noGrad = TensorFactory<T>.NoGrad();
        inference.Dispose();
        Assert.IsTrue(TensorFactory<T>.IsGradEnabled);
        Assert.IsFalse(TensorFactory<T>.IsInferenceModeEnabled);
        noGrad.Dispose();
        Assert.IsTrue(TensorFactory<T>.IsGradEnabled);
    }

    [TestMethod]
    public void Ending_a_scope_again_ends_nothing_else()
    {
        var first = TensorFactory<T>.NoGrad();
        first.Dispose();
        using (TensorFactory<T>.NoGrad())
        {
            first.Dispose();
            Assert.IsFalse(TensorFactory<T>.IsGradEnabled);
        }
        default(GradMode<T>).Dispose();
        default(InferenceMode<T>).Dispose();
    }

    [TestMethod]
    public void An_exception_ends_the_mode()
    {
        Assert.Throws<Exception>(() => Inferred(() => Ones(2) + Ones(3)));
        Assert.IsFalse(TensorFactory<T>.IsInferenceModeEnabled);
    }

    [TestMethod]
    public void The_mode_belongs_to_the_thread()
    {
        using var mode = TensorFactory<T>.InferenceMode();
        var elsewhere = true;
        var thread = new Thread(() => elsewhere = TensorFactory<T>.IsInferenceModeEnabled);
        thread.Start();
        thread.Join();
        Assert.IsFalse(elsewhere);
    }

    private static T Inferred(Func<T> function)
    {
        using (TensorFactory<T>.InferenceMode())
            return function();
    }
}
