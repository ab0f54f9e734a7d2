using TwinGrad.Bench.Gate;
using TwinGrad.Bench.Memory;
using TwinGrad.Bench.Quick;
using TwinGrad.Bench.Races;
using TwinGrad.Bench.Start;

namespace TwinGrad.Bench;

internal static class Program
{
    private const string Usage = """
        dotnet run -c Release --project bench -- COMMAND

          quick  [--rounds 61] [--only NAME] [--report FILE]
                                                        time and bytes per operation beside raw TorchSharp, against the goals
          gate   [--rounds 31] [--report FILE]          what direct native calls cost beside a gate over TorchSharp's tensors
          races  [wrapper|raw] [--seconds 20] [--only NAME]
                                                        loops that a lost tensor kills, each in a process of its own
          memory [wrapper|raw] [--iterations 10000] [--only NAME] [--report FILE]
                                                        growth of the resident memory, each loop in a process of its own,
                                                        against the goals; ends with 1 where one is missed
        """;

    private static int Main(string[] arguments)
    {
        var options = new Options(arguments);
        switch (options.Command)
        {
            case "quick":
                return QuickReport.Run(options.Number("--rounds", 61), options.Text("--only"), options.Text("--report"));
            case "gate":
                return GateReport.Run(options.Number("--rounds", 31), options.Text("--report"));
            case "races":
                return RaceReport.Run(options.Side, options.Number("--seconds", 20), options.Text("--only"));
            case "memory":
                return MemoryReport.Run(options.Side, options.Number("--iterations", 10_000), options.Text("--only"), options.Text("--report"));
            case FirstGradient.Command:
                return FirstGradient.RunHere(arguments);
            case RaceProcess.Command:
                return RaceProcess.RunHere(arguments);
            case MemoryProcess.Command:
                return MemoryProcess.RunHere(arguments);
            default:
                Console.WriteLine(Usage);
                return 2;
        }
    }

    /// <summary>The little there is to say on the command line.</summary>
    private sealed class Options(string[] arguments)
    {
        internal string? Command => arguments.FirstOrDefault();

        /// <summary>wrapper, raw, or null for both.</summary>
        internal string? Side => arguments.Skip(1).FirstOrDefault(word => word is Sides.Wrapper or Sides.Raw);

        internal string? Text(string name)
        {
            var place = Array.IndexOf(arguments, name);
            return place >= 0 && place + 1 < arguments.Length ? arguments[place + 1] : null;
        }

        internal int Number(string name, int otherwise)
            => Text(name) is { } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : otherwise;
    }
}
