using System.Diagnostics.CodeAnalysis;

namespace TwinGrad.Tests;

/// <summary>Tests that need a GPU run where there is one, and say elsewhere that they did not.</summary>
internal static class CudaDevice
{
    /// <summary>The category of what runs on a GPU: <c>--filter TestCategory=Cuda</c>.</summary>
    internal const string Category = "Cuda";

    /// <summary>Names another device than cuda:0 for these tests: <c>cuda:1</c>; or <c>cpu</c>, to rehearse them where there is no GPU.</summary>
    private const string Variable = "TWINGRAD_TEST_DEVICE";

    /// <summary>Where the tests make their tensors; null where there is no GPU and no other device is named.</summary>
    internal static Device? Tested { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? Device.Parse(named)
        : Torch.Cuda.IsAvailable ? Device.Cuda(0) : null;

    internal static Device OrSkip()
    {
        if (Tested is null)
            Skip();
        return Tested;
    }

    /// <summary>For what a rehearsal on the CPU would not show.</summary>
    internal static void GpuOrSkip()
    {
        if (!Torch.Cuda.IsAvailable)
            Skip();
    }

    /// <summary>The rows of a test that runs on a GPU; where there is none, one row, so that one test is skipped and not a thousand.</summary>
    internal static IEnumerable<object[]> Rows(IEnumerable<string> names, string all)
        => Tested is null ? [[all]] : names.Select(name => new object[] { name });

    /// <summary>Why nothing can be computed on a device any more; null where it can.</summary>
    internal static string? Unusable(Device device)
    {
        if (device.Type != DeviceType.Cuda || !Torch.Cuda.IsAvailable)
            return null;
        try
        {
            Torch.Cuda.Synchronize(device);
            return null;
        }
        catch (TorchException problem)
        {
            return problem.Message;
        }
    }

    [DoesNotReturn]
    private static void Skip() => throw new AssertInconclusiveException("skipped: no CUDA device");
}
