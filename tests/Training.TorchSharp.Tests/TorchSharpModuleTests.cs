using TorchSharp;
using TorchSharp.Modules;
using Raw = TorchSharp.torch.nn;
using RawTensor = TorchSharp.torch.Tensor;

namespace TwinGrad.Tests;

/// <summary>Modules of TorchSharp's in place of this library's.</summary>
[TestClass]
public sealed class TorchSharpModuleTests
{
    /// <summary>TorchSharp finds libtorch once our library has loaded it.</summary>
    [AssemblyInitialize]
    public static void Load(TestContext context) => _ = Torch.LibTorch;

    [TestMethod]
    public void ItComputesWhatOurModuleOfTheSameStateComputes()
    {
        using var raw = Network();
        var wrapped = new TorchSharpModule(raw);
        var own = new Sequential<Tensor>(
            ("conv", new Conv2d<Tensor>(1, 2, 3)), ("norm", new BatchNorm2d<Tensor>(2)), ("relu", new ReLU<Tensor>()),
            ("flat", new Flatten<Tensor>()), ("linear", new Linear<Tensor>(8, 3)));
        CollectionAssert.AreEqual(own.StateDict().Keys.ToArray(), wrapped.StateDict().Keys.ToArray());
        own.LoadStateDict(wrapped.StateDict());
        var (x, y) = (Torch.Randn(2, 1, 4, 4).RequiresGrad_(), new Tensor[1]);
        foreach (var mode in new[] { true, false })
        {
            var copy = x.Detach().RequiresGrad_();
            x.ZeroGrad();
            wrapped.Train(mode).Forward(x).Sin().Sum().Backward();
            own.Train(mode).Forward(copy).Sin().Sum().Backward();
            CollectionAssert.AreEqual(copy.Grad!.ToArray<float>(), x.Grad!.ToArray<float>());
        }
        foreach (var ((key, ours), theirs) in own.NamedParameters().Zip(wrapped.Parameters()))
            CollectionAssert.AreEqual(ours.Grad!.ToArray<float>(), theirs.Grad!.ToArray<float>(), key);
        foreach (var ((key, ours), theirs) in own.NamedBuffers().Zip(wrapped.Buffers()))
            CollectionAssert.AreEqual(ours.ToArray<float>(), theirs.ToArray<float>(), key);
    }

    /// <summary>TorchSharp writes where nobody here sees it, so what was there at the step has to be known by then.</summary>
    [TestMethod]
    public void AGradientThatTorchSharpCleared_IsNotWarnedOf()
    {
        var x = Torch.Ones([2], requiresGrad: true);
        var optimizer = Optim.Sgd([x], lr: 0.1);
        x.Pow(2).Sum().Backward();
        using var gradient = x.Grad!.Torch;
        var messages = new List<string>();
        Warnings.Warning += messages.Add;
        Warnings.Always = true;
        try
        {
            optimizer.Step();
            gradient.zero_();
            x.Pow(2).Sum().Backward();
            Assert.IsEmpty(messages);
            optimizer.Step();
            x.Pow(2).Sum().Backward();
            Assert.HasCount(1, messages);
        }
        finally
        {
            Warnings.Always = false;
            Warnings.Warning -= messages.Add;
        }
    }

    [TestMethod]
    public void MemoryAndGradientsAreShared()
    {
        using var raw = Raw.Linear(2, 1);
        var wrapped = new TorchSharpModule(raw);
        wrapped.LoadStateDict(new Dictionary<string, Tensor> { ["weight"] = Torch.Ones(1, 2), ["bias"] = Torch.Zeros(1) });
        Assert.AreEqual(2, raw.weight.sum().item<float>());
        wrapped.Forward(Torch.Ones(2)).Sum().Backward();
        Assert.AreEqual(2, raw.weight.grad!.sum().item<float>());
        wrapped.ZeroGrad();
        Assert.IsNull(raw.weight.grad);
        Assert.AreEqual("Linear()", wrapped.ToString());
    }

    [TestMethod]
    public void ItIsTrainedAmongOurModules()
    {
        Torch.ManualSeed(1);
        using var raw = Raw.Linear(2, 8);
        var model = new Sequential<Tensor>(new TorchSharpModule(raw), new Tanh<Tensor>(), new Linear<Tensor>(8, 1));
        var optimizer = Optim.Sgd(model.Parameters(), lr: 0.3);
        var x = Torch.Randn(32, 2);
        var target = x.Sum(1, keepDim: true).Sin();
        var loss = new MSELoss<Tensor>();
        var first = loss.Forward(model.Forward(x), target).Item<double>();
        for (var step = 0; step < 100; step++)
        {
            optimizer.ZeroGrad();
            loss.Forward(model.Forward(x), target).Backward();
            optimizer.Step();
        }
        Assert.IsLessThan(first / 10, loss.Forward(model.Forward(x), target).Item<double>());
    }

