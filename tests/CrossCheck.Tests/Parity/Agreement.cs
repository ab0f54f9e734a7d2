namespace TwinGrad.Tests;

/// <summary>Compares what both engines computed, and says what differs.</summary>
internal static class Agreement
{
    private const double Relative = 1e-10;

    /// <param name="what">What was computed.</param>
    /// <param name="torch">libtorch's.</param>
    /// <param name="reference">The reference engine's.</param>
    /// <param name="noise">A difference that is rounding of larger numbers which cancelled each other, in a long computation.</param>
    internal static void Check(string what, Derivatives torch, Derivatives reference, double noise = 0)
    {
        if (Difference(torch, reference, noise: noise) is { } difference)
            Assert.Fail($"{what}: {difference}");
    }

    /// <summary>The first difference, or null where there is none.</summary>
    /// <param name="torch">libtorch's.</param>
    /// <param name="reference">The reference engine's.</param>
    /// <param name="relative">How far elements may be apart, relative to the larger one.</param>
    /// <param name="noise">How far they may be apart beside that.</param>
    internal static string? Difference(Derivatives torch, Derivatives reference, double relative = Relative, double noise = 0)
    {
        if (torch.Shape != reference.Shape)
            return $"shapes: libtorch {torch.Shape}, reference {reference.Shape}";
        if (torch.DType != reference.DType)
            return $"dtypes: libtorch {torch.DType}, reference {reference.DType}";
        if (Difference("value", torch.Value, reference.Value, relative, noise) is { } value)
            return value;
        if (torch.First.Length != reference.First.Length)
            return $"only {(torch.First.Length > 0 ? "libtorch" : "the reference")} has a gradient";
        for (var input = 0; input < torch.First.Length; input++)
        {
            if (torch.First[input].Length != reference.First[input].Length)
                return $"only {(torch.First[input].Length > 0 ? "libtorch" : "the reference")} has a gradient of input {input}";
            // A derivative of second order that is 0 is computed of those of first order, which cancel each other up to rounding.
            noise = Math.Max(noise, Rounding(torch.First[input], relative));
            var gradient = Difference($"gradient of input {input}", torch.First[input], reference.First[input], relative, noise)
                ?? Difference($"second gradient of input {input}", torch.Second[input], reference.Second[input], relative, noise);
            if (gradient is not null)
                return gradient;
        }
        return null;
    }

    /// <summary>The first elements that are further apart than their size and that of the largest element explain.</summary>
    internal static string? Difference(string what, double[] torch, double[] reference, double relative, double noise = 0)
    {
        if (torch.Length == 0 || reference.Length == 0)
        {
            // One engine found that nothing flows, the other a flow of zeros.
            return torch.Concat(reference).All(value => Math.Abs(value) <= noise) ? null : $"{what}: only one engine has one";
        }
        if (torch.Length != reference.Length)
            return $"{what}: libtorch has {torch.Length} elements, the reference {reference.Length}";
        noise = Math.Max(noise, Rounding(torch, relative));
        for (var i = 0; i < torch.Length; i++)
        {
            if (!AreClose(torch[i], reference[i], relative, noise))
                return $"{what}, element {i}: libtorch {torch[i]:R}, reference {reference[i]:R}";
        }
        return null;
    }

    /// <summary>What rounding makes of the largest element, far less than what elements may be apart.</summary>
    private static double Rounding(double[] values, double relative)
        => ParityBound.OfLargest * relative * Magnitude.Largest(values);

    private static bool AreClose(double a, double b, double relative, double noise)
        => a.Equals(b) || a == b
            || (double.IsFinite(a) && double.IsFinite(b) && Math.Abs(a - b) <= relative * Math.Max(Math.Abs(a), Math.Abs(b)) + noise);
}
