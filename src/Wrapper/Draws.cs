namespace TwinGrad;

/// <summary>libtorch's generator on the CPU, for one at a time: its state is set by a native function that takes no lock of its own.</summary>
internal static class Draws
{
    private static readonly Lock Gate = new();
    private static readonly SharedSeed Shared = new(Apply);

    /// <summary>Waits for the generators, seeded as the process is, until the result is disposed of.</summary>
    internal static Lock.Scope Begin()
    {
        Shared.Join();
        return Gate.EnterScope();
    }

    internal static void Seed(long seed) => Shared.Seed(seed);

    private static void Apply(long seed)
    {
        lock (Gate)
            NativeMethods.THSTorch_manual_seed(seed);
    }
}
