namespace TwinGrad;

/// <summary>The element at which two engines' numbers are furthest apart.</summary>
internal readonly record struct Parting(long Element, double Torch, double Reference)
{
    /// <summary>Null where no element is further apart than the tolerance times the largest.</summary>
    internal static Parting? Of(double[] torch, double[] reference, double tolerance)
    {
        if (torch.Length != reference.Length)
            return new(0, torch.FirstOrDefault(double.NaN), reference.FirstOrDefault(double.NaN));
        var largest = torch.Concat(reference).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        Parting? worst = null;
        var furthest = 0.0;
        for (var i = 0; i < torch.Length; i++)
        {
            var apart = Ulp.Distance(torch[i], reference[i], tolerance * largest);
            if (apart <= 1 || apart <= furthest)
                continue;
            (furthest, worst) = (apart, new(i, torch[i], reference[i]));
        }
        return worst;
    }
}
