namespace TwinGrad;

/// <summary>Frees every tensor made inside it, in the order of their making, when it ends; also when an exception ends it.</summary>
/// <remarks>
/// <code>
/// using var scope = Torch.NewScope();
/// var y = scope.Keep(x.Pow(2).Sum());
/// </code>
/// Scopes nest: what an inner one keeps belongs to the outer one, and an outer one that ends first ends those inside it. A scope belongs to
/// its thread and cannot be held across an <c>await</c>.
/// Code without scopes is right too: the collector knows how large tensors are and frees them later.
/// </remarks>
public readonly ref struct TensorScope : IDisposable
{
    private readonly Frame? _frame;

    internal TensorScope(Frame? outer) => Frame.Current = _frame = new(outer);

    /// <summary>Lets a tensor out of the scope, and returns it.</summary>
    public Tensor Keep(Tensor tensor)
    {
        if (_frame?.Remove(tensor) == true)
            _frame.Outer?.Add(tensor);
        return tensor;
    }

    /// <summary>Frees what was made inside and not kept.</summary>
    public void Dispose() => _frame?.End();

    /// <summary>What a scope has to free.</summary>
    internal sealed class Frame(Frame? outer) : IDisposable
    {
        [ThreadStatic]
        private static Frame? _current;

        private readonly List<Tensor> _made = [];
        private bool _ended;

        internal static Frame? Current
        {
            get => _current;
            set => _current = value;
        }

        internal Frame? Outer { get; } = outer;

        internal void Add(Tensor tensor) => _made.Add(tensor);

        // What is kept was mostly made last.
        internal bool Remove(Tensor tensor)
        {
            var place = _made.LastIndexOf(tensor);
            if (place >= 0)
                _made.RemoveAt(place);
            return place >= 0;
        }

        /// <summary>Frees what belongs to the scope, and first what belongs to scopes begun inside it that were not ended yet.</summary>
        internal void End()
        {
            if (_ended)
                return;
            if (IsAround(_current))
                while (_current != this)
                    _current!.End();
            _ended = true;
            if (_current == this)
                _current = Outer;
            foreach (var tensor in _made)
                tensor.Dispose();
        }

        /// <inheritdoc/>
        public void Dispose() => End();

        private bool IsAround(Frame? frame)
        {
            while (frame is not null && frame != this)
                frame = frame.Outer;
            return frame is not null;
        }
    }
}
