namespace TwinGrad.Fuzz.Arguments;

/// <summary>What a user's own code throws when the library calls it.</summary>
internal sealed class CallbackException() : Exception("thrown by a callback");

/// <summary>Code that the library is handed: it may return, return nothing or throw.</summary>
internal static class Callbacks
{
    internal static readonly Action<string> Quiet = _ => { };
    internal static readonly Action<string> Throwing = _ => Throw();

    internal static IReadOnlyDictionary<Type, (string Name, Delegate Code)[]> All { get; } = new Dictionary<Type, (string, Delegate)[]>
    {
        [typeof(Action)] = [("returns", () => { }), ("throws", new Action(Throw))],
        [typeof(Action<string>)] = [("returns", Quiet), ("throws", Throwing)],
        [typeof(Action<Tensor>)] = [("disposes", new Action<Tensor>(x => x.Dispose())), ("throws", new Action<Tensor>(_ => Throw()))],
        [typeof(Func<int, double>)] =
        [
            ("halves", new Func<int, double>(epoch => Math.Pow(0.5, epoch))),
            ("gives nan", new Func<int, double>(_ => double.NaN)),
            ("throws", new Func<int, double>(_ => throw new CallbackException())),
        ],
        [typeof(Func<Tensor>)] =
        [
            ("makes ones", () => Torch.Ones(2, 3)),
            ("returns null", new Func<Tensor>(() => null!)),
            ("throws", new Func<Tensor>(() => throw new CallbackException())),
        ],
        [typeof(Func<IReadOnlyList<(Tensor Input, Tensor Target)>, Batch<Tensor>>)] =
        [
            ("stacks", new Func<IReadOnlyList<(Tensor Input, Tensor Target)>, Batch<Tensor>>(Collate.Pairs)),
            ("returns null", new Func<IReadOnlyList<(Tensor Input, Tensor Target)>, Batch<Tensor>>(_ => null!)),
            ("throws", new Func<IReadOnlyList<(Tensor Input, Tensor Target)>, Batch<Tensor>>(_ => throw new CallbackException())),
        ],
        [typeof(Action<Module<Tensor>>)] =
        [
            ("returns", new Action<Module<Tensor>>(_ => { })),
            ("throws", new Action<Module<Tensor>>(_ => Throw())),
        ],
        [typeof(Func<Tensor, Tensor>)] =
        [
            ("returns its argument", new Func<Tensor, Tensor>(x => x)),
            ("squares", new Func<Tensor, Tensor>(x => x * x)),
            ("returns null", new Func<Tensor, Tensor>(_ => null!)),
            ("throws", new Func<Tensor, Tensor>(_ => throw new CallbackException())),
        ],
        [typeof(Func<Tensor, Tensor, Tensor>)] =
        [
            ("multiplies", new Func<Tensor, Tensor, Tensor>((x, y) => x * y)),
            ("returns null", new Func<Tensor, Tensor, Tensor>((_, _) => null!)),
            ("throws", new Func<Tensor, Tensor, Tensor>((_, _) => throw new CallbackException())),
        ],
        [typeof(Func<FunctionContext<Tensor>, Tensor, Tensor>)] =
        [
            ("returns its argument", new Func<FunctionContext<Tensor>, Tensor, Tensor>((_, x) => x)),
            ("saves and reads", new Func<FunctionContext<Tensor>, Tensor, Tensor>(SaveOrMultiply)),
            ("returns null", new Func<FunctionContext<Tensor>, Tensor, Tensor>((_, _) => null!)),
            ("throws", new Func<FunctionContext<Tensor>, Tensor, Tensor>((_, _) => throw new CallbackException())),
        ],
        [typeof(Func<FunctionContext<Tensor>, IReadOnlyList<Tensor>, IReadOnlyList<Tensor>>)] =
        [
            ("returns its argument", new Func<FunctionContext<Tensor>, IReadOnlyList<Tensor>, IReadOnlyList<Tensor>>((_, all) => all)),
            ("doubles", new Func<FunctionContext<Tensor>, IReadOnlyList<Tensor>, IReadOnlyList<Tensor>>((_, all) => [.. all.Select(x => x * 2)])),
            ("drops one", new Func<FunctionContext<Tensor>, IReadOnlyList<Tensor>, IReadOnlyList<Tensor>>((_, all) => [.. all.Skip(1)])),
            ("marks", new Func<FunctionContext<Tensor>, IReadOnlyList<Tensor>, IReadOnlyList<Tensor>>(Mark)),
            ("returns null", new Func<FunctionContext<Tensor>, IReadOnlyList<Tensor>, IReadOnlyList<Tensor>>((_, _) => null!)),
            ("throws", new Func<FunctionContext<Tensor>, IReadOnlyList<Tensor>, IReadOnlyList<Tensor>>((_, _) => throw new CallbackException())),
        ],
        [typeof(Func<Tensor[], Tensor>)] =
        [
            ("squares the first and sums", new Func<Tensor[], Tensor>(x => (x[0] * x[0]).Sum())),
            ("returns null", new Func<Tensor[], Tensor>(_ => null!)),
            ("throws", new Func<Tensor[], Tensor>(_ => throw new CallbackException())),
        ],
        [typeof(Func<Tensor, Tensor[]>)] =
        [
            ("squares and sums", new Func<Tensor, Tensor[]>(x => [x * x, x.Sum()])),
            ("returns null", new Func<Tensor, Tensor[]>(_ => null!)),
            ("returns null among others", new Func<Tensor, Tensor[]>(x => [x, null!])),
            ("throws", new Func<Tensor, Tensor[]>(_ => throw new CallbackException())),
        ],
        [typeof(Func<Tensor[], Tensor[]>)] =
        [
            ("returns its arguments", new Func<Tensor[], Tensor[]>(x => x)),
            ("returns nothing", new Func<Tensor[], Tensor[]>(_ => [])),
            ("returns null", new Func<Tensor[], Tensor[]>(_ => null!)),
            ("throws", new Func<Tensor[], Tensor[]>(_ => throw new CallbackException())),
        ],
    };

    /// <summary>A program starts with one listener, which keeps warnings off the console.</summary>
    internal static void Listen() => Torch.Warning += Quiet;

    /// <summary>Takes back what a program of so many calls may have left listening.</summary>
    internal static void StopListening(int calls)
    {
        for (var i = 0; i <= calls; i++)
        {
            Torch.Warning -= Quiet;
            Torch.Warning -= Throwing;
        }
    }

    /// <summary>Saves what it gets the first time, as a forward; multiplies by it afterwards, as a backward.</summary>
    private static Tensor SaveOrMultiply(FunctionContext<Tensor> context, Tensor x)
    {
        if (context.SavedTensors is [var saved])
            return x * saved;
        context.SaveForBackward(x);
        return x * x;
    }

    private static IReadOnlyList<Tensor> Mark(FunctionContext<Tensor> context, IReadOnlyList<Tensor> inputs)
    {
        context.MaterializeGrads = false;
        if (inputs.Count > 0)
            context.MarkNonDifferentiable(inputs[0]);
        return inputs;
    }

    private static void Throw() => throw new CallbackException();
}
