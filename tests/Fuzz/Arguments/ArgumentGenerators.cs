using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsCheck;
using TwinGrad.Fuzz.Surface;

namespace TwinGrad.Fuzz.Arguments;

/// <summary>Random arguments by the type of the parameter.</summary>
internal sealed class ArgumentGenerators(IReadOnlyList<Member> members)
{
    private static readonly Gen<Argument> Null = Gen.Const<Argument>(new Literal(null, "null"));

    /// <summary>Parameters that take a tensor of places, classes or truth values, which tensors at random hardly ever are.</summary>
    private static readonly string[] Indices = ["index", "indices", "target", "mask", "condition"];

    private static readonly Gen<Argument> FreshIndices = TensorSpec.Indices.Select(spec => (Argument)new Fresh(spec));

    private static readonly Dictionary<Type, Gen<Argument>> Simple = new()
    {
        [typeof(Tensor)] = Gen.Frequency(
            (16, Gen.Int[0, 1000].Select(place => (Argument)new FromPool(place))),
            (3, TensorSpec.Any.Select(spec => (Argument)new Fresh(spec)))),
        [typeof(Scalar)] = Of(Scalars.Scalar),
        [typeof(bool)] = Of(Gen.Bool),
        [typeof(int)] = Of(Scalars.Int),
        [typeof(long)] = Of(Scalars.Long),
        [typeof(double)] = Of(Scalars.Double),
        [typeof(float)] = Of(Scalars.Double.Select(value => (float)value)),
        [typeof(Half)] = Of(Scalars.Double.Select(value => (Half)value)),
        [typeof(byte)] = Of(Gen.Byte),
        [typeof(sbyte)] = Of(Gen.SByte),
        [typeof(char)] = Of(Gen.Char.AlphaNumeric),
        [typeof(string)] = Of(Scalars.Words),
        [typeof(DType)] = Of(Gen.OneOf([.. DType.All])),
        [typeof(TensorIndex)] = Gen.Frequency(
            (4, Of(Scalars.Long, place => place)),
            (3, Of(Gen.Select(Scalars.Int, Scalars.Int, (start, stop) => new Range(At(start), At(stop))), range => range)),
            (1, Of(Gen.Const("..."), _ => TensorIndex.Ellipsis)),
            (1, Of(Gen.Const("None"), _ => TensorIndex.NewAxis)),
            (1, Of(Gen.Select(Scalars.Long, Scalars.Long), slice => TensorIndex.Slice(slice.Item1, slice.Item2, 2))),
            (3, Gen.Frequency((2, FreshIndices), (1, Gen.Int[0, 1000].Select(place => (Argument)new FromPool(place))), (1, Null))
                .Select(tensor => (Argument)new ByTensor(tensor)))),
        [typeof(Index)] = Of(Scalars.Int.Select(At)),
        [typeof(Range)] = Of(Gen.Select(Scalars.Int, Scalars.Int, (start, stop) => new Range(At(start), At(stop)))),
        [typeof(IFormatProvider)] = Of(Gen.Const<IFormatProvider>(CultureInfo.InvariantCulture)),
        [typeof(CancellationToken)] = Of(Gen.Bool.Select(cancelled => new CancellationToken(cancelled))),
        [typeof(Stream)] = Scalars.Files.Select(
            content => (Argument)new Unread(content, text => Written(Encoding.Latin1.GetBytes(text)))),
        [typeof(TextReader)] = Scalars.Files.Select(content => (Argument)new Unread(content, text => new StringReader(text))),
        [typeof(object)] = Of(Gen.OneOf<object>("text", 1, 2.5)),
    };

    private readonly Dictionary<Type, Gen<Argument>> _found = [];
    private readonly HashSet<Type> _sought = [];

    /// <summary>Arguments for a parameter, null among them where C# lets it pass; null if nothing is known to make them of.</summary>
    internal Gen<Argument>? For(Parameter parameter)
    {
        var type = parameter.Type;
        if (For(type) is not { } values)
            return null;
        if (type == typeof(Tensor) && Indices.Contains(parameter.Name))
            values = Gen.Frequency((1, values), (2, FreshIndices));
        return type.IsValueType ? values : parameter.MayBeNull ? OrNull(values, type == typeof(Tensor) ? 24 : 6) : values;
    }

    private static Gen<Argument> OrNull(Gen<Argument> values, int to) => Gen.Frequency((to, values), (1, Null));

    private Gen<Argument>? For(Type type)
    {
        if (_found.TryGetValue(type, out var known))
            return known;
        // A maker that needs one of what it makes is no beginning.
        if (!_sought.Add(type))
            return null;
        var found = Find(type);
        _sought.Remove(type);
        if (found is not null)
            _found[type] = found;
        return found;
    }

