namespace TwinGrad.Reference;

/// <content>Custom functions, whose backward takes the gradients of all results at once.</content>
internal sealed partial class Tape
{
    private Dictionary<FunctionNode, Tensor?[]>? _joined;

    /// <summary>A custom function waits for the gradients of all its results.</summary>
    private void Join(FunctionResultNode result, Tensor? sum, HashSet<Node>? leading)
    {
        var function = result.Function;
        if (leading is not null && !LeadsOn(function, leading))
            return;
        _joined ??= new(ReferenceEqualityComparer.Instance);
        if (!_joined.TryGetValue(function, out var gradients))
        {
            _joined.Add(function, gradients = new Tensor?[function.Results]);
            _arrivals.Add(function, default);
        }
        gradients[result.Place] = sum;
    }

    private void PassOn(FunctionNode function, HashSet<Node>? leading)
    {
        _joined!.Remove(function, out var gradients);
        var flows = _watch is null ? function.InputGradients(gradients!) : _watch.InputGradients(function, gradients!);
        for (var input = 0; input < flows.Length; input++)
            if (Next(function.NextFunctions[input]) is { } next && leading?.Contains(next) != false)
                _arrivals.Add(next, new(flows[input]));
        if (!retainGraph)
            function.Release();
    }
}
