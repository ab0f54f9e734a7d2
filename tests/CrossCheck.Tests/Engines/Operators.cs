namespace TwinGrad.Tests;

/// <summary>Every operator of the contract by name, for an engine.</summary>
internal static class Operators<T>
    where T : class, ITensor<T>
{
    /// <summary>Functions of one tensor, element by element.</summary>
    internal static IReadOnlyDictionary<string, Func<T, T>> Unary { get; } = new Dictionary<string, Func<T, T>>
    {
        ["neg"] = x => -x,
        ["abs"] = T.Abs,
        ["reciprocal"] = T.Reciprocal,
        ["exp"] = T.Exp,
        ["log"] = T.Log,
        ["sin"] = T.Sin,
        ["cos"] = T.Cos,
        ["tanh"] = T.Tanh,
        ["sqrt"] = T.Sqrt,
        ["sigmoid"] = T.Sigmoid,
        ["relu"] = T.Relu,
        ["x + 1.5"] = x => x + 1.5,
        ["x - 2"] = x => x - 2,
        ["2 - x"] = x => 2 - x,
        ["x * 3"] = x => x * 3,
        ["x / 0.7"] = x => x / 0.7,
        ["2 / x"] = x => 2 / x,
        ["x ** 0"] = x => x.Pow(0),
        ["x ** 1"] = x => x.Pow(1),
        ["x ** 2"] = x => x.Pow(2),
        ["x ** 3"] = x => x.Pow(3),
        ["x ** -1"] = x => x.Pow(-1),
        ["x ** 0.5"] = x => x.Pow(0.5),
        ["x ** 2.5"] = x => x.Pow(2.5),
        ["2 ** x"] = x => T.Pow(2, x),
        ["0.5 ** x"] = x => T.Pow(0.5, x),
        ["0 ** x"] = x => T.Pow(0, x),
        ["clamp(-1, 1)"] = x => x.Clamp(-1, 1),
        ["clamp(min 0)"] = x => x.Clamp(min: 0),
        ["clamp(max 0)"] = x => x.Clamp(max: 0),
        ["clamp(1, -1)"] = x => x.Clamp(1, -1),
        ["clone"] = T.Clone,
        ["to float32 and back"] = x => (x * 0.25).To(DType.Float64),
        ["contiguous"] = T.Contiguous,
        ["x > 0"] = x => x > 0,
        ["x == 0"] = x => x.Eq(0),
        ["in place"] = x => (x * 1).Add_(2).Mul_(x).Sub_(1).Div_(4),
        ["zero_"] = x => (x * 2).Zero_() + x,
        ["fill_"] = x => (x * 2).Fill_(3) * x,
        ["copy_"] = x => (x * 2).Copy_(x * x),
    };

    /// <summary>Functions of two tensors, broadcast.</summary>
    internal static IReadOnlyDictionary<string, Func<T, T, T>> Binary { get; } = new Dictionary<string, Func<T, T, T>>
    {
        ["add"] = T.Add,
        ["sub"] = T.Sub,
        ["mul"] = T.Mul,
        ["div"] = T.Div,
        ["pow"] = T.Pow,
        ["where(x > y)"] = (x, y) => T.Where(x > y, x, y),
        ["where(x >= 0)"] = (x, y) => T.Where(x >= 0, y * y, x),
        ["lt"] = T.Lt,
        ["le"] = T.Le,
        ["ge"] = T.Ge,
        ["ne"] = T.Ne,
    };

    /// <summary>Functions of one 2 x 3 x 4 tensor that reduce it, reorder it or take parts of it.</summary>
    internal static IReadOnlyDictionary<string, Func<T, T>> Shaped { get; } = new Dictionary<string, Func<T, T>>
    {
        ["sum"] = x => x.Sum(),
        ["sum(1)"] = x => x.Sum(1),
        ["sum(0, 2, keepdim)"] = x => x.Sum([0, -1], keepDim: true),
        ["mean"] = x => x.Mean(),
        ["mean(-1)"] = x => x.Mean(-1),
        ["mean(0, 1)"] = x => x.Mean(0, 1),
        ["view"] = x => x.View(6, 4),
        ["reshape of transposed"] = x => x.Transpose(0, 2).Reshape(6, -1),
        ["flatten"] = x => x.Flatten(1),
        ["expand"] = x => x.Unsqueeze(1).Expand(-1, 5, -1, -1),
        ["permute"] = x => x.Permute(2, 0, 1),
        ["squeeze"] = x => x[..1].Squeeze(),
        ["squeeze_"] = x => (x[..1] * 2).Squeeze_(0),
        ["select"] = x => x[1, ^1],
        ["slice"] = x => x[.., 1.., TensorIndex.Slice(0, null, 3)],
        ["new axis and ellipsis"] = x => x[TensorIndex.NewAxis, 0, TensorIndex.Ellipsis, 1],
        ["cat"] = x => T.Cat([x, x[..1] * 2, x], 0),
        ["cat along the last"] = x => T.Cat([x[0, .., ..2], x[1] * x[0]], -1),
        ["stack"] = x => T.Stack([x[0], x[1] * x[0]], 1),
        ["split"] = x => With(x.Split(3, -1), parts => parts[0].Sum() * parts[1].Sum()),
        ["split with sizes"] = x => With(x.Split([1, 0, 2], 1), parts => parts[0] * parts[2]),
        ["chunk"] = x => With(x.Chunk(2, 2), parts => parts[0] * parts[1]),
        ["unbind"] = x => With(x.Unbind(1), parts => parts[0] * parts[2].Pow(2)),
        ["narrow"] = x => x.Narrow(-1, -3, 2),
        ["flip"] = x => x.Flip(0, 2),
        ["flip of transposed"] = x => x.Transpose(0, 2).Flip(-1),
        ["roll"] = x => x.Roll(5),
        ["roll(-1, 2)"] = x => x.Roll([-1, 2], [1, 0]),
        ["repeat"] = x => x.Repeat(2, 1, 3, 2),
        ["repeat of transposed"] = x => x.Transpose(0, 1).Repeat(2, 1, 1),
        ["tile"] = x => x.Tile(2, 1),
        ["repeat_interleave"] = x => x.RepeatInterleave(2, 1),
        ["unfold"] = x => x.Unfold(2, 3, 1),
        ["unfold in steps"] = x => x.Transpose(0, 1).Unfold(0, 1, 2),
        ["movedim"] = x => x.Movedim([0, 1], [2, 0]),
        ["tril"] = x => x.Tril(-1),
        ["triu"] = x => x.Triu(1),
        ["hstack"] = x => Composites.Hstack<T>([x, x * x]),
        ["vstack"] = x => Composites.Vstack<T>([x[0, 0], x[1]]),
        ["gather"] = x => x.Gather(1, Index([2, 1, 4], 0, 2, 2, 1, 1, 1, 0, 2)),
        ["scatter"] = x => x.Scatter(2, Index([1, 2, 2], 0, 3, 2, 1), x[..1, ..2, ..2].Pow(2)),
        ["scatter a number"] = x => x.Pow(2).Scatter(-1, Index([1, 2, 2], 0, 3, 2, 1), 4.5),
        ["scatter_add"] = x => x.ScatterAdd(0, Index([2, 1, 2], 0, 1, 0, 0), x[.., ..1, 1..3].Pow(2)),
        ["index_select"] = x => x.Pow(2).IndexSelect(-1, Index([3], 3, 0, 3)),
        ["take"] = x => x.Pow(2).Take(Index([2, 2], 5, -1, 23, 5)),
        ["take_along_dim"] = x => x.TakeAlongDim(x.Argsort(1)[.., ..1], 1),
        ["masked_fill"] = x => x.Pow(2).MaskedFill(x > 0, 3),
        ["masked_fill_"] = x => x.Pow(2).MaskedFill_(x[0] > 0, 3),
        ["masked_select"] = x => x.Pow(2).MaskedSelect(x[.., .., ..1] > 0),
        ["tensor index"] = x => x.Pow(2)[TensorIndex.Of(Index([3], 1, 0, 1))],
        ["tensor indices side by side"] = x => x.Pow(2)[.., TensorIndex.Of(Index([2, 1], 1, -1)), TensorIndex.Of(Index([3], 0, 1, 0))],
        ["tensor indices apart"] = x => x.Pow(2)[TensorIndex.Of(Index([2], 1, 1)), ..2, TensorIndex.Of(Index([2], 3, 0))],
        ["tensor index beside others"] = x => x.Pow(2)[1, TensorIndex.NewAxis, TensorIndex.Ellipsis, TensorIndex.Of(Index([2], 3, 0))],
        ["mask"] = x => x.Pow(2)[TensorIndex.Of(x > 0)],
        ["mask of the first dimensions"] = x => x.Pow(2)[TensorIndex.Of(x[.., .., 0] > 0)],
        ["write by tensor index"] = x => Written(x * 1, y => y[.., TensorIndex.Of(Index([2], 2, 0))] = x[.., ..2].Pow(2)),
        ["write by mask"] = x => Written(x * 1, y => y[TensorIndex.Of(x > 0)] = x[0, 0, 0].Pow(2)),
        ["write by tensor index into a view"] = x => Written(x * 1, y => y[1, TensorIndex.Of(Index([2], 2, 0))] = x[0, 0]),
        ["sort"] = x => x.Pow(3).Sort(1).Values,
        ["sort descending"] = x => x.Pow(3).Sort(0, descending: true).Values,
        ["topk"] = x => x.Pow(3).Topk(2).Values,
        ["topk of the smallest"] = x => x.Pow(3).Topk(2, 1, largest: false).Values,
        ["mm"] = x => x[0].Mm(x[1].Transpose()),
        ["mv"] = x => x[0].Mv(x[1, 2]),
        ["dot"] = x => x[0, 1].Dot(x[1, 2]),
        ["bmm"] = x => x.Bmm(x.Transpose(1, 2)),
        ["matmul"] = x => x.MatMul(x[1].Transpose()),
        ["matmul, batch right"] = x => x[0].MatMul(x.Transpose(1, 2)),
        ["matmul, vectors"] = x => x.MatMul(x[0, 0]) + x[1, 1].MatMul(x.Transpose(1, 2)),
        ["write through views"] = x => Written(x * 1, y =>
        {
            y[0].Mul_(y[1].Clone());
            y[.., 1].Add_(x[.., 0]);
            y[1, ^1] = x[0, 0];
            y.View(24)[TensorIndex.Slice(1, null, 5)].Div_(2);
        }),
        ["views of what is written"] = x =>
        {
            var y = x * 1;
            var (part, whole) = (y[1], y.View(24));
            y[1, 0].Mul_(3);
            return part.Pow(2).Sum() + whole.Pow(3).Sum();
        },
    };

    private static T Index(ReadOnlySpan<long> shape, params ReadOnlySpan<long> places) => TensorFactory<T>.Tensor(places, shape);

    private static T With(T[] parts, Func<T[], T> function) => function(parts);

    private static T Written(T x, Action<T> write)
    {
        write(x);
        return x;
    }
}
