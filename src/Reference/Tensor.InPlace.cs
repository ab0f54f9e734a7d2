namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Add_(Tensor x, Tensor y) => InPlace(x, old => Add(old, y));

    /// <inheritdoc/>
    public static Tensor Add_(Tensor x, Scalar y) => InPlace(x, old => Add(old, y));

    /// <inheritdoc/>
    public static Tensor Sub_(Tensor x, Tensor y) => InPlace(x, old => Sub(old, y));

    /// <inheritdoc/>
    public static Tensor Sub_(Tensor x, Scalar y) => InPlace(x, old => Sub(old, y));

    /// <inheritdoc/>
    public static Tensor Mul_(Tensor x, Tensor y) => InPlace(x, old => Mul(old, y));

    /// <inheritdoc/>
    public static Tensor Mul_(Tensor x, Scalar y) => InPlace(x, old => Mul(old, y));

    /// <inheritdoc/>
    public static Tensor Div_(Tensor x, Tensor y) => InPlace(x, old => Div(old, y));

    /// <inheritdoc/>
    public static Tensor Div_(Tensor x, Scalar y) => InPlace(x, old => Div(old, y));

    /// <inheritdoc/>
    public static Tensor Zero_(Tensor x) => InPlace(x, old => Map("ZeroBackward0", old, _ => 0, null));

    /// <inheritdoc/>
    public static Tensor Fill_(Tensor x, Scalar value)
        => InPlace(x, old => Zip("FillBackward2", old, Number(value, old.DType), old.DType, (_, v) => v, null, null));

    /// <inheritdoc/>
    public static Tensor Copy_(Tensor x, Tensor y)
        => InPlace(x, old => Zip("CopyBackwards", old, y, old.DType, (_, v) => Numbers.Convert(v, y.DType, old.DType), null, (g, _) => g));

    /// <inheritdoc/>
    public static Tensor Squeeze_(Tensor x, int dim)
    {
        var squeezed = Squeeze(x, dim);
        if (TapeNode.Record("SqueezeBackward4", x.Look(squeezed.Shape, squeezed.Strides, x._offset), [x], (g, n) => g.View(n.X.Shape))
            is { _gradFn: TapeNode node })
        {
            x._gradFn = node;
        }
        (x._shape, x._strides) = (squeezed.Shape, squeezed.Strides);
        return x;
    }

    /// <summary>
    /// Writes what an operation makes of x into x's memory. The operation is recorded as if it had worked on a copy of the old x, so its
    /// rules see the old values; x, and through it every view of the same memory, is from then on the operation's result.
    /// </summary>
    private static Tensor InPlace(Tensor x, Func<Tensor, Tensor> operation)
    {
        x.CheckWritable();
        var old = new Tensor([.. x.Read()], x.Shape, x.DType) { _leafRequiresGrad = x._leafRequiresGrad, _gradFn = x.GradFn };
        var result = operation(old);
        if (result.Shape != x.Shape)
            throw Error.OutputShape(x.Shape, result.Shape);
        if (result.DType.Category > x.DType.Category)
            throw Error.ResultDoesNotFit(result.DType, x.DType);
        Strided.Scatter(x._storage.Values, x.Shape, x.Strides, x._offset, result.Read());
        x._storage.Version++;
        if (result._gradFn is TapeNode node)
            x.Rewrite(node);
        return x;
    }

    /// <summary>The graph of a tensor that was written in place, and of whatever looks at the same memory.</summary>
    private void Rewrite(TapeNode node)
    {
        if (_view is not { } view)
        {
            _gradFn = node;
            node.SaveResult(this);
            _rewrites++;
            return;
        }
        var root = view.Root;
        if (!view.MadeWithGrad)
            throw Error.ViewMadeWithoutGrad();
        if (!Layout.IsContiguous(root.Shape, root.Strides) || root._offset != 0)
            throw Error.InPlaceOnDetachedView();
        var (shape, strides, offset) = (Shape, Strides, _offset);
        root._gradFn = new CopySlicesNode(root, node, whole => AsStrided(whole, shape, strides, offset));
        root._rewrites++;
    }

    private void CheckWritable()
    {
        if (GradEnabled && _leafRequiresGrad)
            throw Error.LeafInPlace();
        if (GradEnabled && _view is { Root._leafRequiresGrad: true })
            throw Error.LeafViewInPlace();
        for (var dim = 0; dim < Shape.Count; dim++)
            if (Strides[dim] == 0 && Shape[dim] > 1)
                throw Error.OverlappingWrite();
    }
}
