namespace TwinGrad.Tests;

/// <summary>Losses and activations: PyTorch's defaults, PyTorch's refusals.</summary>
public abstract class LossSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    private static T X => Vector(0.1, 0.5, 0.9, 0.3).View(2, 2);

    private static T Target => Vector(0.2, 0.8, 0.4, 0.6).View(2, 2);

    [TestMethod]
    public void Defaults_are_PyTorchs()
    {
        Prints("tensor(0.1100)", X.MseLoss(Target));
        Prints("tensor(0.3000)", X.L1Loss(Target));
        Prints("tensor(0.0550)", X.SmoothL1Loss(Target));
        Prints("tensor(0.0550)", X.HuberLoss(Target));
        Prints("tensor(0.8817)", X.BinaryCrossEntropy(Target));
        Prints("tensor(0.7135)", X.BinaryCrossEntropyWithLogits(Target));
        Prints("tensor(1.4008)", X.PoissonNllLoss(Target));
        Prints("tensor(0.2500)", X.HingeEmbeddingLoss(Vector(1, -1, -1, 1).View(2, 2)));
        Prints("tensor(-0.2903)", X.GaussianNllLoss(Target, Target));
        Prints("tensor(-0.2000)", X.NllLoss(Ints(0, 1)));
        Prints("tensor(0.1534)", Vector(-1, -1).KlDiv(Vector(0.5, 0.5)));
    }

    [TestMethod]
    public void Logarithms_of_certainties_end_at_minus_100()
    {
        Prints("tensor(100.)", Vector(0).BinaryCrossEntropy(Vector(1)));
        Prints("tensor(0.)", Vector(1).BinaryCrossEntropy(Vector(1)));
        Prints("tensor([500.,   0.])", Vector(1000, 1000).BinaryCrossEntropyWithLogits(Vector(0.5, 1), reduction: Reduction.None));
    }

    [TestMethod]
    public void Targets_are_classes_that_exist()
    {
        Refuses("Target 9 is out of bounds.", () => Ones(2, 3).CrossEntropy(Ints(0, 9)));
        Refuses("Target -1 is out of bounds.", () => Ones(2, 3).NllLoss(Ints(0, -1)));
        Refuses(
            "weight tensor should be defined either for all 3 classes or no classes but got weight tensor of shape: [5]",
            () => Ones(2, 3).CrossEntropy(Ints(0, 1), Ones(5)));
        Prints("tensor(nan)", Ones(2, 3).CrossEntropy(Ints(-100, -100)));
        Prints("tensor(nan)", Zeros(0, 3).CrossEntropy(Zeros(0).To(DType.Int64)));
    }

    [TestMethod]
    public void What_does_not_fit_is_refused()
    {
        Refuses(
            "Target size (torch.Size([4])) must be the same as input size (torch.Size([4, 1]))",
            () => Ones(4, 1).BinaryCrossEntropyWithLogits(Ones(4)));
        Refuses("var has negative entry/entries", () => Ones(2).GaussianNllLoss(Zeros(2), Vector(-1, -1)));
        Refuses("\"mse_cpu\" not implemented for 'Long'", () => Ints(1, 1).MseLoss(Ints(1, 1)));
        Refuses("99 is not a valid value for reduction", () => Ones(2).MseLoss(Zeros(2), (Reduction)99));
        Refuses("batchmean is not a valid value for reduction", () => Ones(2).L1Loss(Zeros(2), Reduction.BatchMean));
    }

    [TestMethod]
    public void Activations_are_PyTorchs()
    {
        var x = Vector(-2, -0.3, 0.2, 3);
        Prints("tensor([-0.0455, -0.1146,  0.1159,  1.9545])", Vector(-2, -0.3, 0.2, 2).Gelu());
        Prints("tensor([-0.8647, -0.2592,  0.2000,  3.0000])", x.Elu());
        Prints("tensor([-1.0000, -0.3000,  0.2000,  1.0000])", x.Hardtanh());
        Prints("tensor([-1.5202, -0.4557,  0.2101,  3.1521])", x.Selu());
        Prints("tensor([-0.2525, -0.1511,  0.1326,  2.9865])", x.Mish());
        Prints("tensor([-0.2384, -0.1277,  0.1100,  2.8577])", x.Silu());
        Prints("tensor([-0.3333, -0.1350,  0.1067,  3.0000])", x.Hardswish());
        Prints("tensor([0.1667, 0.4500, 0.5333, 1.0000])", x.Hardsigmoid());
        Prints("tensor([-2.1269, -0.8544, -0.5981, -0.0486])", x.LogSigmoid());
        Prints("tensor([-0.6667, -0.2308,  0.1667,  0.7500])", x.Softsign());
        Prints("tensor([0., 1., 0.])", Gradient(Leaf(-1, 0, 1), y => y.Hardtanh()));
        Prints("tensor([0.0000, 0.1667, 0.0000])", Gradient(Leaf(-3, 0, 3), y => y.Hardsigmoid()));
        Prints("tensor([-0.6931, -0.6931])", Vector(-1000, -1000).LogSoftmax(0));
    }
}
