using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace TwinGrad.Examples;

/// <summary>Says which native libraries run, from where, and what they can do here.</summary>
internal static class DoctorCommand
{
    internal static int Run(bool json, IAnsiConsole console)
    {
        var info = Torch.LibTorch;
        var works = Torch.Tensor([1f, 2f, 3f], requiresGrad: true).Pow(2).Sum().ToString();
        var gpus = Gpu.All();
        if (json)
        {
            JsonReport.Write(Facts(info, gpus, works), console.Profile.Out.Writer);
            return 0;
        }
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumns("what", "answer");
        Row("TwinGrad", typeof(Torch).Assembly.GetName().Version!.ToString(3));
        Row("build", $"LibTorch={info.Choice}: libtorch {info.LibTorchVersion} with TorchSharp {info.TorchSharpVersion}");
        Row("libtorch says", info.StatedLibTorchVersion ?? "nothing about its version");
        Row("libtorch folder", info.LibTorchFolder);
        Row("loaded", string.Join('\n', info.LoadedFiles));
        Row("mended", info.MendReason ?? "no: TorchSharp's library loads as it is");
        if (info.MissingSymbols.Count > 0)
            Row("missing symbols", $"{info.MissingSymbols.Count}: a call of one ends the program\n{string.Join('\n', info.MissingSymbols)}");
        Row("CUDA", Cuda());
        foreach (var gpu in gpus)
            Row(gpu.Device.ToString(), gpu.Text);
        Row("threads", $"{Torch.NumThreads} for an operator, {Environment.ProcessorCount} processors");
        Row("runtime", $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription} ({RuntimeInformation.RuntimeIdentifier})");
        Row("works", works);
        console.Write(table);
        return 0;

        void Row(string what, string answer) => table.AddRow(new Text(what), new Text(answer));
    }

    private static JsonObject Facts(LibTorchInfo info, IReadOnlyList<Gpu> gpus, string works) => new()
    {
        ["twingrad"] = typeof(Torch).Assembly.GetName().Version!.ToString(3),
        ["choice"] = info.Choice,
        ["libtorch"] = info.LibTorchVersion,
        ["torchsharp"] = info.TorchSharpVersion,
        ["stated_libtorch"] = info.StatedLibTorchVersion,
        ["folder"] = info.LibTorchFolder,
        ["loaded"] = JsonReport.Texts(info.LoadedFiles),
        ["mended"] = info.MendReason,
        ["missing_symbols"] = JsonReport.Texts(info.MissingSymbols),
        ["cuda"] = Torch.Cuda.IsAvailable,
        ["cuda_built"] = Torch.Cuda.IsBuilt,
        ["cuda_devices"] = Torch.Cuda.DeviceCount,
        ["gpus"] = new JsonArray([.. gpus.Select(gpu => gpu.Json)]),
        ["threads"] = Torch.NumThreads,
        ["processors"] = Environment.ProcessorCount,
        ["runtime"] = RuntimeInformation.FrameworkDescription,
        ["system"] = $"{RuntimeInformation.OSDescription} ({RuntimeInformation.RuntimeIdentifier})",
        ["works"] = works,
    };

    private static string Cuda()
        => Torch.Cuda.IsAvailable ? $"yes, {Torch.Cuda.DeviceCount} device(s)"
            : Torch.Cuda.IsBuilt ? "no: libtorch has CUDA, but there is no NVIDIA GPU with a driver that it accepts"
            : "no: this libtorch was built for the CPU; build with -p:LibTorch=cuda-12.8, cuda-12.1 (Windows) or external";
}
