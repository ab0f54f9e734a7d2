namespace TwinGrad.Examples;

internal sealed partial class Notebook<Tensor>
{
    private Func<Tensor, Tensor, Tensor> binaryCrossEntropy = default!;
    private Tensor dLossDYPred = default!;
    private Tensor dYPredDZ = default!;
    private Tensor dzDw = default!;
    private int dzDb;
    private Tensor dLdW = default!;
    private Tensor dLdB = default!;

    private void NeuronByHand()
    {
        Cell(30, () =>
        {
            x = Torch.Tensor(6.7f);
            y = Torch.Tensor(0.0f);

            w = Torch.Tensor(1.0f);
            b = Torch.Tensor(0.0f);
        });
        Cell(31, () => binaryCrossEntropy = Functions.BinaryCrossEntropy);
        Cell(32, () =>
        {
            z = w * x + b;
            yPred = Tensor.Sigmoid(z);

            loss = binaryCrossEntropy(yPred, y);
        });
        Cell(34, () =>
        {
            dLossDYPred = (yPred - y) / (yPred * (1 - yPred));
            dYPredDZ = yPred * (1 - yPred);
            dzDw = x;
            dzDb = 1;

            dLdW = dLossDYPred * dYPredDZ * dzDw;
            dLdB = dLossDYPred * dYPredDZ * dzDb;
        });
        Print(35, () =>
        [
            $"manually calculated gradient of loss w.r.t weight (dw): {dLdW}",
            $"manually calculated gradient of loss w.r.t bias (db): {dLdB}",
        ]);
        NeuronGradients(35, "dL_dw", dLdW, "dL_db", dLdB);
        Picture("loss", loss, ("x", x), ("y", y), ("w", w), ("b", b), ("z", z), ("y_pred", yPred));
    }

    private void NeuronAutograd()
    {
        // Cell 31 belongs to the section before; a run of this section alone needs its function too.
        binaryCrossEntropy = Functions.BinaryCrossEntropy;
        Cell(36, () =>
        {
            x = Torch.Tensor(6.7f);
            y = Torch.Tensor(0.0f);

            w = Torch.Tensor(1.0f, requiresGrad: true);
            b = Torch.Tensor(0.0f, requiresGrad: true);
        });
        Show(39, () => z = w * x + b);
        Show(40, () => yPred = Tensor.Sigmoid(z));
        Show(41, () => loss = binaryCrossEntropy(yPred, y));
        Remark(45);
        Picture("loss", loss, ("x", x), ("y", y), ("w", w), ("b", b), ("z", z), ("y_pred", yPred));
        Cell(43, () => loss.Backward());
        Print(44, () => [w.Grad, b.Grad]);
        NeuronGradients(44, "w.grad", w.Grad!, "b.grad", b.Grad!);
    }

    /// <summary>dL/dw = (p - y) x and dL/db = p - y for the prediction p = 1/(1 + e^-(w x + b)): what the notebook's chain rule comes to.</summary>
    private void NeuronGradients(int n, string weightName, Tensor weightGradient, string biasName, Tensor biasGradient)
    {
        var (input, target) = (x.Item<double>(), y.Item<double>());
        Gradient(n, weightName, weightGradient, w, v => LossAt(v, Constant(0)), v => (Sigmoid(v * input) - target) * input);
        Gradient(n, biasName, biasGradient, b, v => LossAt(Constant(1), v), v => Sigmoid(input + v) - target);

        Tensor LossAt(Tensor weight, Tensor bias)
            => Functions.BinaryCrossEntropy(Functions.Neuron(Constant(input), weight, bias), Constant(target));
        static Tensor Constant(double value) => TensorFactory<Tensor>.Tensor(value, DType.Float64);
        static double Sigmoid(double value) => 1 / (1 + Math.Exp(-value));
    }
}
