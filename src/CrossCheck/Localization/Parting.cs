namespace TwinGrad;

/// <summary>The element at which two engines' numbers are furthest apart.</summary>
internal readonly record struct Parting(long Element, double Torch, double Reference)
{
    /// <summary>Null where no element is further apart than the tolerance times the largest.</summary>
    /// <param name="torch">libtorch's numbers.</param>
    /// <param name="reference">The reference's.</param>
    /// <param name="tolerance">What is rounding relative to the largest of them.</param>
    /// <param name="noise">What is rounding of larger numbers, which cancelled each other.</param>
    internal static Parting? Of(double[] torch, double[] reference, double tolerance, double noise = 0)
    {
        if (torch.Length != reference.Length)
            return new(0, torch.FirstOrDefault(double.NaN), reference.FirstOrDefault(double.NaN));
        var rounding = Math.Max(noise, tolerance * Magnitude.Largest(torch.Concat(reference)));
        Parting? worst = null;
        var furthest = 0.0;
        for (var i = 0; i < torch.Length; i++)
        {
            var apart = Ulp.Distance(torch[i], reference[i], rounding);
            if (apart <= 1 || apart <= furthest)
                continue;
            (furthest, worst) = (apart, new(i, torch[i], reference[i]));
        }
        return worst;
    }
}
