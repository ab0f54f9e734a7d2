using System.Runtime.CompilerServices;
using TwinGrad.Reference;
using ReferenceTensor = TwinGrad.Reference.Tensor;

namespace TwinGrad.Tests;

/// <summary>Ten operators, three times each, with tensors that several of them use; on the reference engine one may be wrong.</summary>
internal sealed class ThirtyOperations
{
    internal int WrongDerivativeAt { get; set; }

    internal int WrongValueAt { get; set; }

    /// <summary>The node of each place, once the program has run.</summary>
    internal Dictionary<int, string> Nodes { get; } = [];

    /// <summary>The line of each place.</summary>
    internal Dictionary<int, int> Lines { get; } = [];

    internal T Run<T>(T x, T y)
        where T : class, ITensor<T>
    {
        var a = Step(1, "SinBackward0", [x], v => v[0].Sin());
        var b = Step(2, "MulBackward0", [a, y], v => v[0] * v[1]);
        var c = Step(3, "SigmoidBackward0", [b], v => v[0].Sigmoid());
        var d = Step(4, "MmBackward0", [c, x], v => v[0].MatMul(v[1]));
        var e = Step(5, "TanhBackward0", [d], v => v[0].Tanh());
        var f = Step(6, "ExpBackward0", [e], v => v[0].Exp());
        var g = Step(7, "DivBackward0", [a, f], v => v[0] / v[1]);
        var h = Step(8, "CumsumBackward0", [g], v => v[0].Cumsum(1));
        var i = Step(9, "PowBackward0", [h], v => v[0].Pow(2));
        var j = Step(10, "AddBackward0", [i, b], v => v[0] + v[1]);
        var k = Step(11, "SinBackward0", [j], v => v[0].Sin());
        var l = Step(12, "MulBackward0", [k, x], v => v[0] * v[1]);
        var m = Step(13, "SigmoidBackward0", [l], v => v[0].Sigmoid());
        var n = Step(14, "MmBackward0", [m, f], v => v[0].MatMul(v[1]));
        var o = Step(15, "TanhBackward0", [n], v => v[0].Tanh());
        var p = Step(16, "ExpBackward0", [o], v => v[0].Exp());
        var q = Step(17, "DivBackward0", [o, p], v => v[0] / v[1]);
        var r = Step(18, "CumsumBackward0", [q], v => v[0].Cumsum(0));
        var s = Step(19, "PowBackward0", [r], v => v[0].Pow(2));
        var t = Step(20, "AddBackward0", [s, k], v => v[0] + v[1]);
        var u = Step(21, "SinBackward0", [t], v => v[0].Sin());
        var w = Step(22, "MulBackward0", [u, a], v => v[0] * v[1]);
        var z = Step(23, "SigmoidBackward0", [w], v => v[0].Sigmoid());
        var aa = Step(24, "MmBackward0", [z, t], v => v[0].MatMul(v[1]));
        var ab = Step(25, "TanhBackward0", [aa], v => v[0].Tanh());
        var ac = Step(26, "ExpBackward0", [ab], v => v[0].Exp());
        var ad = Step(27, "DivBackward0", [u, ac], v => v[0] / v[1]);
        var ae = Step(28, "CumsumBackward0", [ad], v => v[0].Cumsum(1));
        var af = Step(29, "PowBackward0", [ae], v => v[0].Pow(2));
        return Step(30, "AddBackward0", [af, ad], v => v[0] + v[1]);
    }

    private T Step<T>(int place, string node, T[] inputs, Func<T[], T> operation, [CallerLineNumber] int line = 0)
        where T : class, ITensor<T>
    {
        (Nodes[place], Lines[place]) = (node, line);
        return inputs is ReferenceTensor[] reference && (place == WrongDerivativeAt || place == WrongValueAt)
            ? (T)(object)Planted(place, node, reference, (Func<ReferenceTensor[], ReferenceTensor>)(object)operation)
            : operation(inputs);
    }

    /// <summary>The same operation with a hundredth too much in its value, or in its first input's gradient.</summary>
    private ReferenceTensor Planted(int place, string node, ReferenceTensor[] inputs, Func<ReferenceTensor[], ReferenceTensor> operation)
    {
        ReferenceTensor[] leaves = [.. inputs.Select(input => input.Detach().RequiresGrad_())];
        var right = operation(leaves);
        return TapeNode.Record(
            node, right.Detach() * (place == WrongValueAt ? 1.01 : 1), inputs,
            [.. leaves.Select((leaf, i) => (Vjp)((g, _) => Autograd.Grad(right, leaf, g, retainGraph: true) * (place == WrongDerivativeAt && i == 0 ? 1.01 : 1)))]);
    }
}
