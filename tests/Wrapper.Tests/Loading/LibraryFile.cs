namespace TwinGrad.Tests;

/// <summary>TorchSharp's Linux library: its package has it on every platform, so these tests read it on every platform.</summary>
internal static class LibraryFile
{
    internal static string Folder
        => System.IO.Path.GetFullPath(System.IO.Path.Combine((string)AppContext.GetData("TwinGrad.LibTorchSharp")!, "..", "..", "linux-x64", "native"));

    internal static string Path => System.IO.Path.Combine(Folder, "libLibTorchSharp.so");

    internal static byte[] Read() => File.ReadAllBytes(Path);
}