    [TestMethod]
    public void AConversionKeepsTheTensorsOnBothSides()
    {
        using var raw = Raw.Linear(2, 1);
        var wrapped = new TorchSharpModule(raw);
        var (weight, theirs) = (wrapped.Parameters()[0], raw.weight);
        wrapped.Forward(Torch.Ones(2)).Sum().Backward();
        wrapped.To(DType.Float64);
        Assert.AreSame(weight, wrapped.Parameters()[0]);
        Assert.AreEqual(TorchSharp.torch.ScalarType.Float64, theirs.dtype);
        Assert.AreEqual(TorchSharp.torch.ScalarType.Float64, raw.weight.grad!.dtype);
        Assert.AreEqual(DType.Float64, wrapped.Forward(Torch.Ones([2], DType.Float64)).DType);
        Optim.Sgd(wrapped.Parameters(), lr: 1).Step();
        CollectionAssert.AreEqual(weight.ToArray<double>(), theirs.data<double>().ToArray());
    }

    [TestMethod]
    public void TorchSharpsOwnConversionIsFoundOut()
    {
        using var raw = Raw.Sequential(Raw.Linear(2, 1));
        var wrapped = new TorchSharpModule(raw);
        raw.to(TorchSharp.torch.ScalarType.Float64);
        Assert.AreEqual(
            "Linear has other parameters than when it was wrapped, so that an optimizer would step the old ones. TorchSharp's own to() "
            + "does that: use To of the TorchSharpModule instead, or wrap the module afterwards",
            Assert.ThrowsExactly<TorchException>(() => wrapped.Forward(Torch.Ones([2], DType.Float64))).Message);
        Assert.AreEqual(DType.Float64, new TorchSharpModule(raw).Forward(Torch.Ones([2], DType.Float64)).DType);
    }

    [TestMethod]
    public void AnotherObjectOverTheSameTensorReadsWhatIsThereAfterAConversion()
    {
        using var raw = Raw.Linear(500, 500);
        var wrapped = new TorchSharpModule(raw).To(DType.Float64);
        var alias = Tensor.FromTorch(raw.weight);
        var values = alias.ToArray<double>();
        wrapped.To(DType.Float16);
        CollectionAssert.AreEqual(Array.ConvertAll(values, value => (double)(Half)value), alias.ToArray<double>());
    }

    [TestMethod]
    public void TrainingIsTheirsWhoeverSwitchesIt()
    {
        using var raw = Network();
        var wrapped = new TorchSharpModule(raw);
        wrapped.Eval();
        Assert.IsFalse(raw.training);
        Assert.IsTrue(raw.children().All(child => !child.training));
        raw.train();
        Assert.IsTrue(wrapped.Training && wrapped.Children["norm"].Training);
    }

    [TestMethod]
    public void WhatIsFrozenStaysFrozen()
    {
        using var raw = Raw.Linear(2, 1);
        raw.weight.requires_grad = false;
        var wrapped = new TorchSharpModule(raw);
        Assert.IsFalse(wrapped.Parameters()[0].RequiresGrad);
        Assert.IsTrue(wrapped.Parameters()[1].RequiresGrad);
    }

    [TestMethod]
    public void AModuleThatIsThereTwiceHasItsParametersOnce()
    {
        using var shared = Raw.Linear(2, 2);
        using var raw = Raw.Sequential(("a", shared), ("b", shared));
        Assert.HasCount(2, new TorchSharpModule(raw).Parameters());
    }

