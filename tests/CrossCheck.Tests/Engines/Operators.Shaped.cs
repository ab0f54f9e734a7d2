namespace TwinGrad.Tests;

internal static partial class Operators<T>
{
    /// <summary>Functions of one 2 x 3 x 4 tensor that reduce it, reorder it or take parts of it.</summary>
    internal static IReadOnlyDictionary<string, Func<T, T>> Shaped { get; } = new Dictionary<string, Func<T, T>>
    {
        ["sum"] = x => x.Sum(),
        ["sum(1)"] = x => x.Sum(1),
        ["sum(0, 2, keepdim)"] = x => x.Sum([0, -1], keepDim: true),
        ["mean"] = x => x.Mean(),
        ["mean(-1)"] = x => x.Mean(-1),
        ["mean(0, 1)"] = x => x.Mean(0, 1),
        ["nansum"] = x => (x / (x > 0)).Nansum(1),
        ["nanmean"] = x => (x * (x / (x > 0)).Sigmoid()).Nanmean(),
        ["prod"] = x => x.Prod(),
        ["prod(1)"] = x => x.Prod(1, keepDim: true),
        ["prod with zeros"] = x => x.Relu().Prod(2) + (x * (x > -1)).Prod(0).Prod(),
        ["var"] = x => x.Var(),
        ["var(1, biased)"] = x => x.Var(1, unbiased: false),
        ["var(0, 2, correction 2.5)"] = x => x.Var([0, 2], correction: 2.5, keepDim: true),
        ["std"] = x => x.Std(),
        ["std(0, 1)"] = x => (x * x).Std([0, -2], keepDim: true),
        ["std of equal elements"] = x => (x * 0).Std(1) + (x * x).Std(1, unbiased: false),
        ["norm"] = x => (x * x + 1).Norm(),
        ["norm of zeros"] = x => (x * 0).Norm(2, 1),
        ["norm 0"] = x => x.Norm(0, 1) * x.Sum(),
        ["norm 1"] = x => x.Norm(1, [2], keepDim: true),
        ["norm inf"] = x => x.Norm(double.PositiveInfinity, 0, 2),
        ["norm -inf"] = x => x.Norm(double.NegativeInfinity, 0),
        ["norm 3"] = x => x.Norm(3, 1),
        ["norm 1.5"] = x => x.Norm(1.5, 1),
        ["norm 0.5"] = x => x.Norm(0.5, 1),
        ["norm -1"] = x => x.Norm(-1, 1),
        ["logsumexp"] = x => x.Logsumexp(1),
        ["logsumexp(0, 2)"] = x => (x * 300).Logsumexp([0, 2], keepDim: true),
        ["all"] = x => (x > -2).All(),
        ["all(1)"] = x => (x > -1).All(1, keepDim: true),
        ["any"] = x => (x > 2).Any(),
        ["any(1)"] = x => (x > 1).Any(1),
        ["max"] = x => x.Max(),
        ["max of equal elements"] = x => x.Clamp(-1, 1).Max(),
        ["max(1)"] = x => x.Max(1).Values,
        ["max(0), indices"] = x => x.Relu().Max(0, keepDim: true).Indices,
        ["min"] = x => x.Min(),
        ["min(-1)"] = x => x.Relu().Min(-1, keepDim: true).Values,
        ["min(2), indices"] = x => x.Min(2).Indices,
        ["amax"] = x => x.Amax(),
        ["amax(0, 1)"] = x => x.Clamp(-1, 1).Amax([0, 1], keepDim: true),
        ["amin"] = x => x.Relu().Amin(),
        ["amin(2)"] = x => x.Amin(2),
        ["argmax"] = x => x.Argmax(),
        ["argmax(1)"] = x => x.Argmax(1),
        ["argmin"] = x => x.Relu().Argmin(),
        ["argmin(0)"] = x => x.Relu().Argmin(0, keepDim: true),
        ["median"] = x => x.Median(),
        ["cumsum"] = x => x.Cumsum(1),
        ["cumprod"] = x => x.Cumprod(-1),
        ["cumprod with zeros"] = x => x.Relu().Cumprod(2),
        ["softmax"] = x => x.Softmax(1),
        ["softmin"] = x => x.Softmin(-1),
        ["log_softmax"] = x => (x * 300).LogSoftmax(0),
        ["bce"] = x => (x[0] / 8 + 0.5).BinaryCrossEntropy(x[1].Sigmoid()),
        ["bce, weighted"] = x => (x[0] / 8 + 0.5).BinaryCrossEntropy(x[1].Sigmoid(), x[0, 0].Detach() + 3, Reduction.Sum),
        ["bce at 0 and 1"] = x => (x > 0).To(x.DType).BinaryCrossEntropy(x / 8 + 0.5, reduction: Reduction.None),
        ["bce with logits"] = x => x[0].BinaryCrossEntropyWithLogits(x[1].Sigmoid()),
        ["bce with logits, weighted"] = x => (x[0] * 300).BinaryCrossEntropyWithLogits(
            x[1].Sigmoid(), x[0, 0].Detach() + 3, Reduction.None, x[1, 1].Detach() + 3),
        ["gaussian"] = x => x[0].GaussianNllLoss(x[1], x[0].Pow(2) + 0.1, full: true),
        ["gaussian, one variance a row"] = x => x[0].GaussianNllLoss(x[1], x[0, .., 0].Exp(), reduction: Reduction.None),
        ["nll"] = x => x[0].NllLoss(Classes(3, 0, 2)),
        ["nll, weighted"] = x => x[0].NllLoss(Classes(3, 0, 2), x[1, 1].Detach() + 3, ignoreIndex: 0),
        ["nll, 2 dimensions"] = x => x.NllLoss(Classes(2, 1, 0, 0, 1, 2, 2, 0).View(2, 4), reduction: Reduction.None),
        ["nll, 1 vector"] = x => x[0, 1].NllLoss(Classes(2).View()),
        ["cross entropy"] = x => x[1].CrossEntropy(Classes(1, 3, 3), reduction: Reduction.Sum),
        ["cross entropy, ignored"] = x => x[1].CrossEntropy(Classes(-100, 3, 1)),
        ["outer"] = x => x[0, 0].Outer(x[1, 1]),
        ["addmm"] = x => x[0].Addmm(x[1], x[0, ..2].Transpose().MatMul(x[1, ..2]), 2, 0.1),
        ["linear"] = x => x[0].Linear(x[1], x[0, .., 0]),
        ["linear of a batch"] = x => x.Linear(x[1], x[0, .., 0]) + x.Transpose(0, 1).Linear(x[0], x[1, .., 1]).Sum(),
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

    private static T Classes(params long[] numbers) => TensorFactory<T>.Tensor(numbers);

    private static T Written(T x, Action<T> write)
    {
        write(x);
        return x;
    }
}
