using TwinGrad.Conformance.Python;

namespace TwinGrad.Conformance;

/// <summary>The variables that the code of node cases uses: the recordings' setup script, in C#.</summary>
internal static class NodeVariables
{
    internal static void Set<T>(PythonEvaluator<T> python)
        where T : class, ITensor<T>
    {
        python["_t"] = (PythonFunction)Counting<T>;

        Leaf(python, "s", [], 3.0);
        Leaf(python, "s2", [], 2.0);
        Leaf(python, "a", [3], 1.0, 2.0, 3.0);
        Leaf(python, "b", [3], 4.0, 5.0, 6.0);
        python["c"] = TensorFactory<T>.Tensor([0.5, 1.5, 2.5]);
        Leaf(python, "p", [3], 0.2, 0.5, 0.7);
        Leaf(python, "q", [3], 0.1, 0.6, 0.3);
        python["t01"] = TensorFactory<T>.Tensor([0.0, 1.0, 1.0]);
        Leaf(python, "k", [3, 3], 4.0, 1.0, 0.0, 1.0, 3.0, 1.0, 0.0, 1.0, 2.0);

        Counting(python, "m", 2, 3);
        Counting(python, "n", 3, 4);
        Counting(python, "bm", 2, 3, 4);
        Counting(python, "bn", 2, 4, 5);
        Counting(python, "r", 2, 2, 3);
        Counting(python, "one", 1, 3);
        Counting(python, "col", 2, 1);

        python["mask"] = TensorFactory<T>.Tensor([true, false, true]);
        python["mask2"] = TensorFactory<T>.Tensor(new[,] { { true, false, true }, { false, true, true } });
        python["idx"] = TensorFactory<T>.Tensor([0L, 2L]);
        python["gi"] = TensorFactory<T>.Tensor(new[,] { { 0L, 1L, 0L }, { 1L, 0L, 1L } });
        python["cls"] = TensorFactory<T>.Tensor([0L, 2L]);
        python["i2"] = TensorFactory<T>.Tensor([1L, 0L]);

        Counting(python, "sig1", 1, 2, 8);
        Counting(python, "k1", 3, 2, 3);
        Counting(python, "img", 1, 2, 5, 5);
        Counting(python, "k2", 3, 2, 3, 3);
        Counting(python, "vol", 1, 1, 4, 4, 4);
        Counting(python, "k3", 2, 1, 2, 2, 2);
        Counting(python, "bias3", 3);
        Counting(python, "bias2", 2);
        Counting(python, "kt1", 2, 3, 3);
        Counting(python, "kt2", 2, 3, 3, 3);
        python["rm"] = TensorFactory<T>.Zeros(2);
        python["rv"] = TensorFactory<T>.Ones(2);
        Counting(python, "emb", 5, 3);
        Counting(python, "lw", 4, 3);
        Counting(python, "lb", 4);
        Counting(python, "ln_w", 3);
        Counting(python, "ln_b", 3);
    }

    private static void Leaf<T>(PythonEvaluator<T> python, string name, ReadOnlySpan<long> shape, params ReadOnlySpan<double> values)
        where T : class, ITensor<T>
        => python[name] = TensorFactory<T>.Tensor(values, shape, requiresGrad: true);

    private static void Counting<T>(PythonEvaluator<T> python, string name, params ReadOnlySpan<long> shape)
        where T : class, ITensor<T>
        => python[name] = Counting<T>(shape);

    /// <summary>The setup's <c>_t(shape)</c>, for the code that calls it.</summary>
    private static object? Counting<T>(PythonArguments arguments)
        where T : class, ITensor<T>
        => arguments is { Positional: [PythonTuple { Items: var lengths }], Keywords.Count: 0 }
            ? Counting<T>([.. lengths.Select(length => ((Scalar)length!).ToInt64())])
            : throw new PythonUnsupportedException($"_t({arguments})");

    /// <summary>A leaf of 0.2, 0.3, 0.4, ...</summary>
    private static T Counting<T>(ReadOnlySpan<long> shape)
        where T : class, ITensor<T>
    {
        var values = new double[Shape.Create(shape).Numel];
        for (var i = 0; i < values.Length; i++)
            values[i] = 0.2 + 0.1 * i;
        return TensorFactory<T>.Tensor<double>(values, shape, requiresGrad: true);
    }
}
