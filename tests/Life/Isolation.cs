using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace TwinGrad.Life;

/// <summary>A second copy of the program, and with it of the library and of TorchSharp, in an AssemblyLoadContext of its own.</summary>
internal static class Isolation
{
    /// <summary>What the copy answers, then the original beside it, then whether a collectible context could be unloaded.</summary>
    internal static string Run(bool collectible)
    {
        var (answers, context) = InContext(collectible);
        var beside = $"{Scenes.Compute()} {Scenes.Cross()}";
        return $"{answers} | {beside} | {(collectible ? Unloaded(context) ? "unloaded" : "not unloaded" : "stays")}";
    }

    // Not inlined: a local of the caller's would keep the context alive.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (string Answers, WeakReference Context) InContext(bool collectible)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "TwinGrad.Life.dll");
        var context = new Context(program, collectible);
        var copy = context.LoadFromAssemblyPath(program);
        if (copy == typeof(Isolation).Assembly)
            throw new InvalidOperationException("the context gave the original");
        var scenes = copy.GetType(typeof(Scenes).FullName!, throwOnError: true)!;
        var answers = $"{Answer(scenes, nameof(Scenes.Compute))} {Answer(scenes, nameof(Scenes.Cross))}";
        if (collectible)
            context.Unload();
        return (answers, new(context));
    }

    private static string Answer(Type scenes, string name) => (string)scenes.GetMethod(name)!.Invoke(null, null)!;

    private static bool Unloaded(WeakReference context)
    {
        for (var i = 0; context.IsAlive && i < 20; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        return !context.IsAlive;
    }

    /// <summary>Loads every dependency of the program afresh.</summary>
    private sealed class Context(string program, bool collectible) : AssemblyLoadContext("isolated", collectible)
    {
        private readonly AssemblyDependencyResolver _dependencies = new(program);

        protected override Assembly? Load(AssemblyName assemblyName)
            => _dependencies.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

        protected override nint LoadUnmanagedDll(string unmanagedDllName)
            => _dependencies.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
    }
}
