using System.Globalization;

namespace TwinGrad.Bench.Races;

/// <summary>Runs one race in a process of its own, and is what runs in that process.</summary>
public static class RaceProcess
{
    internal const string Command = "race";

    // Starting takes about a second; a busy machine may take long.
    private static readonly TimeSpan Allowance = TimeSpan.FromSeconds(60);

    /// <summary>Runs a race beside this process, and returns how that ended.</summary>
    public static ChildEnd Run(string side, string race, int seconds)
        => ChildProcess.Run(
            typeof(RaceProcess).Assembly,
            TimeSpan.FromSeconds(seconds) + Allowance,
            Command, side, race, seconds.ToString(CultureInfo.InvariantCulture));

    internal static int RunHere(string[] arguments)
    {
        var race = Races(arguments[1]).Single(race => race.Name == arguments[2]);
        // Loads the libraries, which raw TorchSharp may not find by itself; one thread leaves a core to the bystander.
        Torch.NumThreads = 1;
        try
        {
            var rounds = race.Run(TimeSpan.FromSeconds(int.Parse(arguments[3], CultureInfo.InvariantCulture)));
            Console.WriteLine($"{rounds} rounds");
            return 0;
        }
#pragma warning disable CA1031 // Whatever a round throws is the result, told in one line.
        catch (Exception exception)
        {
            Console.Error.WriteLine($"{exception.GetType().Name}: {exception.Message}");
            return 1;
        }
#pragma warning restore CA1031
    }

    internal static IReadOnlyList<Race> Races(string side) => side == Sides.Raw ? RawRaces.All : WrapperRaces.All;
}