    private Gen<Argument>? Find(Type type)
    {
        if (Simple.TryGetValue(type, out var simple))
            return simple;
        // Most calls would fail of the other devices that can be made.
        if (type == typeof(Device))
            return Gen.Frequency((8, Of(Gen.Const(Device.Cpu))), (2, ByMakers(type)!));
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return For(inner) is { } some ? OrNull(some, 3) : null;
        if (type.IsEnum)
            return Of(EnumValues(type));
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(PerDim<>))
            return PerDims(type);
        if (Callbacks.All.TryGetValue(type, out var callbacks))
            return Gen.OneOf([.. callbacks.Select(callback => (Argument)new Literal(callback.Code, $"a callback that {callback.Name}"))]);
        if (type == typeof(IReadOnlyDictionary<string, Tensor>))
            return Gen.OneOf(StateDicts(), ByMakers(type)!);
        if (type.IsAssignableTo(typeof(ITuple)))
            return Tuples(type);
        return ElementOfList(type) is { } element ? Lists(element, type) : ByMakers(type);
    }

    private static Type? ElementOfList(Type type)
    {
        if (type.IsArray)
            return type.GetElementType();
        var element = type.IsGenericType ? type.GetGenericArguments()[0] : null;
        return element is not null && type.IsAssignableFrom(element.MakeArrayType()) ? element : null;
    }

    /// <summary>Values of an enum, and such as it has not.</summary>
    private static Gen<object> EnumValues(Type type) => Gen.Frequency(
        (6, Gen.OneOf([.. Enum.GetValues(type).Cast<object>()])), (1, Gen.Int[-1, 99].Select(value => Enum.ToObject(type, value))));

    /// <summary>One number or a few for the dimensions of a window: mostly such as fit.</summary>
    private Gen<Argument>? PerDims(Type type)
    {
        var number = type.GetGenericArguments()[0];
        return For(number) is { } numbers ? numbers.Array[1, 3].Select(items => (Argument)new EachDim(type, new Many(number, items))) : null;
    }

    private Gen<Argument>? Lists(Type element, Type type)
    {
        if (For(element) is not { } items)
            return null;
        var item = element.IsValueType ? items : OrNull(items, 30);
        return type is { IsArray: true } && type.GetArrayRank() > 1
            ? item.Array[4].Select(values => (Argument)new Grid(element, values))
            : Gen.Frequency((40, item.Array[0, 3]), (8, item.Array[0, 6]), (1, item.Array[60, 70]))
                .Select(values => (Argument)new Many(element, values));
    }

    private Gen<Argument>? Tuples(Type type)
    {
        var items = Array.ConvertAll(type.GetGenericArguments(), For);
        return items.Contains(null) ? null : All(items!).Select(values => (Argument)new Together(type, values));
    }

    /// <summary>Tensors, null among them, under names that a module's parameters have or could have.</summary>
    private Gen<Argument> StateDicts()
        => Gen.Select(Gen.OneOf("weight", "bias", "0.weight", ""), OrNull(For(typeof(Tensor))!, 12)).Array[0, 3]
            .Select(entries => (Argument)new Named([.. entries.DistinctBy(entry => entry.Item1)]));

    /// <summary>What the library's own members return: constructors, static members, properties of a tensor.</summary>
    private Gen<Argument>? ByMakers(Type type)
    {
        var makers = from member in members
                     where type.IsAssignableFrom(member.Result) && member.Parameters.All(parameter => parameter.Type != type)
                     let arguments = member.Parameters.Select(For).ToArray()
                     where !arguments.Contains(null)
                     select All(arguments!).Select(values => (Argument)new Made(member, values));
        var found = makers.ToArray();
        return found.Length > 0 ? Gen.OneOf(found) : null;
    }

    /// <summary>One argument of each.</summary>
    internal static Gen<Argument[]> All(IReadOnlyList<Gen<Argument>> arguments)
        => arguments.Aggregate(
            Gen.Const(Array.Empty<Argument>()),
            (before, next) => Gen.Select(before, next, (values, value) => values.Append(value).ToArray()));

    private static Gen<Argument> Of<T>(Gen<T> values) => values.Select(value => (Argument)new Literal(value, Scalars.Text(value)));

    /// <summary>Values whose text is that of what they are made from.</summary>
    private static Gen<Argument> Of<T>(Gen<T> sources, Func<T, TensorIndex> make)
        => sources.Select(source => (Argument)new Literal(make(source), Scalars.Text(source)));

    /// <summary>A stream at its beginning, which can grow.</summary>
    private static MemoryStream Written(byte[] bytes)
    {
        var stream = new MemoryStream();
        stream.Write(bytes);
        stream.Position = 0;
        return stream;
    }

    private static Index At(int place) => new(Math.Abs(Math.Max(place, -int.MaxValue)), place < 0);
}
