namespace TwinGrad.Tests;

/// <summary>Hooks on tensors: <c>register_hook</c>, as documented under "Backward Hooks execution" of PyTorch's autograd mechanics.</summary>
public abstract class HookSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void AHookSeesTheGradientOfALeaf()
    {
        var x = Leaf(1, 2, 3);
        string? seen = null;
        x.RegisterHook(gradient => { seen = Text(gradient); });
        x.Pow(2).Sum().Backward();
        Assert.AreEqual("tensor([2., 4., 6.])", seen);
        Prints("tensor([2., 4., 6.])", x.Grad);
    }

    [TestMethod]
    public void AHookSeesTheGradientOfANonLeaf()
    {
        var x = Leaf(1, 2, 3);
        var y = x * x;
        string? seen = null;
        y.RegisterHook(gradient => { seen = Text(gradient); });
        y.Pow(2).Sum().Backward();
        Assert.AreEqual("tensor([ 2.,  8., 18.])", seen);
    }

    [TestMethod]
    public void AHookReplacesWhatIsAddedToALeaf()
    {
        var x = Leaf(1, 2, 3);
        x.RegisterHook(gradient => gradient * 10);
        x.Sum().Backward();
        Prints("tensor([10., 10., 10.])", x.Grad);
        x.Sum().Backward();
        Prints("tensor([20., 20., 20.])", x.Grad);
    }

    [TestMethod]
    public void AHookReplacesWhatFlowsOn()
    {
        var x = Leaf(1, 2, 3);
        var y = x * 2;
        y.RegisterHook(gradient => -gradient);
        y.Sum().Backward();
        Prints("tensor([-2., -2., -2.])", x.Grad);
    }

    [TestMethod]
    public void AHookThatGivesNullLeavesTheGradient()
    {
        var x = Leaf(1, 2);
        x.RegisterHook(_ => null);
        x.Sum().Backward();
        Prints("tensor([1., 1.])", x.Grad);
    }

    [TestMethod]
    public void HooksRunInTheOrderOfTheirRegistration()
    {
        var x = Leaf(1, 2);
        x.RegisterHook(gradient => gradient + 1);
        x.RegisterHook(gradient => gradient * 10);
        x.RegisterHook(gradient => gradient - 3);
        x.Sum().Backward();
        Prints("tensor([17., 17.])", x.Grad);
    }

    [TestMethod]
    public void AHookSeesTheSumOverAllConsumersOnce()
    {
        var x = Leaf(1, 2);
        var y = x * 2;
        List<string> seen = [];
        x.RegisterHook(gradient => seen.Add("x " + gradient));
        y.RegisterHook(gradient => seen.Add("y " + gradient));
        (y * 3 + y.Exp() * 0 + x * 5 + y).Sum().Backward();
        CollectionAssert.AreEqual(new[] { "y tensor([4., 4.])", "x tensor([13., 13.])" }, seen);
    }

    [TestMethod]
    public void AHookRegisteredAfterTheConsumersFires()
    {
        var x = Leaf(1, 2);
        var y = x * 2;
        var loss = (y * y).Sum();
        x.RegisterHook(gradient => gradient * 0.5);
        y.RegisterHook(gradient => gradient * 10);
        loss.Backward();
        Prints("tensor([40., 80.])", x.Grad);
    }

    [TestMethod]
    public void AHookOnTheRootSeesWhereThePassStarts()
    {
        var x = Leaf(3);
        var loss = (x * x).Sum();
        loss.RegisterHook(gradient => gradient * 100);
        loss.Backward();
        Prints("tensor([600.])", x.Grad);
    }

    [TestMethod]
    public void ARemovedHookIsGoneAndTheOthersStay()
    {
        var x = Leaf(1, 2);
        x.RegisterHook(gradient => gradient + 1);
        var removed = x.RegisterHook(gradient => gradient * 1000);
        x.RegisterHook(gradient => gradient * 2);
        removed.Remove();
        removed.Remove();
        x.Sum().Backward();
        Prints("tensor([4., 4.])", x.Grad);
    }

    [TestMethod]
    public void AHandleRemovesItsHookAtTheEndOfAScope()
    {
        var x = Leaf(1, 2);
        using (x.RegisterHook(gradient => gradient * 7))
            x.Sum().Backward();
        x.Sum().Backward();
        Prints("tensor([8., 8.])", x.Grad);
    }

    [TestMethod]
    public void AHookMayRemoveItselfAndAddOthersForTheNextPass()
    {
        var x = Leaf(1);
        HookHandle? handle = null;
        handle = x.RegisterHook(gradient =>
        {
            handle!.Remove();
            x.RegisterHook(later => later * 3);
            return gradient * 100;
        });
        x.Sum().Backward();
        Prints("tensor([100.])", x.Grad);
        x.ZeroGrad();
        x.Sum().Backward();
        Prints("tensor([3.])", x.Grad);
    }

    [TestMethod]
    public void HooksFireInEveryPassOverARetainedGraph()
    {
        var x = Leaf(1, 2);
        var y = x * 2;
        var count = 0;
        y.RegisterHook(_ => { count++; });
        var loss = y.Sum();
        loss.Backward(retainGraph: true);
        loss.Backward();
        Assert.AreEqual(2, count);
    }

    [TestMethod]
    public void GradSeesWhatHooksMake()
    {
        var x = Leaf(1, 2);
        var y = x * 2;
        x.RegisterHook(gradient => gradient * 10);
        y.RegisterHook(gradient => gradient + 1);
        Prints("tensor([100., 180.])", Autograd.Grad((y * y).Sum(), x, retainGraph: true));
        Prints("tensor([5., 9.])", Autograd.Grad((y * y).Sum(), y, retainGraph: true));
        Assert.IsNull(x.Grad);
        // libtorch's own order of things: where a pass goes on behind a tensor, what was asked for there is from before its hooks.
        var gradients = Autograd.Grad((y * y).Sum(), [x, y]);
        Prints("tensor([100., 180.])", gradients[0]);
        Prints("tensor([4., 8.])", gradients[1]);
    }

    [TestMethod]
    public void ARetainedGradientIsWhatTheHooksMade()
    {
        var x = Leaf(1, 2);
        var y = x * 2;
        y.RegisterHook(gradient => gradient * 2);
        y.RetainGrad();
        y.RegisterHook(gradient => gradient * 5);
        y.Sum().Backward();
        Prints("tensor([10., 10.])", y.Grad);
        Prints("tensor([20., 20.])", x.Grad);
    }

    [TestMethod]
    public void AHookDoesNotSeeWhatNoGradientComesTo()
    {
        var x = Leaf(1, 2);
        var z = Leaf(5);
        var fired = false;
        z.RegisterHook(_ => { fired = true; });
        x.Sum().Backward();
        Assert.IsFalse(fired);
    }

    [TestMethod]
    public void AHookSeesOnlyTheValueFromBeforeAWriteInPlace()
    {
        var x = Leaf(1, 2);
        var y = x * 2;
        List<string> seen = [];
        y.RegisterHook(gradient => seen.Add("before " + gradient));
        y.Mul_(3);
        y.RegisterHook(gradient => seen.Add("after " + gradient));
        (y * y).Sum().Backward();
        CollectionAssert.AreEqual(new[] { "after tensor([12., 24.])", "before tensor([36., 72.])" }, seen);
        Prints("tensor([ 72., 144.])", x.Grad);
    }

    [TestMethod]
    public void AHookOnAViewSeesItsPart()
    {
        var x = Leaf(1, 2, 3);
        var view = (x * 1).Narrow(0, 1, 2);
        view.RegisterHook(gradient => gradient * 10);
        (view * view).Sum().Backward();
        Prints("tensor([ 0., 40., 60.])", x.Grad);
    }

    [TestMethod]
    public void AHookOnAViewWhoseMemoryWasWrittenSeesTheNewValue()
    {
        var x = Leaf(1, 2, 3);
        var root = x * 1;
        var view = root.Narrow(0, 1, 2);
        List<string> seen = [];
        view.RegisterHook(gradient => seen.Add("before " + gradient));
        root.Mul_(2);
        view.RegisterHook(gradient => seen.Add("after " + gradient));
        (view * view).Sum().Backward();
        CollectionAssert.AreEqual(new[] { "after tensor([ 8., 12.])" }, seen);
        Prints("tensor([ 0., 16., 24.])", x.Grad);
    }

    [TestMethod]
    public void AHookOnALeafStaysThroughStepsThatWriteIt()
    {
        var x = Leaf(1);
        var count = 0;
        x.RegisterHook(_ => { count++; });
        for (var step = 0; step < 3; step++)
        {
            (x * x).Sum().Backward();
            using var still = new GradMode<T>(enabled: false);
            x.Sub_(x.Grad! * 0.1);
            x.ZeroGrad();
        }
        Assert.AreEqual(3, count);
        Assert.AreEqual(0.512, x.Item<double>(), 1e-6);
    }

    [TestMethod]
    public void AHookOnAResultOfSeveralSeesItsOwnGradient()
    {
        var x = Leaf(1, 2, 3, 4);
        var parts = x.Split(2);
        parts[1].RegisterHook(gradient => gradient * 10);
        (parts[0] + parts[1]).Sum().Backward();
        Prints("tensor([ 1.,  1., 10., 10.])", x.Grad);
    }

    [TestMethod]
    public void ARecordedPassGoesThroughTheHook()
    {
        var x = Leaf(2);
        var y = x * 1;
        y.RegisterHook(gradient => gradient * gradient);
        var first = Autograd.Grad(y.Pow(3).Sum(), x, createGraph: true);
        Prints("tensor([144.])", first.Detach());
        // The first pass computed g(y) = (3 y^2)^2; the second goes to y, whose hook squares g'(y) = 36 y^3 = 288, and to x.
        Prints("tensor([82944.])", Autograd.Grad(first.Sum(), x));
    }

    [TestMethod]
    public void RecordingIsOnInAHookOnlyIfThePassIsRecorded()
    {
        var x = Leaf(2);
        List<bool> enabled = [];
        x.RegisterHook(_ => enabled.Add(T.GradEnabled));
        Autograd.Grad(x.Pow(3).Sum(), x);
        Autograd.Grad(x.Pow(3).Sum(), x, createGraph: true);
        CollectionAssert.AreEqual(new[] { false, true }, enabled);
    }
}
