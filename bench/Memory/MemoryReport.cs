namespace TwinGrad.Bench.Memory;

/// <summary>Runs the memory loops one after the other and prints a table.</summary>
internal static class MemoryReport
{
    internal static int Run(string? side, int iterations, string? only)
    {
        Console.WriteLine($"peak growth of the resident memory in MB over {iterations} iterations, and over as many again");
        Console.WriteLine($"{"loop",-10} {"side",-8} {"first",8} {"again",8} {"GCs",8} {"us each",10}");
        Torch.NumThreads = 1;
        foreach (var name in MemoryProcess.Loops(Sides.Wrapper).Select(loop => loop.Name).Where(name => only is null || name == only))
        {
            foreach (var chosen in Sides.Chosen(side))
            {
                var end = MemoryProcess.Run(chosen, name, iterations);
                Console.WriteLine($"{name,-10} {chosen,-8} {end.Output.TrimEnd()}{(end.Survived ? "" : end.Description)}");
            }
        }
        return 0;
    }
}
