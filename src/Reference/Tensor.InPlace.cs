namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Add_(Tensor x, Tensor y) => InPlace(new Functions.Add(), x, y, Add);

    /// <inheritdoc/>
    public static Tensor Add_(Tensor x, Scalar y) => InPlace(x, old => Add(old, y));

    /// <inheritdoc/>
    public static Tensor Add_(Tensor x, Tensor y, Scalar alpha)
    {
        // That the sum does not fit libtorch finds out before it looks at the factor.
        if (Promotion.Of(x.DType, x.Dim, y.DType, y.Dim) is var sum && sum.Category > x.DType.Category)
            throw Error.ResultDoesNotFit(sum, x.DType);
        return InPlace(x, old => Add(old, y, alpha), y);
    }

    /// <inheritdoc/>
    public static Tensor Sub_(Tensor x, Tensor y) => InPlace(new Functions.Sub(), x, y, Sub);

    /// <inheritdoc/>
    public static Tensor Sub_(Tensor x, Scalar y) => InPlace(x, old => Sub(old, y));

    /// <inheritdoc/>
    public static Tensor Mul_(Tensor x, Tensor y) => InPlace(new Functions.Mul(), x, y, Mul);

    /// <inheritdoc/>
    public static Tensor Mul_(Tensor x, Scalar y) => InPlace(x, old => Mul(old, y));

    /// <inheritdoc/>
    public static Tensor Div_(Tensor x, Tensor y) => InPlace(new Functions.Div(), x, y, Div);

    /// <inheritdoc/>
    public static Tensor Div_(Tensor x, Scalar y) => InPlace(x, old => Div(old, y));

    /// <inheritdoc/>
    public static Tensor Lerp_(Tensor x, Tensor end, Scalar weight) => InPlace(x, old => Lerp(old, end, weight), end);

    /// <inheritdoc/>
    public static Tensor Addcmul_(Tensor x, Tensor tensor1, Tensor tensor2, Scalar value)
        => InPlace(x, old => Addcmul(old, tensor1, tensor2, value), tensor1, tensor2);

    /// <inheritdoc/>
    public static Tensor Addcdiv_(Tensor x, Tensor tensor1, Tensor tensor2, Scalar value)
        => InPlace(x, old => Addcdiv(old, tensor1, tensor2, value), tensor1, tensor2);

    /// <inheritdoc/>
    public static Tensor Zero_(Tensor x) => FillInPlace(0, x, old => Map("ZeroBackward0", old, _ => 0, null));

    /// <inheritdoc/>
    public static Tensor Fill_(Tensor x, Scalar value)
    {
        var element = Elements.Filled(value, x.DType);
        return FillInPlace(element, x, old => Map("FillBackward2", old, _ => element, null));
    }

    /// <inheritdoc/>
    public static Tensor Fill_(Tensor x, Tensor value)
    {
        Check.FillValue(value);
        return InPlace(x, old => Filled("FillBackward3", old, value), value);
    }

    /// <inheritdoc/>
    public static Tensor Fill(Tensor x, Scalar value)
    {
        var element = Elements.Filled(value, x.DType);
        return Map("FillBackward0", x, _ => element, null);
    }

    /// <inheritdoc/>
    public static Tensor Fill(Tensor x, Tensor value)
    {
        Check.FillValue(value);
        return Filled("FillBackward1", x, value);
    }

    /// <inheritdoc/>
    public static Tensor Copy_(Tensor x, Tensor y)
        => InPlace(
            x, old => Zip("CopyBackwards", old, y, old.DType, (_, v) => Numbers.Convert(v, y.DType, old.DType), null, (g, _) => g), y);

    /// <inheritdoc/>
    public static Tensor Squeeze_(Tensor x, int dim)
    {
        var place = Dim.Wrap(dim, x.Dim);
        return x.Become("SqueezeBackward4", [.. Enumerable.Range(0, x.Dim).Where(d => d != place || x.Shape[d] != 1)]);
    }

    /// <inheritdoc/>
    public static Tensor Squeeze_(Tensor x)
        => x.Become("SqueezeBackward3", [.. Enumerable.Range(0, x.Dim).Where(d => x.Shape[d] != 1)]);

    /// <inheritdoc/>
    public static Tensor Unsqueeze_(Tensor x, int dim)
    {
        var place = Dim.Wrap(dim, x.Dim + 1);
        return x.Become("UnsqueezeBackward1", [.. Enumerable.Range(0, place), null, .. Enumerable.Range(place, x.Dim - place)]);
    }

    private static Tensor Filled(string name, Tensor x, Tensor value)
    {
        var values = new double[x.Numel];
        Array.Fill(values, Elements.Filled(value.ToScalar(), x.DType));
        return TapeNode.Record(name, new(values, x.Shape, x.DType), [x, value], Nothing, (g, _) => Sum(g));
    }

    /// <summary>Gives x those of its dimensions, in place; null is a new one of length 1.</summary>
    private Tensor Become(string name, int?[] dims)
    {
        CheckNoLeaf(other: null);
        Shape shape = [.. dims.Select(dim => dim is { } d ? Shape[d] : 1)];
        Shape strides = [.. dims.Select(dim => dim is { } d ? Strides[d] : 1)];
        var result = TapeNode.Record(name, new(Memory, shape, strides, _offset, DType), [this], (g, n) => g.Reshape(n.InputShape(0)));
        (_shape, _strides) = (shape, strides);
        Memory.Version++;
        if (result._gradFn is { } node)
            Rewrite(node);
        return this;
    }

    /// <summary>
    /// Writes what an operation makes of x into x's memory. The operation is recorded as if it had worked on a copy of the old x, so its
    /// rules see the old values; x, and through it every view of the same memory, is from then on the operation's result.
    /// </summary>
    private static Tensor InPlace(Tensor x, Func<Tensor, Tensor> operation, Tensor? other = null, Tensor? another = null)
    {
        x.CheckWritable(other);
        if (another is not null)
            x.CheckWritable(another);
        var old = new Tensor([.. x.Read()], x.Shape, x.DType) { LeafRequiresGrad = x.LeafRequiresGrad, _gradFn = x.Recorded };
        var result = operation(old);
        if (result.Shape != x.Shape)
            throw Error.OutputShape(x.Shape, result.Shape);
        if (result.DType.Category > x.DType.Category)
            throw Error.ResultDoesNotFit(result.DType, x.DType);
        Strided.Scatter(x.Memory.Values, x.Shape, x.Strides, x._offset, result.Read());
        x.Memory.Version++;
        if (result._gradFn is { } node)
            x.Rewrite(node);
        return x;
    }

    /// <summary>The graph of a tensor that was written in place, and of whatever looks at the same memory.</summary>
    private void Rewrite(TapeNode node)
    {
        if (_view is not { } view)
        {
            SetGradFn(node);
            node.SaveResult(this);
            return;
        }
        var root = view.Root;
        root.CheckWhole();
        var (shape, strides, offset) = (Shape, Strides, _offset);
        root.SetGradFn(new CopySlicesNode(root, node, whole => AsStrided(whole, shape, strides, offset)));
    }

    /// <summary>What may not be written: leaves, what lies in memory more than once, and what overlaps with the other operand.</summary>
    private void CheckWritable(Tensor? other)
    {
        CheckNoLeaf(other);
        for (var dim = 0; dim < Shape.Count; dim++)
            if (Strides[dim] == 0 && Shape[dim] > 1)
                throw Error.OverlappingWrite();
        if (other is not null && OverlapsInPart(other))
            throw Error.PartialOverlap();
    }

    private void CheckNoLeaf(Tensor? other)
    {
        if (IsInference && !InferenceModeEnabled)
            throw Error.InPlaceOnInferenceTensor();
        if (!GradEnabled)
            return;
        if (_view is { MadeWithGrad: false } && (RequiresGrad || other is { RequiresGrad: true }))
            throw Error.ViewMadeWithoutGrad();
        if (_view is { Output: { } output } && (RequiresGrad || other is { RequiresGrad: true }))
            throw Error.OneOfManyViews(_gradFn?.Name, output, itself: true);
        if (_view is { IsOfFunction: true } && (RequiresGrad || other is { RequiresGrad: true }))
            throw Error.ViewOfFunction(_gradFn?.Name, itself: true);
        if (!RequiresGrad)
            return;
        if (_view is { Root.IsLeaf: true })
            throw Error.LeafViewInPlace();
        if (IsLeaf)
            throw Error.LeafInPlace();
    }

    /// <summary>Whether both share some memory, but not element by element. As in libtorch, only gapless tensors are looked at.</summary>
    private bool OverlapsInPart(Tensor other)
    {
        if (!Shares(other) || Shape.Numel == 0 || other.Shape.Numel == 0
            || !Layout.IsDense(Shape, Strides) || !Layout.IsDense(other.Shape, other.Strides))
        {
            return false;
        }
        var same = _offset == other._offset && Shape.Numel == other.Shape.Numel && Strides == other.Strides;
        return !same && _offset < other._offset + other.Shape.Numel && other._offset < _offset + Shape.Numel;
    }
}
