using System.Runtime.CompilerServices;
using TwinGrad.Fuzz.Arguments;

namespace TwinGrad.Fuzz.Running;

/// <summary>A call that broke the property.</summary>
/// <param name="Step">Its place in the program.</param>
/// <param name="Call">Its text.</param>
/// <param name="Problem">What it threw and what is wrong with that.</param>
/// <param name="Kind">What failures of the same cause have in common.</param>
internal sealed record Failure(int Step, string Call, string Problem, string Kind);

/// <summary>Runs one program in this process.</summary>
internal sealed class ProgramRunner(FuzzProgram program, Action<string> journal, Action<string> count)
{
    // Beyond this many elements an operator on the tensor might honestly take for ever.
    private const long Large = 1 << 16;

    private readonly Pool _pool = new();
    private readonly List<Failure> _failures = [];

    /// <summary>Runs the program and returns the calls that broke the property.</summary>
    internal IReadOnlyList<Failure> Run()
    {
        Callbacks.Listen();
        Torch.NumThreads = 1;
        Torch.WarnAlways = false;
        Torch.DefaultDevice = Device.Cpu;
        PrintOptions.Current = PrintOptions.Default;
        foreach (var spec in program.Tensors)
        {
            journal($" t{_pool.Tensors.Count} = {spec}");
            _pool.Add(spec.Make());
        }
        Run(0, program.Steps.Length);
        Tensor.GradEnabled = true;
        Torch.DefaultDevice = Device.Cpu;
        // Small tensors never ask for the threads that were set.
        if (Torch.NumThreads != 1)
            _pool.Add(Torch.Ones(300, 300).Exp());
        Callbacks.StopListening(program.Steps.Length);
        _pool.Free();
        return _failures;
    }

    private void Run(int from, int end)
    {
        while (from < end)
            from = Make(from, end);
    }

    /// <summary>Makes one call and returns the place of the next.</summary>
    private int Make(int place, int end)
    {
        var step = program.Steps[place];
        var covered = step.Member.IsScope ? Math.Min(place + 1 + step.Covers, end) : place + 1;
        var ran = false;
        var call = step.Member.Name;
        // What makes an argument may be what kills.
        journal($"{Journal.ArgumentsOf}{call}");
        try
        {
            var arguments = Array.ConvertAll(step.Arguments, argument => argument.Resolve(_pool));
            call = $"{step.Member}: {string.Join("; ", arguments.Select(argument => argument.Text))}";
            // C# itself refuses to call a member on nothing.
            if (step.Member.Parameters is [{ IsReceiver: true }, ..] && arguments[0].Value is null)
                return place + 1;
            journal(call);
            var result = step.Member.Call.Value([.. arguments.Select(argument => argument.Value)], () =>
            {
                ran = true;
                Run(place + 1, covered);
            });
            count(Report.Returned);
            Take(place, call, result);
        }
#pragma warning disable CA1031 // Whatever a call throws is what is tested.
        catch (Exception exception)
        {
            count(exception.GetType().Name);
            if (Verdict.Complaint(exception) is { } complaint)
                Fail(place, call, exception, complaint);
        }
#pragma warning restore CA1031
        // A scope that could not be started has nothing inside: its calls are made as if it had not been asked for.
        return ran ? covered : place + 1;
    }

    private void Fail(int place, string call, Exception exception, string complaint)
    {
        var problem = $"{exception.GetType().Name} {complaint}: {exception.Message}\n{exception.StackTrace}";
        _failures.Add(new(place, call, problem, KindOf(call, exception)));
    }

    /// <summary>Tensors that a call returned can be printed and used in later calls.</summary>
    private void Take(int place, string call, object? result)
    {
        foreach (var tensor in TensorsIn(result))
        {
            if (_pool.Owns(tensor))
                continue;
            journal($" t{_pool.Tensors.Count} = result");
            _pool.Own(tensor);
            try
            {
                CheckUse(tensor);
            }
#pragma warning disable CA1031 // A result that throws in whatever way is a failure of the call that returned it.
            catch (Exception exception)
            {
                Fail(place, call, exception, "comes with a result that can't be used");
                continue;
            }
#pragma warning restore CA1031
            if (tensor.Numel <= Large)
                _pool.Tensors.Add(tensor);
        }
    }

    /// <summary>What is asked of every result. A view may have more elements than memory: then reading them all is refused.</summary>
    private static void CheckUse(Tensor tensor)
    {
        // A program may have asked for every element to be printed, of which a billion would take for ever.
        var text = tensor.Numel <= Large ? tensor.ToString() : tensor.ToString(PrintOptions.Default);
        ObjectDisposedException.ThrowIf(text.Contains("<disposed>", StringComparison.Ordinal), tensor);
        if (tensor.Numel <= Array.MaxLength)
            return;
        try
        {
            tensor.ToArray<float>();
        }
        catch (Exception exception) when (Verdict.Complaint(exception) is null)
        {
            // As it should be.
        }
    }

    private static IEnumerable<Tensor> TensorsIn(object? result) => result switch
    {
        Tensor tensor => [tensor],
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => TensorsIn(tuple[i])),
        IEnumerable<Tensor?> tensors => tensors.OfType<Tensor>(),
        IEnumerable<KeyValuePair<string, Tensor?>> named => named.Select(pair => pair.Value).OfType<Tensor>(),
        _ => [],
    };

    /// <summary>The exception and the member of the library that it came from.</summary>
    private static string KindOf(string call, Exception exception)
    {
        var frames = exception.StackTrace?.Split('\n').Select(line => line.Trim().Split(" in ")[0]) ?? [];
        var own = frames.FirstOrDefault(line => line.StartsWith("at TwinGrad.", StringComparison.Ordinal));
        return $"{exception.GetType().Name} {own ?? call}";
    }
}
