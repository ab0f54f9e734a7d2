using System.Reflection;
using TorchTensor = TwinGrad.Tensor;
using ReferenceTensor = TwinGrad.Reference.Tensor;

namespace TwinGrad;

/// <summary>One function of the catalogue, on both engines.</summary>
internal sealed class CatalogueEntry
{
    internal CatalogueEntry(MethodInfo torch, MethodInfo reference)
    {
        Name = torch.Name;
        Op = torch.GetCustomAttribute<OpAttribute>()!;
        Parameters = [.. torch.GetParameters().Select(parameter => new CatalogueParameter(parameter))];
        OnTorch = Function<TorchTensor>(torch);
        OnReference = Function<ReferenceTensor>(reference);
    }

    internal string Name { get; }

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

    internal OpAttribute Op { get; }

    internal IReadOnlyList<CatalogueParameter> Parameters { get; }

    internal Func<TorchTensor[], TorchTensor> OnTorch { get; }

    internal Func<ReferenceTensor[], ReferenceTensor> OnReference { get; }

    /// <summary>Whether each element of the result is a function of one element of each argument.</summary>
    internal bool IsElementwise => Parameters.All(parameter => parameter.Shapes.Count == 0);

    public override string ToString() => Name;

    private static Func<T[], T> Function<T>(MethodInfo method)
        where T : class
        => inputs => (T)method.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, inputs, culture: null)!;
}

/// <summary>An argument of a catalogue entry.</summary>
internal sealed class CatalogueParameter(ParameterInfo parameter)
{
    /// <summary>The shapes that the entry asks for; none where it takes any.</summary>
    internal IReadOnlyList<long[]> Shapes { get; } = [.. parameter.GetCustomAttributes<ShapeAttribute>().Select(shape => shape.Lengths)];

    /// <summary>Where its elements come from.</summary>
    internal DomainAttribute Domain { get; } = parameter.GetCustomAttribute<DomainAttribute>() ?? new(-3, 3);
}
