namespace TwinGrad.Bench.Races;

/// <summary>Runs the races one after the other and prints how each ended.</summary>
internal static class RaceReport
{
    internal static int Run(string? side, int seconds, string? only)
    {
        var lost = 0;
        foreach (var chosen in Sides.Chosen(side))
        {
            Console.WriteLine($"{chosen}, {seconds} s each");
            foreach (var race in RaceProcess.Races(chosen).Where(race => only is null || race.Name == only))
            {
                var end = RaceProcess.Run(chosen, race.Name, seconds);
                Console.WriteLine($"  {race.Name,-15} {end.Description}");
                if (chosen == Sides.Wrapper && !end.Survived)
                    lost++;
            }
        }
        // Raw TorchSharp is expected to die; this library is not.
        return lost == 0 ? 0 : 1;
    }
}
