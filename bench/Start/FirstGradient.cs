using System.Globalization;
using System.Runtime.InteropServices;
using TorchSharp;

namespace TwinGrad.Bench.Start;

/// <summary>A whole program: it starts, computes one gradient, prints it and ends.</summary>
internal static class FirstGradient
{
    internal const string Command = "first-gradient";

    /// <summary>Runs one side in this process.</summary>
    /// <param name="arguments">The command, the side, and for raw TorchSharp the libraries to load: without help it finds none on some systems.</param>
    internal static int RunHere(string[] arguments)
    {
        var gradient = arguments[1] == Sides.Raw ? RawGradient(arguments[2..]) : Gradient();
        Console.WriteLine(gradient.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static float Gradient()
    {
        var x = Torch.Tensor(3.0, requiresGrad: true);
        x.Pow(2).Backward();
        return x.Grad!.Item<float>();
    }

    private static float RawGradient(string[] libraries)
    {
        foreach (var library in libraries)
            NativeLibrary.Load(library);
        var x = torch.tensor(3.0f, requires_grad: true);
        x.pow(2).backward();
        return x.grad!.item<float>();
    }
}
