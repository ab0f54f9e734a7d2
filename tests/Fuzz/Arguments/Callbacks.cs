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
        [typeof(Func<Tensor>)] =
        [
            ("makes ones", () => Torch.Ones(2, 3)),
            ("returns null", new Func<Tensor>(() => null!)),
            ("throws", new Func<Tensor>(() => throw new CallbackException())),
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

    private static void Throw() => throw new CallbackException();
}
