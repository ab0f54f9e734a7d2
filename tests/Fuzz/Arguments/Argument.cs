using TwinGrad.Fuzz.Surface;

namespace TwinGrad.Fuzz.Arguments;

/// <summary>One argument of a random call. What it is exactly is known when the call comes: which tensors there are then.</summary>
internal abstract record Argument
{
    internal abstract Resolved Resolve(Pool pool);
}

/// <summary>An argument's value and its text in the journal.</summary>
internal readonly record struct Resolved(object? Value, string Text);

/// <summary>The same in every program: a number, a dtype, null.</summary>
internal sealed record Literal(object? Value, string Text) : Argument
{
    internal override Resolved Resolve(Pool pool) => new(Value, Text);
}

/// <summary>A stream or a reader of its own for each call, because reading moves it.</summary>
internal sealed record Unread(string Content, Func<string, IDisposable> Open) : Argument
{
    internal override Resolved Resolve(Pool pool) => new(Open(Content), $"a reader of {Scalars.Text(Content)}");
}

/// <summary>A tensor that the program has made so far.</summary>
internal sealed record FromPool(int Place) : Argument
{
    internal override Resolved Resolve(Pool pool)
    {
        var index = Place % pool.Tensors.Count;
        return new(pool.Tensors[index], $"t{index}");
    }
}

/// <summary>A tensor made for this call.</summary>
internal sealed record Fresh(TensorSpec Spec) : Argument
{
    internal override Resolved Resolve(Pool pool) => new(pool.Own(Spec.Make()), Spec.ToString());
}

/// <summary>Several of a kind, as an array, which every list interface and every span takes.</summary>
internal sealed record Many(Type Element, Argument[] Items) : Argument
{
    internal override Resolved Resolve(Pool pool)
    {
        var items = Array.ConvertAll(Items, item => item.Resolve(pool));
        var array = Array.CreateInstance(Element, items.Length);
        for (var i = 0; i < items.Length; i++)
            array.SetValue(items[i].Value, i);
        return new(array, $"[{string.Join(", ", items.Select(item => item.Text))}]");
    }
}

/// <summary>A number for each dimension.</summary>
internal sealed record EachDim(Type Type, Many Numbers) : Argument
{
    internal override Resolved Resolve(Pool pool)
    {
        var (numbers, text) = Numbers.Resolve(pool);
        return new(Activator.CreateInstance(Type, numbers), text);
    }
}

/// <summary>Two rows of equally many.</summary>
internal sealed record Grid(Type Element, Argument[] Items) : Argument
{
    private const int Rows = 2;

    internal override Resolved Resolve(Pool pool)
    {
        var items = Array.ConvertAll(Items, item => item.Resolve(pool));
        var grid = Array.CreateInstance(Element, Rows, items.Length / Rows);
        for (var i = 0; i < items.Length; i++)
            grid.SetValue(items[i].Value, i % Rows, i / Rows);
        return new(grid, $"{Rows} rows of [{string.Join(", ", items.Select(item => item.Text))}]");
    }
}

/// <summary>Several of different kinds, as a tuple.</summary>
internal sealed record Together(Type Tuple, Argument[] Items) : Argument
{
    internal override Resolved Resolve(Pool pool)
    {
        var items = Array.ConvertAll(Items, item => item.Resolve(pool));
        return new(
            Activator.CreateInstance(Tuple, [.. items.Select(item => item.Value)]), $"({string.Join(", ", items.Select(item => item.Text))})");
    }
}

/// <summary>An index that is a tensor, or none, which is a new axis.</summary>
internal sealed record ByTensor(Argument Index) : Argument
{
    internal override Resolved Resolve(Pool pool)
    {
        var (tensor, text) = Index.Resolve(pool);
        return new((TensorIndex)(Tensor?)tensor, $"[{text}]");
    }
}

/// <summary>Tensors by name.</summary>
internal sealed record Named((string Name, Argument Value)[] Entries) : Argument
{
    internal override Resolved Resolve(Pool pool)
    {
        var values = Array.ConvertAll(Entries, entry => entry.Value.Resolve(pool));
        var named = new Dictionary<string, Tensor?>();
        for (var i = 0; i < values.Length; i++)
            named.Add(Entries[i].Name, (Tensor?)values[i].Value);
        return new(named, $"{{{string.Join(", ", values.Select((value, i) => $"\"{Entries[i].Name}\": {value.Text}"))}}}");
    }
}

/// <summary>What another member of the library returns: a device that was parsed, a tensor's node.</summary>
internal sealed record Made(Member By, Argument[] Arguments) : Argument
{
    internal override Resolved Resolve(Pool pool)
    {
        var arguments = Array.ConvertAll(Arguments, argument => argument.Resolve(pool));
        // Nothing comes of a member of nothing: C# itself refuses to call it.
        var isOfNothing = By.Parameters is [{ IsReceiver: true }, ..] && arguments[0].Value is null;
        var value = isOfNothing ? null : By.Call.Value([.. arguments.Select(argument => argument.Value)], () => { });
        return new(value, $"{By.Name}({string.Join(", ", arguments.Select(argument => argument.Text))})");
    }
}
