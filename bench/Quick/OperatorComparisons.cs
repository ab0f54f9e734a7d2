using TorchSharp;
using Raw = TorchSharp.torch.Tensor;

namespace TwinGrad.Bench.Quick;

/// <summary>Thirty operators on small tensors, where what counts is the way to the native code and back.</summary>
internal static class OperatorComparisons
{
    private const double Goal = 1.03;

    private static readonly Operator[] Operators =
    [
        Of("x + y", (x, y) => x + y, (x, y) => x + y),
        Of("x - y", (x, y) => x - y, (x, y) => x - y),
        Of("x * y", (x, y) => x * y, (x, y) => x * y),
        Of("x / y", (x, y) => x / y, (x, y) => x / y),
        Of("pow(x, y)", (x, y) => x.Pow(y), (x, y) => x.pow(y)),
        Of("maximum", (x, y) => x.Maximum(y), (x, y) => torch.maximum(x, y)),
        Of("dot", (x, y) => x.Dot(y), (x, y) => x.dot(y)),
        Of("neg", x => -x, x => -x),
        Of("exp", x => x.Exp(), x => x.exp()),
        Of("log", x => x.Log(), x => x.log()),
        Of("sqrt", x => x.Sqrt(), x => x.sqrt()),
        Of("abs", x => x.Abs(), x => x.abs()),
        Of("sin", x => x.Sin(), x => x.sin()),
        Of("tanh", x => x.Tanh(), x => x.tanh()),
        Of("sigmoid", x => x.Sigmoid(), x => x.sigmoid()),
        Of("relu", x => x.Relu(), x => x.relu()),
        Of("gelu", x => x.Gelu(), x => torch.nn.functional.gelu(x)),
        Of("softmax", x => x.Softmax(0), x => x.softmax(0)),
        Of("log_softmax", x => x.LogSoftmax(0), x => x.log_softmax(0)),
        Of("sum", x => x.Sum(), x => x.sum()),
        Of("mean", x => x.Mean(), x => x.mean()),
        Of("cumsum", x => x.Cumsum(0), x => x.cumsum(0)),
        Of("view", x => x.View(2, 5), x => x.view(2, 5)),
        Of("unsqueeze", x => x.Unsqueeze(0), x => x.unsqueeze(0)),
        Of("narrow", x => x.Narrow(0, 2, 5), x => x.narrow(0, 2, 5)),
        Of("cat", (x, y) => Torch.Cat([x, y]), (x, y) => torch.cat([x, y])),
        Of("stack", (x, y) => Torch.Stack([x, y]), (x, y) => torch.stack([x, y])),
        OfMatrices("t", (x, _) => x.Transpose(), (x, _) => x.t()),
        OfMatrices("mm", (x, y) => x.Mm(y), (x, y) => x.mm(y)),
        OfMatrices("sum(dim)", (x, _) => x.Sum(1), (x, _) => x.sum(1)),
    ];

    internal static ComparisonGroup NotRecorded() => Group("Operators, not recorded", requiresGrad: false);

    internal static ComparisonGroup Recorded() => Group("Operators, recorded", requiresGrad: true);

    private static ComparisonGroup Group(string title, bool requiresGrad) => new(
        $"{title}: 10 floats, or 8 x 8 for {string.Join(", ", Operators.Where(op => op.Shape.Length > 1).Select(op => op.Name))}",
        "TwinGrad", "raw",
        [.. Operators.Select(op => op.Comparison(requiresGrad))]);

    private static Operator Of(string name, Func<Tensor, Tensor> ours, Func<Raw, Raw> raw) => Of(name, (x, _) => ours(x), (x, _) => raw(x));

    private static Operator Of(string name, Func<Tensor, Tensor, Tensor> ours, Func<Raw, Raw, Raw> raw) => new(name, [10], ours, raw);

    private static Operator OfMatrices(string name, Func<Tensor, Tensor, Tensor> ours, Func<Raw, Raw, Raw> raw) => new(name, [8, 8], ours, raw);

    /// <summary>An operator of one or two tensors of a shape.</summary>
    private sealed record Operator(string Name, long[] Shape, Func<Tensor, Tensor, Tensor> Ours, Func<Raw, Raw, Raw> Raw)
    {
        internal Comparison Comparison(bool requiresGrad)
        {
            var (x, y) = (Torch.Ones(Shape, requiresGrad: requiresGrad), Torch.Ones(Shape, requiresGrad: requiresGrad));
            var (rawX, rawY) = (torch.ones(Shape, requires_grad: requiresGrad), torch.ones(Shape, requires_grad: requiresGrad));
            return new(requiresGrad ? $"{Name}, recorded" : Name, () => Ours(x, y).Dispose(), () => Raw(rawX, rawY).Dispose())
            {
                Goal = new(Ratio: OperatorComparisons.Goal),
            };
        }
    }
}
