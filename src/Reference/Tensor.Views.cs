namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    private ViewOf? _view;

    /// <summary>Another look at the same memory.</summary>
    /// <param name="shape">What it sees: the lengths of the dimensions,</param>
    /// <param name="strides">how far apart their places lie in memory,</param>
    /// <param name="offset">and where the first lies.</param>
    /// <param name="output">Which result of an operation that gives several views it is, if it is one.</param>
    private Tensor Look(Shape shape, Shape strides, long offset, int? output = null) => new(Memory, shape, strides, offset, DType)
    {
        // A view of one of several views is bound by the same rule.
        _view = new(_view?.Root ?? this, GradEnabled, output ?? (_view?.Output is null ? null : 0)),
    };

    /// <summary>Makes this result of a custom function a view, if what the function gave is one of the others' memory.</summary>
    /// <param name="given">What it gave.</param>
    /// <param name="root">The tensor that it looks at.</param>
    /// <param name="output">Which of several results it is; null if it is the only one.</param>
    private void LookAsResult(Tensor given, Tensor root, int? output)
    {
        if (given.Shares(root))
            _view = new(root, madeWithGrad: true, output) { IsOfFunction = output is null };
    }

    /// <summary>A result that is no view, unless it is one of an input: what it was computed in nobody else has, and it may be written in place.</summary>
    internal Tensor OwnedBeside(Tensor[] inputs)
    {
        if (_view is null || Array.Exists(inputs, input => input.Shares(this)))
            return this;
        if (!IsWhole)
            return new([.. Read()], Shape, DType);
        _view = null;
        return this;
    }

    /// <summary>Whether the tensor's elements are those of its memory, in row-major order: then strides and offsets mean the same in a copy.</summary>
    private bool IsWhole => _offset == 0 && Layout.IsContiguous(Shape, Strides);

    /// <summary>Whether the tensor's elements are all that lies in its memory.</summary>
    internal bool IsAllOfItsMemory => _memory is { } memory && IsWhole && memory.Values.Length == _shape.Numel;

    /// <summary>Whether the tensor is all there is of memory that was made since a moment.</summary>
    internal bool IsMadeSince(long birth) => _memory is { } memory && memory.Birth > birth && IsAllOfItsMemory;

    /// <summary>Another result may be written to this tensor's memory: nobody looks at it any more.</summary>
    internal void LetMemoryServeAgain() => SpareArrays.Give(Memory.Values);

    private void CheckWhole()
    {
        if (!IsWhole)
            throw Error.InPlaceOnDetachedView();
    }

    /// <summary>Zeros of a shape with <paramref name="x"/> added where a view of them looks: the adjoint of taking that view.</summary>
    private static Tensor Embed(Tensor x, Shape shape, Func<Tensor, Tensor> view)
    {
        var result = new Tensor(new double[shape.Numel], shape, x.DType);
        using (new GradMode<Tensor>(enabled: false))
        {
            var place = view(result);
            Strided.ScatterAdd(result.Memory.Values, place.Shape, place.Strides, place._offset, x.Read(place.Shape));
        }
        return TapeNode.Record("SliceBackward0", result, [x], (g, _) => view(g));
    }

    /// <summary>Which tensor a view looks at, and whether their memory was written in place since.</summary>
    private sealed class ViewOf(Tensor root, bool madeWithGrad, int? output)
    {
        private int _version = root.Memory.Version;

        internal Tensor Root { get; } = root;

        internal bool MadeWithGrad { get; } = madeWithGrad;

        internal int? Output { get; } = output;

        /// <summary>Whether a custom function gave it, whose own backward no rebuilt operation may take the place of.</summary>
        internal bool IsOfFunction { get; init; }

        /// <summary>The view's operation, rebuilt from the root's present one after their memory was written in place.</summary>
        internal TapeNode? CurrentGradFn(Tensor view)
        {
            if (_version == Root.Memory.Version)
                return view._gradFn;
            if (Output is { } output && Root.RequiresGrad)
                throw Error.OneOfManyViews(view._gradFn?.Name, output, itself: false);
            if (IsOfFunction && Root.RequiresGrad)
                throw Error.ViewOfFunction(view._gradFn?.Name, itself: false);
            _version = Root.Memory.Version;
            if (Root.RequiresGrad)
            {
                Root.CheckWhole();
                using (new GradMode<Tensor>(enabled: true))
                    view.SetGradFn(AsStrided(Root, view.Shape, view.Strides, view._offset)._gradFn!);
            }
            return view._gradFn;
        }
    }
}
