namespace TwinGrad.Tests;

/// <summary>Integers, bools and halves: both engines give the same dtype and values, or refuse with the same sentence.</summary>
internal static class DTypeChecks
{
    private static readonly DType[][] Tried =
    [
        [DType.Bool], [DType.UInt8], [DType.Int8], [DType.Int16], [DType.Int32], [DType.Int64], [DType.Float16], [DType.BFloat16],
        [DType.Int32, DType.Float32], [DType.Float32, DType.Float64], [DType.Bool, DType.Int64], [DType.Float64, DType.Int64],
        [DType.Float16, DType.Float32],
    ];

    internal static IEnumerable<string> Run(CatalogueEntry entry)
    {
        if (entry.Op.DTypesSkip is not null || entry.Op.Fails)
            yield break;
        var sample = Samples.Regular(entry).First().Zip(entry.Parameters, Whole).ToArray();
        foreach (var dtypes in Tried.Where(dtypes => dtypes.Length == 1 || entry.Parameters.Count > 1))
        {
            var (torch, reference) = (Outcome.Of(entry.OnTorch, sample, dtypes), Outcome.Of(entry.OnReference, sample, dtypes));
            var difference = torch.Error is not null || reference.Error is not null
                ? torch.Error == reference.Error ? null : $"libtorch {torch}, reference {reference}"
                : Agreement.Difference(torch.Result!, reference.Result!, Step(torch.Result!.DType), Step(torch.Result.DType));
            if (difference is not null)
                yield return $"{difference} ({string.Join(" and ", dtypes.Select(dtype => dtype.ToString()))})";
        }
    }

    /// <summary>The sample's numbers as small integers of the domain, which every dtype but bool holds.</summary>
    private static Input Whole(Input input, CatalogueParameter parameter)
    {
        var (low, high) = (Math.Max(0, Math.Ceiling(parameter.Domain.Low)), Math.Max(1, Math.Floor(parameter.Domain.High)));
        return input with { Values = [.. input.Values.Select(value => Math.Clamp(Math.Round(Math.Abs(value)), low, high))] };
    }

    /// <summary>A few roundings of the dtype.</summary>
    private static double Step(DType dtype)
        => dtype == DType.BFloat16 ? 0.03 : dtype == DType.Float16 ? 0.004 : dtype == DType.Float32 ? 1e-5 : 1e-10;
}
