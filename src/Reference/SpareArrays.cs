namespace TwinGrad.Reference;

/// <summary>Arrays of a thread's that served as gradients of a pass and that nobody holds any more, for the next results of their length.</summary>
/// <remarks>They are held weakly: the collector takes what is not soon used.</remarks>
internal static class SpareArrays
{
    private const int Places = 4;

    [ThreadStatic]
    private static WeakReference<double[]>?[]? _spares;

    /// <summary>Lets an array serve again.</summary>
    internal static void Give(double[] values)
    {
        _spares ??= new WeakReference<double[]>?[Places];
        for (var i = 0; i < Places; i++)
        {
            ref var place = ref _spares[i];
            if (place is null)
                place = new(values);
            else if (!place.TryGetTarget(out _))
                place.SetTarget(values);
            else
                continue;
            return;
        }
    }

    /// <summary>One of so many elements, with whatever was in it; null if there is none.</summary>
    internal static double[]? Take(long length)
    {
        if (_spares is null)
            return null;
        foreach (var place in _spares)
            if (place is not null && place.TryGetTarget(out var values) && values.Length == length)
            {
                place.SetTarget(null!);
                return values;
            }
        return null;
    }
}
