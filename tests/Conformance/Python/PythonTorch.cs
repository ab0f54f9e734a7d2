namespace TwinGrad.Conformance.Python;

/// <summary>The functions of <c>torch</c> that are Python's more than an operator's: those that read nested lists or set modes.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
public static class PythonTorch<T>
    where T : class, ITensor<T>
{
    internal static object? Call(PythonGlobal function, PythonArguments arguments) => function.Path switch
    {
        "torch.tensor" => Tensor(arguments),
        "torch.device" => PythonDevice.Of(arguments),
        "torch" => throw new PythonEvaluationException("a module can't be called"),
        _ => PythonScopes<T>.Find(function.Function, arguments)
            ?? (char.IsUpper(function.Name[0]) && PythonLibrary<T>.TryCreate(function.Name, arguments, out var created)
                ? created
                : PythonLibrary<T>.CallFunction(function.Function, arguments)),
    };

    /// <summary>A leaf of the given elements, whatever the dtype: no element passes through a type that could change it.</summary>
    public static T Leaf(IReadOnlyList<Scalar> values, IReadOnlyList<long> shape, DType dtype, bool requiresGrad = false)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(dtype);
        ReadOnlySpan<long> lengths = [.. shape];
        return dtype.Category switch
        {
            DTypeCategory.Bool => TensorFactory<T>.Tensor<bool>(
                [.. values.Select(value => value.ToBoolean())], lengths, dtype, requiresGrad: requiresGrad),
            DTypeCategory.Integer => TensorFactory<T>.Tensor<long>(
                [.. values.Select(value => value.ToInt64())], lengths, dtype, requiresGrad: requiresGrad),
            _ => TensorFactory<T>.Tensor<double>([.. values.Select(value => value.ToDouble())], lengths, dtype, requiresGrad: requiresGrad),
        };
    }

    /// <summary><c>x.tolist()</c>.</summary>
    internal static object? ToList(T x)
        => x.Dim == 0
            ? PythonNumbers.Held(x.ToScalar(), x.DType)
            : new PythonList(Enumerable.Range(0, (int)x.Shape[0]).Select(place => ToList(T.Select(x, 0, place))));

    private static T Tensor(PythonArguments arguments)
    {
        var (dtype, requiresGrad) = ((DType?)null, false);
        foreach (var (name, value) in arguments.Keywords)
        {
            if (name == "dtype" && value is DType named)
                dtype = named;
            else if (name == "requires_grad" && value is Scalar { Kind: DTypeCategory.Bool } flag)
                requiresGrad = flag.ToBoolean();
            else
                throw new PythonUnsupportedException($"tensor({arguments})");
        }
        if (arguments.Positional is not [var data])
            throw new PythonUnsupportedException($"tensor({arguments})");
        var (values, shape) = (new List<Scalar>(), new List<long>());
        Read(data, depth: 0, values, shape);
        return Leaf(values, shape, dtype ?? DefaultDType(values), requiresGrad);
    }

    private static void Read(object? data, int depth, List<Scalar> values, List<long> shape)
    {
        switch (data)
        {
            case Scalar number when depth == shape.Count:
                values.Add(number);
                break;
            case PythonSequence { Items: var items }:
                // The first list of each depth says how long all lists of that depth are.
                if (values.Count == 0 && depth == shape.Count)
                    shape.Add(items.Count);
                else if (depth >= shape.Count || shape[depth] != items.Count)
                    throw new PythonUnsupportedException("tensor of lists of several lengths");
                foreach (var item in items)
                    Read(item, depth + 1, values, shape);
                break;
            default:
                throw new PythonUnsupportedException($"tensor of a {PythonType.Name(data)}");
        }
    }

    /// <summary>The widest kind among the numbers; a list of none is of floats.</summary>
    private static DType DefaultDType(List<Scalar> values)
        => values.Count == 0 ? DType.Float32 : values.MaxBy(value => value.Kind).DefaultDType;
}
