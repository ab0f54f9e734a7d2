using System.Runtime.InteropServices;

namespace TwinGrad;

/// <summary>What the native libraries are called on this platform.</summary>
internal static class NativeNames
{
    internal static readonly string LibTorchCpu = File("torch_cpu");

    internal static readonly string LibTorchSharp = File("LibTorchSharp");

    /// <summary>Each library after those that it needs. The CUDA ones are absent from a CPU libtorch.</summary>
    internal static readonly string[] LibTorch =
        [File("c10"), LibTorchCpu, .. WindowsCuda(), File("c10_cuda"), File("torch_cuda"), File("torch")];

    /// <summary>The packages' name for this platform.</summary>
    internal static readonly string Platform = System() + "-" + Architecture();

    /// <summary>A library's file name: libc10.so, c10.dll, libc10.dylib.</summary>
    internal static string File(string name)
        => OperatingSystem.IsWindows() ? name + ".dll"
            : OperatingSystem.IsMacOS() ? "lib" + name + ".dylib"
            : "lib" + name + ".so";

    /// <summary>
    /// What CUDA's libraries load by bare name at run time: Windows finds those only beside the program or once loaded.
    /// </summary>
    private static string[] WindowsCuda()
        => !OperatingSystem.IsWindows() ? [] :
        [
            "cudnn_adv64_9.dll", "cudnn_cnn64_9.dll", "cudnn_ops64_9.dll", "cudnn_graph64_9.dll", "cudnn_heuristic64_9.dll",
            "cudnn_engines_precompiled64_9.dll", "cudnn_engines_runtime_compiled64_9.dll",
            "nvrtc-builtins64_128.dll", "nvrtc-builtins64_121.dll", "nvrtc64_120_0.dll", "caffe2_nvrtc.dll",
            "cublasLt64_12.dll", "cufft64_11.dll", "cusparse64_12.dll", "cusolver64_11.dll",
        ];

    private static string System()
        => OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";

    private static string Architecture()
        => RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
}