    [TestMethod]
    public void BadInputIsRefusedInOurWords()
    {
        using var raw = Raw.Linear(2, 1);
        var wrapped = new TorchSharpModule(raw);
        Assert.ThrowsExactly<ArgumentNullException>(() => new TorchSharpModule(null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => wrapped.Forward(null!));
        var gone = Torch.Ones(2);
        gone.Dispose();
        Assert.ThrowsExactly<ObjectDisposedException>(() => wrapped.Forward(gone));
        Assert.AreEqual(
            "mat1 and mat2 must have the same dtype, but got Double and Float",
            Assert.ThrowsExactly<TorchException>(() => wrapped.Forward(Torch.Ones([3, 2], DType.Float64))).Message);
        var error = Assert.ThrowsExactly<TorchException>(() => wrapped.Forward(Torch.Ones(3, 5)));
        Assert.AreEqual("mat1 and mat2 shapes cannot be multiplied (3x5 and 2x1)", error.Message);
        Assert.IsNotNull(error.NativeTrace);
        using var embedding = Raw.Embedding(5, 3);
        Assert.ThrowsExactly<TorchIndexException>(() => new TorchSharpModule(embedding).Forward(Torch.Tensor([7L])));
    }

    [TestMethod]
    public void AModuleThatWasDisposedOfIsRefused()
    {
        var raw = Network();
        var wrapped = new TorchSharpModule(raw);
        raw.Dispose();
        Assert.ThrowsExactly<ObjectDisposedException>(() => wrapped.Forward(Torch.Ones(2, 1, 4, 4)));
        Assert.ThrowsExactly<ObjectDisposedException>(() => new TorchSharpModule(raw));
        Assert.ThrowsExactly<ObjectDisposedException>(() => wrapped.Train());
        var partly = Raw.Linear(2, 1);
        var holds = new TorchSharpModule(partly);
        partly.weight.Dispose();
        Assert.ThrowsExactly<ObjectDisposedException>(() => holds.Forward(Torch.Ones(2)));
        Assert.ThrowsExactly<ObjectDisposedException>(() => new TorchSharpModule(partly).Forward(Torch.Ones(2)));
    }

    [TestMethod]
    public void AModuleThatDoesNotRegisterItsPartsIsRefused()
    {
        using var forgetful = new Custom(register: false);
        Assert.AreEqual(
            "field '_linear' of Custom is not registered: it would be neither trained nor saved. "
            + "Call RegisterComponents() at the end of the constructor",
            Assert.ThrowsExactly<TorchArgumentException>(() => new TorchSharpModule(forgetful)).Message);
        using var custom = new Custom(register: true);
        var wrapped = new TorchSharpModule(custom);
        CollectionAssert.AreEqual(new[] { "_scale", "_linear.weight", "_linear.bias" }, wrapped.StateDict().Keys.ToArray());
        Assert.AreEqual("Custom(\n  (_linear): Linear()\n)", wrapped.ToString());
        Assert.AreEqual(1, wrapped.Forward(Torch.Ones(2)).Dim);
    }

    [TestMethod]
    [DataRow("elu")]
    [DataRow("dropout")]
    [DataRow("maxpool")]
    [DataRow("layernorm")]
    [DataRow("batchnorm")]
    [DataRow("embedding")]
    [DataRow("identity")]
    [DataRow("softmax")]
    [DataRow("transformer")]
    public void EveryKindOfModuleIsCalledAndRefusedOnceItIsGone(string kind)
    {
        var (raw, x) = kind switch
        {
            "elu" => ((Raw.Module<RawTensor, RawTensor>)Raw.ELU(), Torch.Ones(2, 3)),
            "dropout" => (Raw.Dropout(), Torch.Ones(2, 3)),
            "maxpool" => (Raw.MaxPool2d(2), Torch.Ones(1, 1, 4, 4)),
            "layernorm" => (Raw.LayerNorm(3), Torch.Ones(2, 3)),
            "batchnorm" => (Raw.BatchNorm1d(3), Torch.Ones(2, 3)),
            "embedding" => (Raw.Embedding(5, 3), Torch.Tensor([1L, 2L])),
            "identity" => (Raw.Identity(), Torch.Ones(2, 3)),
            "softmax" => (Raw.Softmax(1), Torch.Ones(2, 3)),
            _ => (new Encoder(), Torch.Ones(2, 1, 4)),
        };
        var wrapped = new TorchSharpModule(raw);
        var y = wrapped.Forward(x);
        Assert.IsGreaterThan(0, y.Numel);
        _ = y.ToArray<float>();
        _ = x.ToArray<float>();
        wrapped.Eval();
        wrapped.Forward(x);
        raw.Dispose();
        try
        {
            Assert.IsGreaterThan(0, wrapped.Forward(x).Numel);
        }
        catch (ObjectDisposedException)
        {
            return;
        }
        Assert.IsEmpty(wrapped.Parameters());
    }

    private static TorchSharp.Modules.Sequential Network() => Raw.Sequential(
        ("conv", Raw.Conv2d(1, 2, 3)), ("norm", Raw.BatchNorm2d(2)), ("relu", Raw.ReLU()), ("flat", Raw.Flatten()), ("linear", Raw.Linear(8, 3)));

    private sealed class Custom : Raw.Module<RawTensor, RawTensor>
    {
        private readonly TorchSharp.Modules.Linear _linear = Raw.Linear(2, 2);
        private readonly Parameter _scale = Raw.Parameter(TorchSharp.torch.ones(1));

        internal Custom(bool register)
            : base("Custom")
        {
            if (register)
                RegisterComponents();
        }

        public override RawTensor forward(RawTensor input) => _linear.call(input) * _scale;
    }

    /// <summary>A native module inside one of C#.</summary>
    private sealed class Encoder : Raw.Module<RawTensor, RawTensor>
    {
        private readonly TransformerEncoderLayer _layer = Raw.TransformerEncoderLayer(4, 2, 8);

        internal Encoder()
            : base("Encoder")
            => RegisterComponents();

        public override RawTensor forward(RawTensor input) => _layer.call(input, null!, null!);
    }
}
