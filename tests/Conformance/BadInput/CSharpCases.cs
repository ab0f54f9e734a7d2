using System.Text.RegularExpressions;

namespace TwinGrad.Conformance;

/// <summary>The cases that Python has no words for, in C#: disposal across threads, scopes, races with the collector.</summary>
internal static partial class CSharpCases
{
    private static readonly Dictionary<string, Func<string>> Known = new()
    {
        ["alias_dispose"] = DisposedOriginal,
        ["dispose_other_thread"] = DisposedElsewhere,
        ["scope_dispose_wrong_order"] = ScopesInTheWrongOrder,
        ["concurrent_dispose"] = DisposedTwiceAtOnce,
        ["h_concurrent_dispose_race"] = DisposedTwiceAtOnce,
        ["concurrent_use_dispose"] = UsedWhileDisposed,
        ["concurrent_scope_add"] = ScopedTensorsDisposedElsewhere,
        ["h_concurrent_scope2"] = ScopedTensorsDisposedElsewhere,
        ["native_thread_error_leak"] = ErrorStaysOnItsThread,
        ["nograd_other_thread"] = ModeStaysOnItsThread,
        ["concurrent_backward_same"] = BackwardOntoOneLeafAtOnce,
    };

    /// <summary>The case in C#, or null.</summary>
    internal static Func<string>? Find(BadInputCase golden)
        => Known.GetValueOrDefault(golden.Id)
            ?? (RaceBody().Match(golden.Torchsharp) is { Success: true, Groups: var found } ? () => CollectorRaces.Run(found[1].Value, golden) : null);

    private static string DisposedOriginal()
    {
        var original = Torch.Ones(2);
        var alias = original.View(2);
        original.Dispose();
        return $"{alias + 1}";
    }

    private static string DisposedElsewhere()
    {
        using var scope = Torch.NewScope();
        var tensor = Torch.Ones(2);
        OnAnotherThread(tensor.Dispose);
        return "ok";
    }

    private static string ScopesInTheWrongOrder()
    {
        var outer = Torch.NewScope();
        var inner = Torch.NewScope();
        outer.Dispose();
        var tensor = Torch.Ones(2);
        inner.Dispose();
        return tensor.ToString();
    }

    private static string DisposedTwiceAtOnce()
    {
        for (var i = 0; i < 5_000; i++)
        {
            var tensor = Torch.Ones(2);
            Bench.Races.Race.AtOnce(tensor.Dispose, tensor.Dispose);
        }
        return "ok";
    }

    private static string UsedWhileDisposed()
    {
        for (var i = 0; i < 2_000; i++)
        {
            var tensor = Torch.Ones(2000);
            Bench.Races.Race.AtOnce(() => AddUntilDisposed(tensor), tensor.Dispose);
        }
        return "ok";
    }

    private static void AddUntilDisposed(Tensor tensor)
    {
        try
        {
            for (var i = 0; i < 20; i++)
                (tensor + 1).Dispose();
        }
        catch (ObjectDisposedException)
        {
            // The other thread was faster, as it may be.
        }
    }

    private static string ScopedTensorsDisposedElsewhere()
    {
        using var scope = Torch.NewScope();
        var tensors = new Tensor[20_000];
        for (var i = 0; i < tensors.Length; i++)
            tensors[i] = Torch.Ones(2);
        Parallel.ForEach(tensors, tensor => tensor.Dispose());
        return "ok";
    }

    private static string ErrorStaysOnItsThread()
    {
        try
        {
            Torch.Ones(2).View(7);
        }
        catch (TorchArgumentException)
        {
            // What is to be found on no other thread.
        }
        var text = "";
        OnAnotherThread(() => text = Torch.Ones(2).ToString());
        return text;
    }

    private static string ModeStaysOnItsThread()
    {
        using var mode = Torch.NoGrad();
        var enabled = false;
        OnAnotherThread(() => enabled = Torch.IsGradEnabled);
        return $"({enabled})";
    }

    private static string BackwardOntoOneLeafAtOnce()
    {
        var leaf = Torch.Ones([100], requiresGrad: true);
        Parallel.For(0, 2000, _ => (leaf * 2).Sum().Backward());
        // Recorded with one thread, and with these words.
        return $"{leaf.Grad![0].Item<double>()} in a single thread";
    }

    private static void OnAnotherThread(Action action)
    {
        var thread = new Thread(() => action());
        thread.Start();
        thread.Join();
    }

    [GeneratedRegex(@"GcRace\.(\w+)\(")]
    private static partial Regex RaceBody();
}
