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
        "torch.autograd.grad" or "torch.autograd.backward" => PythonAutograd<T>.Call(function.Name, arguments),
        _ when function.Path.StartsWith("torch.autograd.functional.", StringComparison.Ordinal) => PythonFunctional<T>.Call(function.Name, arguments),
        "torch.nn.Parameter" or "torch.nn.parameter.Parameter" => PythonTraining<T>.Parameter(arguments),
        "torch.optim.SGD" => PythonTraining<T>.Sgd(arguments),
        "torch.set_grad_enabled" when arguments is { Positional: [Scalar enabled], Keywords.Count: 0 }
            => PythonLibrary<T>.CallFunction(enabled.ToBoolean() ? "enable_grad" : "no_grad", PythonArguments.Of()),
        "torch.lu" => Lu(arguments),
        "warnings.simplefilter" => SimpleFilter(arguments),
        "torch" => throw new PythonEvaluationException("a module can't be called"),
        _ when function.Method is { } method => Method(method, arguments),
        _ when function.Path.StartsWith("torch.ops.", StringComparison.Ordinal) => PythonLibrary<T>.CallFunction(function.Function, arguments),
        _ when char.IsUpper(function.Name[0]) => Create(function, arguments),
        _ => PythonLibrary<T>.CallFunction(function.Function, arguments),
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

    /// <summary><c>torch.Tensor.name(x, ...)</c>.</summary>
    private static object? Method(string name, PythonArguments arguments) => arguments switch
    {
        { Positional: [T x, var index], Keywords.Count: 0 } when name == "__getitem__" => PythonIndexing<T>.Get(x, index),
        { Positional: [T x, var y], Keywords.Count: 0 } when PythonOperators<T>.TryCall(name, x, y, out var result) => result,
        { Positional: [T, ..] } => PythonLibrary<T>.CallMethod(name, arguments),
        _ => throw new PythonMismatchException($"{name}({arguments})"),
    };

    /// <summary>A class's new object, or a module's function where the library has no more of it.</summary>
    private static object? Create(PythonGlobal type, PythonArguments arguments)
        => PythonLibrary<T>.TryCreate(type.Name, arguments, out var created)
            ? created
            : PythonTraining<T>.Module(type.Name, arguments) ?? PythonLibrary<T>.CallFunction(type.Function, arguments);

    /// <summary><c>torch.lu(x, pivot, get_infos)</c>: the third result is there if it was asked for.</summary>
    private static object? Lu(PythonArguments arguments)
    {
        var getInfos = arguments.Keywords.GetValueOrDefault("get_infos") ?? arguments.Positional.ElementAtOrDefault(2);
        var rest = new PythonArguments(
            [.. arguments.Positional.Take(2)], arguments.Keywords.Where(argument => argument.Key != "get_infos").ToDictionary());
        var results = (PythonSequence)PythonLibrary<T>.CallFunction("lu", rest)!;
        return getInfos is Scalar flag && flag.ToBoolean() ? results : new PythonTuple([.. results.Items.Take(2)]);
    }

    /// <summary><c>warnings.simplefilter("error")</c>.</summary>
    private static object? SimpleFilter(PythonArguments arguments)
    {
        (Warnings.AsErrors, Warnings.Always) = arguments.Positional switch
        {
            ["error"] => (true, true),
            ["always"] => (false, true),
            _ => throw new PythonUnsupportedException($"simplefilter({string.Join(", ", arguments.Positional)})"),
        };
        return null;
    }

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
                    throw PythonMismatchException.DoesNotCompile("tensor of lists of several lengths");
                foreach (var item in items)
                    Read(item, depth + 1, values, shape);
                break;
            default:
                throw PythonMismatchException.DoesNotCompile($"tensor of a {PythonType.Name(data)}");
        }
    }

    /// <summary>The widest kind among the numbers; a list of none is of floats.</summary>
    private static DType DefaultDType(List<Scalar> values)
        => values.Count == 0 ? DType.Float32 : values.MaxBy(value => value.Kind).DefaultDType;
}
