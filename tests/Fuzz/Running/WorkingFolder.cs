namespace TwinGrad.Fuzz.Running;

/// <summary>An empty folder that this process works in, because random calls write files under random names.</summary>
internal sealed class WorkingFolder : IDisposable
{
    private readonly string _before = Environment.CurrentDirectory;
    private readonly string _folder = Directory.CreateTempSubdirectory("twingrad-fuzz-").FullName;

    internal WorkingFolder() => Environment.CurrentDirectory = _folder;

    public void Dispose()
    {
        Environment.CurrentDirectory = _before;
        Directory.Delete(_folder, recursive: true);
    }
}
