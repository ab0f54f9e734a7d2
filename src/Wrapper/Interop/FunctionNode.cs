using System.Runtime.InteropServices;

namespace TwinGrad;

/// <summary>A custom function in the native graph. The graph owns it: native code says when the node goes.</summary>
/// <remarks>
/// Both callbacks run under native frames, which no exception may cross. What the backward throws is left with the <see cref="BackwardPass"/>,
/// and the graph gets more gradients than the node has edges: libtorch ends the pass then with an error of its own, which is caught.
/// </remarks>
internal sealed unsafe class FunctionNode
{
    // What libtorch calls every such node in its sentences.
    private const string NativeName = " of CSharpNode,";

    private readonly FunctionCall<Tensor> _call;
    private readonly Edge[] _edges;
    private readonly WeakReference<Node> _visible;
    private readonly ApplyCallback _apply;
    private readonly DeletedCallback _deleted;
    private readonly GCHandle _kept;
    private readonly FunctionPointers _node;
    private readonly Lock _saving = new();
    private SavedTensor[]? _saved;

    private FunctionNode(FunctionCall<Tensor> call, Node visible)
    {
        (_call, _visible, _edges, _apply, _deleted) = (call, new(visible), [.. visible.NextFunctions], Apply, Deleted);
        _kept = GCHandle.Alloc(this);
        _node = NativeMethods.THSAutograd_CSharpNode_ctor(_apply, _deleted);
        if (_node.Shared != 0)
            return;
        _kept.Free();
        throw NativeError.Take() ?? new TorchException("libtorch made no node and gave no reason");
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    internal delegate TensorPointers ApplyCallback(nint* gradients, int count);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    internal delegate void DeletedCallback();

    /// <summary>Records a function over its inputs, and gives its results as native tensors of the graph.</summary>
    /// <param name="call">Gives the gradients.</param>
    /// <param name="visible">What can be seen of the node.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="results">What the forward gave.</param>
    /// <param name="saved">What to save, with the operation that each was made by.</param>
    internal static nint[] Record(
        FunctionCall<Tensor> call, Node visible, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> results,
        ReadOnlySpan<(Tensor Tensor, Edge MadeBy)> saved)
    {
        using var heldInputs = HandleArray.Hold(inputs);
        using var heldResults = HandleArray.Hold(results);
        var node = new FunctionNode(call, visible);
        try
        {
            var recorded = node.Join(heldInputs.Pointers, heldResults.Pointers);
            node.Save(saved, visible);
            return recorded;
        }
        finally
        {
            // From here on only the results keep the node.
            NativeMethods.THSAutograd_CSharpNode_disposeSharedPtr(node._node);
        }
    }

    private nint[] Join(nint[] inputs, nint[] results)
    {
        nint[] nonDifferentiable = [.. results.Where((_, place) => !_call.Differentiable[place])];
        fixed (nint* first = inputs, firstResult = results, firstOutside = nonDifferentiable)
        {
            TensorPointers from = new(first, inputs.Length);
            TensorPointers to = new(firstResult, results.Length);
            TensorPointers outside = new(firstOutside, nonDifferentiable.Length);
            NativeMethods.THSAutograd_CSharpNode_setNextEdges(_node, from, recording: true);
            NativeError.Check();
            return ResultArray.Of(
                allocator => NativeMethods.THSAutograd_Function_wrapOutputs(from, outside, dirty: default, to, _node, allocator));
        }
    }

    private void Save(ReadOnlySpan<(Tensor Tensor, Edge MadeBy)> tensors, Node visible)
    {
        var saved = new SavedTensor[tensors.Length];
        _saved = saved;
        for (var i = 0; i < saved.Length; i++)
        {
            var native = NativeMethods.THSAutograd_SavedVariable_ctor(tensors[i].Tensor.Handle, _node, inPlaceOnView: false);
            var madeBy = tensors[i].MadeBy;
            var isResult = madeBy.Function == visible;
            saved[i] = new(NativeError.Check(native), isResult ? madeBy with { Function = null } : madeBy, isResult);
        }
    }

    private TensorPointers Apply(nint* gradients, int count)
    {
        try
        {
            if (BackwardPass.Current is { OnlyFrees: true })
            {
                Release();
                return BackwardPass.LendNothing(_edges.Length);
            }
            var arrived = new Tensor?[count];
            for (var i = 0; i < count; i++)
                arrived[i] = gradients[i] == 0 ? null : Tensor.OfPass(gradients[i]);
            var flows = _call.Backward(arrived, Unpack);
            if (!BackwardPass.RetainsGraph)
                Release();
            return BackwardPass.Lend(flows);
        }
        catch (Exception thrown)
        {
            return BackwardPass.LendNothing(_edges.Length + BackwardPass.FailInFunction(thrown));
        }
    }

    private Tensor[] Unpack()
    {
        lock (_saving)
            return Array.ConvertAll(_saved ?? throw Error.BackwardTwice(), Unpack);
    }

    private Tensor Unpack(SavedTensor saved)
    {
        var madeBy = saved.IsResult ? saved.MadeBy with { Function = Visible() } : saved.MadeBy;
        try
        {
            return Tensor.OfGraph(NativeError.Check(NativeMethods.THSAutograd_SavedVariable_unpack(saved.Native, _node)), madeBy);
        }
        catch (TorchException modified) when (modified.Message.Contains(NativeName, StringComparison.Ordinal))
        {
            var producer = $" of {madeBy.Function?.Name},";
            throw new TorchException(modified.Message.Replace(NativeName, producer, StringComparison.Ordinal), modified.NativeTrace);
        }
    }

    /// <summary>What can be seen of the node. It is not kept: it may know its results, and these keep the native node, which keeps this one.</summary>
    private Node Visible() => _visible.TryGetTarget(out var node) ? node : new(_call.NodeName, _edges);

    /// <summary>Lets go of what was saved; a backward that asks for it afterwards says so.</summary>
    private void Release()
    {
        lock (_saving)
        {
            foreach (var saved in _saved ?? [])
                if (saved.Native != 0)
                    NativeMethods.THSAutograd_SavedVariable_dispose(saved.Native);
            _saved = null;
        }
    }

    private void Deleted()
    {
        try
        {
            Release();
            NativeMethods.THSAutograd_CSharpNode_disposeWeakPtr(_node);
        }
        catch (Exception)
        {
            // Nothing here throws. If it did, a leak would be better than an exception under native frames.
        }
        _kept.Free();
    }

    /// <summary>A tensor as libtorch saves it, which knows when its elements were changed and does not keep the node that made it.</summary>
    /// <param name="Native">LibTorchSharp's <c>SavedVariable</c>.</param>
    /// <param name="MadeBy">The operation that made the tensor, none for a leaf, and which of its results it is.</param>
    /// <param name="IsResult">Whether this function made it.</param>
    private readonly record struct SavedTensor(nint Native, Edge MadeBy, bool IsResult);
}
