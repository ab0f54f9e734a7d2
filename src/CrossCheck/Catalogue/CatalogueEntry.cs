using System.Reflection;
using ReferenceTensor = TwinGrad.Reference.Tensor;
using TorchTensor = TwinGrad.Tensor;

namespace TwinGrad;

/// <summary>One function of the catalogue, on both engines.</summary>
internal sealed class CatalogueEntry
{
    private static readonly double UsualTolerance = new OpAttribute().Tolerance;

    internal required string Name { get; init; }

    internal required OpAttribute Op { get; init; }

    internal required IReadOnlyList<CatalogueParameter> Parameters { get; init; }

    internal required Func<TorchTensor[], TorchTensor> OnTorch { get; init; }

    internal required Func<ReferenceTensor[], ReferenceTensor> OnReference { get; init; }

    /// <summary>The contract member that it is an entry of.</summary>
    internal string Operator
    {
        get
        {
            var end = Name.IndexOf('_', StringComparison.Ordinal);
            var inPlace = end >= 0 && (end == Name.Length - 1 || Name[end + 1] == '_');
            return end < 0 ? Name : Name[..(inPlace ? end + 1 : end)];
        }
    }

    /// <summary>Whether each element of the result is a function of one element of each argument.</summary>
    internal bool IsElementwise => Parameters.All(parameter => parameter.Shapes.Count == 0);

    /// <summary>Whether it is less exact than others, or takes sides by what it has computed: the same bits may then give different results.</summary>
    internal bool IsDecidedByRounding => ExtraTolerance > 0 || KnownDivergences.DecidesByRounding(this);

    /// <summary>What the catalogue allows it beyond the usual; 0 for most.</summary>
    internal double ExtraTolerance => Op.Tolerance > UsualTolerance ? Op.Tolerance : 0;

    /// <summary>The function on the engine of a tensor class.</summary>
    internal Func<T[], T> On<T>()
        where T : class, ITensor<T>
        => typeof(T) == typeof(TorchTensor) ? (Func<T[], T>)(object)OnTorch : (Func<T[], T>)(object)OnReference;

    /// <summary>The entry that a method of <see cref="Operators{T}"/> is.</summary>
    internal static CatalogueEntry Of(MethodInfo torch, MethodInfo reference) => new()
    {
        Name = torch.Name,
        Op = torch.GetCustomAttribute<OpAttribute>() ?? new(),
        Parameters = [.. torch.GetParameters().Select(CatalogueParameter.Of)],
        OnTorch = Function<TorchTensor>(torch),
        OnReference = Function<ReferenceTensor>(reference),
    };

    public override string ToString() => Name;

    private static Func<T[], T> Function<T>(MethodInfo method)
        where T : class
        => inputs => (T)method.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, inputs, culture: null)!;
}

/// <summary>An argument of a catalogue entry.</summary>
/// <param name="Shapes">The shapes that the entry asks for; none where it takes any.</param>
/// <param name="Domain">Where its elements come from.</param>
internal sealed record CatalogueParameter(IReadOnlyList<long[]> Shapes, DomainAttribute Domain)
{
    private static readonly DomainAttribute Anywhere = new(-3, 3);

    /// <summary>An argument of no shape in particular, with elements between -3 and 3.</summary>
    internal static CatalogueParameter Any { get; } = new([], Anywhere);

    /// <summary>What the entry calls it.</summary>
    internal string Name { get; private init; } = "x";

    /// <summary>Whether elements lie in the domain; without one, whether they are small.</summary>
    internal bool Holds(double[] values)
    {
        var (low, high) = Domain == Anywhere ? (Anywhere.Low - 1, Anywhere.High + 1) : (Domain.Low, Domain.High);
        return Array.TrueForAll(values, value => value >= low && value <= high);
    }

    internal static CatalogueParameter Of(ParameterInfo parameter) => new(
        [.. parameter.GetCustomAttributes<ShapeAttribute>().Select(shape => shape.Lengths)],
        parameter.GetCustomAttribute<DomainAttribute>() ?? Anywhere)
    {
        Name = parameter.Name!,
    };
}
