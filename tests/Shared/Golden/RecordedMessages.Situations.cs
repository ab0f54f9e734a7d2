namespace TwinGrad.Tests;

// Each entry is the C# of the recorded setup and statement; those that need what this library does not have yet are left out.
public abstract partial class RecordedMessages<T>
{
    private static readonly Dictionary<string, Func<object?>> Situations = new()
    {
        ["backward-no-grad"] = () => Backward(Number(3.0).Pow(2)),
        ["backward-leaf-no-grad"] = () => Backward(Number(3.0)),
        ["backward-leaf-requires-grad"] = () => With(Scalar3(), x => After(() => x.Backward(), () => x.Grad)),
        ["backward-vector-no-arg"] = () => Backward(Leaf(1, 2, 3).Pow(2)),
        ["backward-one-element-1d"] = () => With(Leaf(3), x => After(() => x.Pow(2).Backward(), () => x.Grad)),
        ["backward-empty"] = () => Backward(Zeros(0).RequiresGrad_() * 2),
        ["backward-twice-add"] = () => With(Scalar3(), x => With(x + 1, y => After(() => { y.Backward(); y.Backward(); }, () => x.Grad))),
        ["backward-twice-exp"] = () => With(Scalar3().Exp(), y => After(() => y.Backward(), () => Backward(y))),
        ["backward-retain"] = () => With(
            Scalar3(), x => With(x.Pow(2), y => After(() => { y.Backward(retainGraph: true); y.Backward(); }, () => x.Grad))),
        ["backward-grad-shape"] = () => After(() => (Leaf(1, 2, 3) * 2).Backward(Ones(2)), () => null),
        ["backward-nograd"] = () => With(Scalar3(), x => Backward(InNoGrad(() => x.Pow(2)))),
        ["backward-detach"] = () => Backward(Scalar3().Detach().Pow(2)),
        ["backward-zero-dim-mismatch-accum"] = () => Leaf(1, 2, 3).Grad = Ones(2),
        ["grad-assign-none"] = () => With(Leaf(1, 2, 3), x => After(() => { x.Sum().Backward(); x.Grad = null; }, () => x.Grad)),
        ["backward-create-graph-warning"] = () => With(Scalar3(), x => After(() => x.Pow(2).Backward(createGraph: true), () => ShownGradient(x))),
        ["manual-grad-add"] = () => With(
            Number(2.0, requiresGrad: true), x => After(() => { x.Pow(2).Backward(); x.Pow(2).Backward(); }, () => x.Grad)),

        ["backward-int-output"] = () => Backward(Scalar3().Argmax()),
        ["backward-floordiv"] = () => Backward(Leaf(1, 2, 3).FloorDivide(2).Sum()),

        ["inplace-saved-pow"] = () => With(Leaf(1, 2, 3) * 1, h => With(h.Pow(2), y => After(() => h.Add_(1), () => Backward(y.Sum())))),
        ["inplace-saved-sqrt-double"] = () => With(Doubles(1, 4).RequiresGrad_().Sqrt(), y => Backward(y.Add_(1).Sum())),
        ["inplace-saved-scalar"] = () => With(Scalar3().Exp(), y => Backward(y.Add_(1))),
        ["inplace-saved-leaf-nograd"] = () => With(
            Leaf(1, 2), x => With(x.Pow(2), y => After(() => InNoGrad(() => x.Add_(1)), () => Backward(y.Sum())))),
        ["inplace-relu"] = () => With(Leaf(1, 2, 3).Relu(), y => Backward(y.Add_(1).Sum())),
        ["inplace-twice"] = () => With(Leaf(1, 2, 3).Tanh(), y => Backward(y.Add_(1).Add_(1).Sum())),
        ["inplace-setitem-saved"] = () => With(Leaf(1, 2, 3).Exp(), y => After(() => y[0] = Number(0.0), () => Backward(y.Sum()))),
        ["inplace-leaf-mul"] = () => Leaf(1, 2, 3).Mul_(2),
        ["inplace-leaf-setitem"] = () => Leaf(1, 2, 3)[0] = Number(1.0),
        ["inplace-leaf-view"] = () => Leaf(1, 2, 3)[0..2].Add_(1),
        ["inplace-leaf-view-select"] = () => Leaf(1, 2, 3)[0].Mul_(2),
        ["inplace-leaf-nograd"] = () => With(Leaf(1, 2, 3), x => After(() => InNoGrad(() => x.Add_(1)), () => x)),
        ["inplace-leaf-copy"] = () => Leaf(1, 2, 3).Copy_(Zeros(3)),
        ["inplace-leaf-detach"] = () => With(Leaf(1, 2, 3), x => After(() => x.Detach().Add_(1), () => x)),
        ["inplace-view-nograd-created"] = () => With(Leaf(1, 2, 3) * 1, h => InNoGrad(() => h[0..2]).Add_(1)),
        ["inplace-expand"] = () => Vector(1).Expand(3).Add_(1),
        ["inplace-int-mul-tensor"] = () => Ints(1, 2).Mul_(Vector(1.5, 2.5)),
        ["inplace-bool-add"] = () => Bools(true).Add_(1),
        ["nograd-inplace-result"] = () => With(Leaf(1, 2, 3) * 2, y => InNoGrad(() => y.Add_(1))),
        ["enable-grad-inside"] = () => With(Leaf(1, 2, 3), x => InNoGrad(() => InEnabled(() => x * 2))),
        ["double-detach"] = () => With(Leaf(1, 2), x => After(() => x.Detach()[0] = Number(9.0), () => x)),

        ["requires-grad-int-list"] = () => TensorFactory<T>.Tensor<int>([1, 2], requiresGrad: true),
        ["requires-grad-bool"] = () => TensorFactory<T>.Tensor<bool>([true], requiresGrad: true),
        ["requires-grad_-int"] = () => Ints(1, 2).RequiresGrad_(),
        ["arange-int-requires-grad"] = () => TensorFactory<T>.Arange(3, requiresGrad: true),
        ["requires-grad-attr-false-nonleaf"] = () => (Leaf(1, 2, 3) * 2).RequiresGrad_(false),
        ["requires-grad-true-nonleaf"] = () => (Leaf(1, 2, 3) * 2).RequiresGrad_(true),
        ["requires-grad-false-leaf"] = () => Leaf(1, 2, 3).RequiresGrad_(false),
        ["retain-grad-leaf"] = () => With(Scalar3(), x => After(() => x.RetainGrad(), () => x.RetainsGrad)),
        ["retain-grad-nonleaf"] = () => With(Scalar3(), x => With(
            x * 2, y => After(() => { y.RetainGrad(); y.Pow(2).Backward(); }, () => new object?[] { y.Grad, x.Grad, y.RetainsGrad }))),
        ["grad-nonleaf"] = () => With(Scalar3().Pow(2), y => After(() => y.Backward(), () => y.Grad)),
        ["grad-nograd"] = () => Number(3.0).Grad,

        ["item-many"] = () => Leaf(1, 2, 3).ToScalar(),
        ["item-empty"] = () => Zeros(0).ToScalar(),
        ["item-requires-grad"] = () => Scalar3().ToScalar(),

        ["add-shape"] = () => Ones(3) + Ones(4),
        ["where-shape"] = () => Ones(2).Where(Bools(true, false), Ones(3)),
        ["matmul-1d"] = () => Ones(3).MatMul(Ones(4)),
        ["matmul-2d-1d"] = () => Ones(2, 3).MatMul(Ones(2)),
        ["matmul-3d"] = () => Ones(2, 3, 4).MatMul(Ones(2, 3, 4)),
        ["mm-1d"] = () => Ones(2, 3).Mm(Ones(3)),
        ["mv-shape"] = () => Ones(2, 3).Mv(Ones(2)),
        ["dot-shape"] = () => Ones(2).Dot(Ones(3)),
        ["bmm-shape"] = () => Ones(2, 3, 4).Bmm(Ones(2, 3, 4)),
        ["bmm-2d"] = () => Ones(2, 3).Bmm(Ones(2, 3)),
        ["dot-dtype"] = () => Ones(2).Dot(Doubles(1, 1)),
        ["bmm-dtype"] = () => Ones(1, 2, 2).Bmm(Ones(1, 2, 2).To(DType.Float64)),
        ["linear-shape"] = () => Ones(4, 3).Linear(Ones(2, 5)),
        ["reshape-infer"] = () => Ones(2, 3).Reshape(-1, 4),
        ["reshape-negative"] = () => Ones(2, 3).Reshape(-2),
        ["reshape-zero-infer"] = () => Ones(0).Reshape(-1, 0),
        ["view-noncontiguous"] = () => Ones(2, 3).Transpose().View(6),
        ["expand-ndim"] = () => Ones(2, 3).Expand(3),
        ["expand-negative"] = () => Ones(3).Expand(-1, 3),
        ["permute-dup"] = () => Ones(2, 3).Permute(0, 0),
        ["unsqueeze-dim"] = () => Ones(2, 3).Unsqueeze(4),
        ["sum-dim"] = () => Ones(2, 3).Sum(2),
        ["sum-dim-dup"] = () => Ones(2, 3).Sum(0, 0),
        ["softmax-dim"] = () => Ones(2, 3).Softmax(2),
        ["softmax-no-dim"] = () => Ones(2, 3).Softmax(),
        ["index-oob-neg"] = () => Ones(3)[-4],
        ["setitem-shape"] = () => Ones(3)[0..2] = Ones(3),

        ["argmax-empty"] = () => Ones(0).Argmax(),
        ["max-empty"] = () => Ones(0).Max(),
        ["prod-empty"] = () => Ones(0).Prod(),
        ["std-one"] = () => Ones(1).Std(),
        ["std-int"] = () => Ints(1, 2).Std(),
        ["var-int"] = () => Ints(1, 2).Var(),
        ["norm-int"] = () => Ints(1, 2).Norm(),
        ["softmax-int"] = () => Ints(1, 2).Softmax(0),
        ["mean-empty"] = () => Zeros(0).Mean(),
        ["sum-empty"] = () => Zeros(0).Sum(),
        ["linspace-steps"] = () => TensorFactory<T>.Linspace(0, 1, -1),
        ["arange-zero-step"] = () => TensorFactory<T>.Arange(0, 3, 0),
        ["mean-int"] = () => Ints(1, 2).Mean(),
        ["mean-bool"] = () => Bools(true).Mean(),
        ["sqrt-int"] = () => Ints(1, 4).Sqrt(),
        ["bool-sub"] = () => Bools(true) - Bools(true),
        ["bool-neg"] = () => -Bools(true),
        ["int-pow-negative"] = () => Ints(1, 2).Pow(-1),
        ["where-cond"] = () => Ones(2).Where(Ones(2), Ones(2)),
        ["lerp-dtype"] = () => Ones(2).Lerp(Doubles(1, 1), 0.5),
        ["bitand-float"] = () => Ones(2) & Ones(2),
        ["invert-float"] = () => ~Ones(2),
        ["sqrt-negative"] = () => Vector(-1).Sqrt(),
        ["sqrt-zero-grad"] = () => Gradient(Number(0.0, requiresGrad: true), x => x.Sqrt()),
        ["abs-zero-grad"] = () => Gradient(Number(0.0, requiresGrad: true), x => x.Abs()),
        ["clamp-bound-grad"] = () => Gradient(Leaf(0, 1, 2), x => x.Clamp(0, 1)),
        ["maximum-tie-grad"] = () => With(Leaf(2, 1), x => With(
            Leaf(2, 3), y => After(() => x.Maximum(y).Sum().Backward(), () => new object?[] { x.Grad, y.Grad }))),
        ["norm-zero-grad"] = () => Gradient(Zeros(2).RequiresGrad_(), x => x.Norm()),
        ["div-zero-int"] = () => Ints(1).FloorDivide(0),
        ["mod-zero-float"] = () => Vector(1) % 0,
        ["floor-divide"] = () => Vector(-3).FloorDivide(2),
        ["div-zero"] = () => Vector(1, -1, 0) / 0,
        ["div-zero-int-true"] = () => Ints(1) / 0,
        ["clamp-min-gt-max"] = () => Vector(0, 1, 2).Clamp(5, 1),
        ["clamp-none"] = () => Ones(2).Clamp(),
        ["bce-shape"] = () => Vector(.2, .3).BinaryCrossEntropy(Vector(1, 0).View(1, 2)),
        ["bce-range"] = () => Vector(1.5).BinaryCrossEntropy(Vector(1)),
        ["bce-int-target"] = () => Vector(.5).BinaryCrossEntropy(Ints(1)),
        ["mse-shape"] = () => Ones(3).MseLoss(Ones(3, 1)),
        ["mse-shape-bad"] = () => Ones(3).MseLoss(Ones(2)),
        ["ce-batch"] = () => Ones(2, 3).CrossEntropy(Ints(0)),
        ["ce-target-dtype"] = () => Ones(2, 3).CrossEntropy(Ints(DType.Int32, 0, 1)),
        ["ce-target-float"] = () => Ones(2, 3).CrossEntropy(Vector(0, 1)),
        ["nll-shape"] = () => Ones(2, 3).NllLoss(Ints(0, 1).View(2, 1)),
        ["pow-complex-grad"] = () => With(
            Number(-8.0, requiresGrad: true), x => With(x.Pow(1.0 / 3), y => After(() => y.Backward(), () => new object?[] { y, x.Grad }))),
    };

    private static T Scalar3() => Number(3.0, requiresGrad: true);

    private static object? With(T x, Func<T, object?> steps) => steps(x);

    private static object? Backward(T x) => After(() => x.Backward(), () => null);

    private static T InEnabled(Func<T> function)
    {
        using (TensorFactory<T>.EnableGrad())
            return function();
    }

    /// <summary>The gradient's text. Its node is made inside libtorch's pass, where the wrapper cannot read its name: that one is put in.</summary>
    private static string? ShownGradient(T x)
        => x.Grad?.ToString()?.Replace("grad_fn=<BackwardPass>", "grad_fn=<CopyBackwards>", StringComparison.Ordinal);
}
