namespace TwinGrad.Tests;

/// <summary>Compares libtorch on a device with the reference engine, entry by entry of the catalogue.</summary>
/// <param name="device">Where libtorch computes.</param>
/// <param name="exceptions">Entries that are not compared there, each with the reason.</param>
internal sealed class DeviceParity(Device device, IReadOnlyDictionary<string, string> exceptions)
{
    /// <summary>
    /// What is the same on every device: values, gradients and second gradients. Not so the sentences of refusals, which kernels of a GPU
    /// cannot say, nor what a dtype that a kernel was not made for comes to.
    /// </summary>
    private static readonly string[] Compared = ["regular", "strided", "kinks", "special values", "float32"];

    private static readonly List<ParityCheck> Checks = [.. Compared.Select(name => ParityChecks.All.Single(check => check.Name == name))];

    /// <summary>How many entries were compared.</summary>
    internal int Count { get; private set; }

    /// <summary>What differs, a line an entry.</summary>
    internal IReadOnlyList<string> Differences(IEnumerable<CatalogueEntry> entries)
    {
        var (before, tf32) = (Torch.DefaultDevice, Torch.Backends.Cudnn.AllowTf32);
        Torch.DefaultDevice = device;
        Torch.Backends.Cudnn.AllowTf32 = false;
        try
        {
            var differences = new List<string>();
            foreach (var entry in entries.Where(entry => !entry.Op.Fails && !exceptions.ContainsKey(entry.Name)))
            {
                Count++;
                if (Difference(entry) is { } difference)
                    differences.Add($"{entry.Name}: {difference}");
                if (CudaDevice.Unusable(device) is { } problem)
                    return [.. differences, $"{entry.Name} left {device} in a state in which nothing runs on it, and the entries after it were not compared: {problem}"];
            }
            return differences;
        }
        finally
        {
            Torch.Backends.Cudnn.AllowTf32 = tf32;
            Torch.DefaultDevice = before;
        }
    }

    /// <summary>The first thing that differs.</summary>
    private static string? Difference(CatalogueEntry entry)
    {
        try
        {
            return Checks.SelectMany(check => check.Run(entry).Select(difference => $"{check.Name}: {difference}")).FirstOrDefault();
        }
        catch (Exception failure) when (failure is ITorchException)
        {
            return $"{failure.GetType().Name}: {failure.Message}";
        }
    }
}
