namespace TwinGrad.Tests;

/// <summary>Tests that need a GPU run where there is one, and say elsewhere that they did not.</summary>
internal static class CudaDevice
{
    /// <summary>The category of what runs on a GPU: <c>--filter TestCategory=Cuda</c>.</summary>
    internal const string Category = "Cuda";

    internal static bool IsThere => Torch.Cuda.IsAvailable;

    internal static void RequireOrSkip()
    {
        if (!IsThere)
            Assert.Inconclusive("skipped: no CUDA device");
    }

    /// <summary>The rows of a test that runs on a GPU; where there is none, one row, so that one test is skipped and not a thousand.</summary>
    internal static IEnumerable<object[]> Rows(IEnumerable<string> names, string all) => IsThere ? names.Select(name => new object[] { name }) : [[all]];
}
