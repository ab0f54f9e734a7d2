using System.Runtime.CompilerServices;
using TwinGrad.Reference;
using ReferenceTensor = TwinGrad.Reference.Tensor;

namespace TwinGrad.Tests;

/// <summary>Ten operators, three times each, with tensors that several of them use; on the reference engine one may be wrong.</summary>
internal sealed class ThirtyOperations
{
    /// <summary>Which operation is wrong on the reference engine; none unless it is set.</summary>
    internal int PlantedAt { get; init; }

    /// <summary>What of it is wrong: 0 its value, 1 its gradient, 2 the gradient's derivative.</summary>
    internal int FaultyOrder { get; init; }

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
        return place == PlantedAt && inputs is ReferenceTensor[] reference
            ? (T)(object)Planted(node, reference, (Func<ReferenceTensor[], ReferenceTensor>)(object)operation)
            : operation(inputs);
    }

    /// <summary>The same operation with a hundredth too much in its value, in its first input's gradient, or in that gradient's derivatives.</summary>
    private ReferenceTensor Planted(string node, ReferenceTensor[] inputs, Func<ReferenceTensor[], ReferenceTensor> operation)
    {
        var value = operation([.. inputs.Select(input => input.Detach())]);
        return TapeNode.Record(
            node, FaultyOrder == 0 ? value * 1.01 : value, inputs, [.. inputs.Select((_, i) => (Vjp)((g, _) => i == 0 ? Faulty(Right(i, g)) : Right(i, g)))]);

        ReferenceTensor Right(int i, ReferenceTensor g)
        {
            var order = ReferenceTensor.GradEnabled;
            using var recording = new GradMode<ReferenceTensor>(enabled: true);
            // Copies, so that no input's gradient comes by way of another input.
            ReferenceTensor[] copies = [.. inputs.Select(input => order ? input * 1 : input.Detach().RequiresGrad_())];
            return Autograd.Grad(operation(copies), copies[i], g, createGraph: order);
        }

        ReferenceTensor Faulty(ReferenceTensor right) => FaultyOrder switch
        {
            1 => right * 1.01,
            2 => right.Detach() + (right - right.Detach()) * 1.01,
            _ => right,
        };
    }
}
