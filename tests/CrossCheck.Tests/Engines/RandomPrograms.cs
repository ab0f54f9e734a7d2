using CsCheck;

namespace TwinGrad.Tests;

/// <summary>One operation of a random program: which one, on which earlier tensors, with which number.</summary>
internal readonly record struct Step(int Operation, int X, int Y, double Number)
{
    public override string ToString() => $"{Programs<Tensor>.Name(Operation)}(t{X}, t{Y}, {Number})";
}

/// <summary>A random program: leaves that broadcast to 2 x 3 and operations on what is there so far.</summary>
internal sealed record RandomProgram(Input[] Leaves, Step[] Steps)
{
    private static readonly long[][] Shapes = [[2, 3], [3], [2, 1], [1, 3], [], [1]];

    /// <summary>Multiples of a quarter, so that kinks and ties are met exactly and sums of leaves are exact on both engines.</summary>
    private static Gen<Input> Leaf { get; } = Gen.Int[0, Shapes.Length - 1].Select(i => Shapes[i]).SelectMany(shape =>
        Gen.Int[-8, 8].Select(quarters => quarters / 4.0).Array[(int)Shape.Create(shape).Numel].Select(values => new Input(shape, values)));

    private static Gen<Step> AnyStep { get; } = Gen.Select(
        Gen.Int[0, 1000], Gen.Int[0, 1000], Gen.Int[0, 1000], Gen.Int[-6, 6],
        (operation, x, y, quarters) => new Step(operation, x, y, quarters / 4.0));

    internal static Gen<RandomProgram> Any { get; } = Gen.Select(
        Leaf.Array[1, 4], AnyStep.Array[1, 9], (leaves, steps) => new RandomProgram(leaves, steps));

    internal T Run<T>(T[] leaves)
        where T : class, ITensor<T>
    {
        List<T> tensors = [.. leaves];
        foreach (var step in Steps)
            tensors.Add(Programs<T>.Apply(step, tensors, leaves.Length));
        // Every tensor takes part, so that no operation goes unchecked.
        return tensors.Aggregate((sum, tensor) => sum * 0.75 + tensor).Expand(2, 3);
    }

    public override string ToString() => $"{string.Join("; ", Leaves.Select((leaf, i) => $"t{i} = {leaf}"))}; then {string.Join("; ", Steps)}";
}

/// <summary>The operations that random programs are made of. Results broadcast to 2 x 3 and grow slowly.</summary>
internal static class Programs<T>
    where T : class, ITensor<T>
{
    private static readonly (string Name, Func<T, T, double, T> Apply)[] Smooth =
    [
        ("add", (x, y, _) => x + y),
        ("sub", (x, y, _) => x - y),
        ("mul", (x, y, _) => x.Tanh() * y),
        ("div", (x, y, _) => x / (y * y + 1)),
        ("pow", (x, y, _) => (x * x * 0.1 + 0.5).Pow(y.Tanh())),
        ("pow of a number", (x, _, c) => T.Pow(Math.Abs(c) + 0.25, x.Tanh())),
        ("power", (x, _, c) => x.Cos().Pow((int)(Math.Abs(c) * 2))),
        ("root", (x, _, c) => (x * x * 0.1 + 0.25).Pow(c)),
        ("rsub", (x, _, c) => c - x),
        ("scale", (x, _, c) => x * c / 2 + c),
        ("exp", (x, _, _) => x.Sin().Exp()),
        ("log", (x, _, _) => (x * x + 0.5).Log()),
        ("sqrt", (x, _, _) => (x * x + 1).Sqrt()),
        ("reciprocal", (x, _, c) => (c + 3) / (x * x + 1)),
        ("sigmoid", (x, _, _) => x.Sigmoid()),
        ("sum", (x, _, _) => x.Sum(-1, keepDim: true) / 3),
        ("sum of all", (x, _, _) => x.Sum() / 6),
        ("mean", (x, _, _) => x.Expand(2, 3).Mean([0], keepDim: true)),
        ("mean of all", (x, y, _) => x.Mean() - y),
        ("transpose and reshape", (x, _, _) => x.Expand(2, 3).Transpose().Reshape(2, 3)),
        ("row", (x, _, c) => x.Expand(2, 3)[c > 0 ? 0 : ^1]),
        ("column", (x, _, c) => x.Expand(2, 3)[.., TensorIndex.Slice(c > 0 ? 0 : 1, step: 2)].Sum(1, keepDim: true)),
        ("matmul", (x, y, _) => x.Expand(2, 3).MatMul(y.Expand(2, 3).Transpose()).Tanh().MatMul(x.Expand(2, 3))),
        ("batched matmul", (x, y, _) => x.Expand(4, 2, 3).MatMul(y.Expand(2, 3).Transpose()).Mean(0).MatMul(y.Expand(2, 3)) / 4),
        ("vectors", (x, y, _) => x.Expand(2, 3)[0].Dot(y.Expand(2, 3)[1]).Sin()),
        ("in place", (x, y, c) => x.Expand(2, 3).Clone().Add_(y).Mul_(c).Sub_(x)),
        ("in place on a view", (x, y, c) => Written(x.Expand(2, 3).Clone(), z =>
        {
            var row = z[c > 0 ? 0 : 1];
            row.Mul_(y.Expand(2, 3)[1].Tanh());
            z[.., ^1].Sub_(c);
            z[0, 0] = y.Mean();
            row.Add_(z[0, 1].Clone());
        })),
        ("detach", (x, y, _) => x.Detach() * 0.5 + y),
    ];

    /// <summary>What jumps or bends is asked of leaves only: their values are the same bits on both engines.</summary>
    private static readonly (string Name, Func<T, T, double, T> Apply)[] Kinked =
    [
        ("relu", (x, y, c) => (x - c).Relu() + y),
        ("abs", (x, y, _) => (x - y).Abs()),
        ("clamp", (x, y, c) => (x + y).Clamp(-1, c)),
        ("clamp from below", (x, _, c) => x.Clamp(min: c)),
        ("where", (x, y, c) => T.Where(x > y, x * x, y * c)),
        ("where equal", (x, y, c) => T.Where(x.Eq(y), x.Sin(), y + c)),
        ("where both", (x, y, c) => T.Where((x <= c) * y.Ne(c) + (y > 0), x, y * y)),
    ];

    internal static string Name(int operation) => Pick(operation).Name;

    internal static T Apply(Step step, List<T> tensors, int leaves)
    {
        var among = step.Operation % (Smooth.Length + Kinked.Length) < Smooth.Length ? tensors.Count : leaves;
        return Pick(step.Operation).Apply(tensors[step.X % among], tensors[step.Y % among], step.Number);
    }

    private static (string Name, Func<T, T, double, T> Apply) Pick(int operation)
    {
        var place = operation % (Smooth.Length + Kinked.Length);
        return place < Smooth.Length ? Smooth[place] : Kinked[place - Smooth.Length];
    }

    private static T Written(T x, Action<T> write)
    {
        write(x);
        return x;
    }
}
