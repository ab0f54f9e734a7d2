using System.Globalization;
using System.Text.Json.Nodes;

namespace TwinGrad;

public abstract partial class Optimizer<T, TOptions>
{
    private Dictionary<T, ParameterState<T>> _states = new(ReferenceEqualityComparer.Instance);

    /// <summary>The numbers that are there for each parameter that was stepped.</summary>
    private protected virtual IReadOnlyList<string> NumberNames => [];

    /// <summary>The tensors that may be there.</summary>
    private protected abstract IReadOnlyList<string> TensorNames { get; }

    /// <inheritdoc/>
    public OptimizerState<T> State()
    {
        var numbers = Numbered();
        var groups = new JsonArray();
        foreach (var group in Groups)
        {
            var written = new JsonObject();
            group.Options.Write(written);
            if (group.InitialLearningRate is { } initial)
                written["initial_lr"] = StateJson.Number(initial);
            written["params"] = new JsonArray([.. group.Parameters.Select(parameter => (JsonNode)JsonValue.Create(numbers[parameter]))]);
            groups.Add((JsonNode)written);
        }
        var (states, tensors) = (new JsonObject(), new OrderedDictionary<string, T>());
        foreach (var (parameter, number) in numbers)
        {
            if (!_states.TryGetValue(parameter, out var state))
                continue;
            var written = new JsonObject();
            foreach (var (name, value) in state.Numbers)
                written[name] = StateJson.Number(value);
            written["tensors"] = StateJson.Texts(state.Tensors.Keys);
            states[Text(number)] = written;
            foreach (var (name, tensor) in state.Tensors)
                tensors[Key(number, name)] = T.Detach(tensor);
        }
        return new(Name, new JsonObject { ["param_groups"] = groups, ["state"] = states }, tensors);
    }

    /// <inheritdoc/>
    public void LoadState(OptimizerState<T> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(state.Options, nameof(state));
        ArgumentNullException.ThrowIfNull(state.Tensors, nameof(state));
        if (state.Name != Name)
            throw Error.StateOfAnother(Name, state.Name);
        var numbers = Numbered();
        var reader = new StateReader(state.Options, Name);
        var groups = ReadGroups(reader.Objects("param_groups"), numbers);
        var states = ReadStates(reader.Object("state"), state.Tensors, numbers);
        reader.End();
        // Nothing can fail from here on.
        for (var i = 0; i < groups.Count; i++)
            (_groups[i].Options, _groups[i].InitialLearningRate) = groups[i];
        _states = states;
    }

    /// <summary>What is remembered of a parameter; null before its first step.</summary>
    private protected ParameterState<T>? Remembered(T parameter) => _states.GetValueOrDefault(parameter);

    /// <summary>Puts what is remembered of a parameter in the place of what was.</summary>
    private protected void Remember(T parameter, ParameterState<T> state) => _states[parameter] = state;

    /// <summary>The shape that a tensor of the state has.</summary>
    private protected virtual Shape ShapeOf(string name, T parameter) => parameter.Shape;

    /// <summary>Whether an optimizer remembers such a number or tensor: of a list each item has its place behind a dot.</summary>
    private static bool IsKnown(IReadOnlyList<string> names, string name)
        => names.Contains(name)
            || (name.LastIndexOf('.') is var dot and > 0 && names.Contains(name[..dot] + ".*") && int.TryParse(name.AsSpan(dot + 1), out _));

    /// <summary>What a tensor is called in a state.</summary>
    private protected static string Key(int number, string name) => $"{Text(number)}.{name}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The parameters in order; one that is named twice has its first place.</summary>
    private OrderedDictionary<T, int> Numbered()
    {
        var numbers = new OrderedDictionary<T, int>(ReferenceEqualityComparer.Instance);
        foreach (var (place, parameter) in Parameters.Index())
            numbers.TryAdd(parameter, place);
        return numbers;
    }

    private List<(TOptions Options, double? Initial)> ReadGroups(StateReader[] written, OrderedDictionary<T, int> numbers)
    {
        if (written.Length != Groups.Count)
            throw Error.StateGroups(Name, Groups.Count, written.Length);
        var read = new List<(TOptions, double?)>();
        foreach (var (place, group) in Groups.Index())
        {
            var named = written[place].Integers("params");
            if (!named.SequenceEqual(group.Parameters.Select(parameter => numbers[parameter])))
                throw Error.StateParameters(Name, place, group.Parameters.Count, named.Length);
            var options = (TOptions)group.Options.Read(written[place]);
            options.Check();
            read.Add((options, written[place].NumberOrNone("initial_lr")));
            written[place].End();
        }
        return read;
    }

    private Dictionary<T, ParameterState<T>> ReadStates(
        StateReader written, IReadOnlyDictionary<string, T> tensors, OrderedDictionary<T, int> numbers)
    {
        var states = new Dictionary<T, ParameterState<T>>(ReferenceEqualityComparer.Instance);
        var (problems, expected) = (new List<string>(), new HashSet<string>());
        foreach (var (parameter, number) in numbers)
        {
            if (!written.Has(Text(number)))
                continue;
            var entry = written.Object(Text(number));
            var state = states[parameter] = new();
            foreach (var name in NumberNames.Where(name => !name.EndsWith('*')).Concat(entry.Keys.Where(name => IsKnown(NumberNames, name))).Distinct())
                state.Numbers[name] = entry.Number(name);
            foreach (var name in entry.Texts("tensors"))
            {
                if (!IsKnown(TensorNames, name))
                    throw entry.Wrong("tensors", $"names among {string.Join(", ", TensorNames)}");
                var key = Key(number, name);
                expected.Add(key);
                if (!tensors.TryGetValue(key, out var tensor) || tensor is null)
                    problems.Add(Error.StateTensorMissing(key));
                else if (tensor.Shape != ShapeOf(name, parameter))
                    problems.Add(Error.StateShape(key, tensor.Shape, ShapeOf(name, parameter)));
                else if (tensor.DType != parameter.DType)
                    problems.Add(Error.StateDType(key, tensor.DType, parameter.DType));
                else
                    state.Tensors[name] = tensor;
            }
            problems.AddRange(Gaps([.. state.Numbers.Keys, .. entry.Texts("tensors")], number));
            entry.End();
        }
        written.End();
        problems.AddRange(tensors.Keys.Except(expected).Select(Error.StateTensorForeign));
        if (problems.Count > 0)
            throw Error.StateDict(Name, problems);
        foreach (var (parameter, state) in states)
            foreach (var (name, tensor) in state.Tensors.ToList())
                state.Keep(name, () => Copy(tensor, parameter.Device));
        return states;
    }

    /// <summary>What is wrong with the names of what is remembered of a parameter, where some ask for others.</summary>
    private protected virtual IEnumerable<string> Gaps(IReadOnlyList<string> names, int number) => [];

    private static T Copy(T tensor, Device device)
    {
        using var mode = new GradMode<T>(enabled: false);
        return T.Clone(T.To(T.Detach(tensor), device));
    }
}
