namespace TwinGrad;

/// <summary>Orders of samples that are functions of a seed and a number alone, so that nothing has to be saved to find one again.</summary>
internal static class Permutation
{
    /// <summary>0, 1, ..., count - 1.</summary>
    internal static int[] Identity(int count)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++)
            order[i] = i;
        return order;
    }

    /// <summary>0, 1, ..., count - 1, shuffled by the numbers of a stream within a seed.</summary>
    internal static int[] Of(int count, long seed, int stream)
    {
        var order = Identity(count);
        var numbers = SplitMix64.Of(seed, stream);
        Shuffle(order, ref numbers);
        return order;
    }

    /// <summary>Fisher and Yates: from the last place down, each is swapped with one drawn among itself and those before.</summary>
    internal static void Shuffle(Span<int> items, ref SplitMix64 numbers)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var drawn = numbers.Below(last + 1);
            (items[last], items[drawn]) = (items[drawn], items[last]);
        }
    }
}
