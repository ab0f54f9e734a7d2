using System.Diagnostics.CodeAnalysis;

namespace TwinGrad.Reference;

/// <summary>The nodes of a backward pass whose turn is to come, and the sum of what arrived at each; null where it was passed nothing so far.</summary>
/// <remarks>
/// A few are looked through, one by one; where there are more, a dictionary finds a node and a queue the next one. A sum that nobody else
/// holds is added to where it lies.
/// </remarks>
internal sealed class Arrivals
{
    private const int Few = 16;

    [ThreadStatic]
    private static Arrivals? _spare;

    private (Node Node, long Turn, Arrival Sum)[] _few = new (Node, long, Arrival)[4];
    private int _count;
    private Dictionary<Node, Arrival>? _sums;
    private PriorityQueue<Node, long>? _turns;

    private Arrivals()
    {
    }

    /// <summary>Those of the last pass on this thread, which were given back empty; new ones if a pass within a pass holds them.</summary>
    internal static Arrivals Take()
    {
        var arrivals = _spare ?? new();
        _spare = null;
        return arrivals;
    }

    /// <summary>After a pass that came to its end.</summary>
    internal void GiveBack() => _spare = _sums is null ? this : null;

    /// <summary>When a node is visited: operations from the newest to the oldest, then the leaves.</summary>
    internal static long Turn(Node node) => node is LeafNode<Tensor> ? long.MaxValue : -((TapeNode)node).Sequence;

    /// <summary>A gradient arrived at a node, or the news that none flows there.</summary>
    internal void Add(Node node, Arrival flow)
    {
        if (_sums is not null)
        {
            AddToMany(node, flow);
            return;
        }
        for (var i = 0; i < _count; i++)
            if (_few[i].Node == node)
            {
                _few[i].Sum = _few[i].Sum.Plus(flow);
                return;
            }
        if (_count == Few)
        {
            BecomeMany();
            AddToMany(node, flow);
            return;
        }
        if (_count == _few.Length)
            Array.Resize(ref _few, 2 * _count);
        _few[_count++] = (node, Turn(node), flow);
    }

    /// <summary>Takes the node whose turn it is; false at the end of the pass.</summary>
    internal bool TryTake([NotNullWhen(true)] out Node? node, out Arrival sum)
    {
        if (_turns is not null)
        {
            sum = default;
            return _turns.TryDequeue(out node, out _) && _sums!.Remove(node, out sum);
        }
        (node, sum) = (null, default);
        if (_count == 0)
            return false;
        var next = 0;
        for (var i = 1; i < _count; i++)
            if (_few[i].Turn < _few[next].Turn)
                next = i;
        (node, _, sum) = _few[next];
        _few[next] = _few[--_count];
        _few[_count] = default;
        return true;
    }

    private void BecomeMany()
    {
        (_sums, _turns) = (new(ReferenceEqualityComparer.Instance), new());
        foreach (var (node, _, sum) in _few.AsSpan(0, _count))
            AddToMany(node, sum);
        _few = [];
    }

    private void AddToMany(Node node, Arrival flow)
    {
        if (_sums!.TryGetValue(node, out var sum))
        {
            _sums[node] = sum.Plus(flow);
            return;
        }
        _sums.Add(node, flow);
        _turns!.Enqueue(node, Turn(node));
    }
}
