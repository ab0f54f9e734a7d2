namespace TwinGrad.Fuzz.Running;

/// <summary>Finds a few calls of a failing program that still fail.</summary>
internal static class Shrinker
{
    /// <summary>Leaves out one call after the other, the last first, as long as the rest fails.</summary>
    internal static IReadOnlyList<int> Shrink(int steps, Func<IReadOnlyList<int>, bool> fails)
    {
        List<int> kept = [.. Enumerable.Range(0, steps)];
        for (var place = kept.Count - 1; place >= 0; place--)
        {
            List<int> fewer = [.. kept[..place], .. kept[(place + 1)..]];
            if (fails(fewer))
                kept = fewer;
        }
        return kept;
    }
}
