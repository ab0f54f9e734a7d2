using TwinGrad.Conformance.Python;

namespace TwinGrad.Conformance;

/// <summary>Calls the functional transforms and compares what they return, and whether it requires grad, or the sentence they refuse with.</summary>
/// <param name="witnesses">A case passes when it comes out as recorded on each of them that can play it.</param>
public sealed class FunctionalReplay(params IReadOnlyList<Witness<FunctionalCase>> witnesses) : IReplay
{
    private const string AsRecorded = "as recorded";
    private const double Tolerance = 1e-10;

    private readonly Hearing<FunctionalCase> _hearing = new(witnesses);

    /// <inheritdoc/>
    public string Kind => "functional";

    /// <inheritdoc/>
    public string Description => "compares Jacobians, Hessians and their products with PyTorch's functional transforms";

    /// <inheritdoc/>
    public IEnumerable<string> Notes => _hearing.Notes;

    /// <summary>An engine that runs the Python code.</summary>
    public static Witness<FunctionalCase> Engine<T>(string name)
        where T : class, ITensor<T>
        => new(name, golden => PythonMismatchException.Run(() => Play<T>(golden), golden.Type));

    /// <inheritdoc/>
    public IEnumerable<Verdict> Run(string path)
        => GoldenFile.Read<FunctionalCase>(path).Select(golden => _hearing.Judge(
            golden.Id, golden, golden.Type is null ? AsRecorded : $"{golden.Type}: {golden.Message}"));

    private static string Play<T>(FunctionalCase golden)
        where T : class, ITensor<T>
    {
        var python = new PythonEvaluator<T>();
        python.Execute(golden.Setup);
        try
        {
            return Difference<T>(golden.Result, python.Evaluate(golden.Call)) ?? AsRecorded;
        }
        catch (Exception refusal) when (refusal is ITorchException)
        {
            return $"{((ITorchException)refusal).PythonType}: {refusal.Message}";
        }
    }

    /// <summary>How the result differs from the recorded one, or null.</summary>
    private static string? Difference<T>(object? recorded, object? computed)
        where T : class, ITensor<T>
        => (recorded, computed) switch
        {
            (PythonTuple { Items: var items }, PythonTuple { Items: var others }) when items.Count == others.Count
                => items.Zip(others, Difference<T>).FirstOrDefault(difference => difference is not null),
            (OpinfoTensor tensor, T other) when tensor.RequiresGrad != other.RequiresGrad
                => $"requires grad: {other.RequiresGrad}, recorded: {tensor.RequiresGrad}",
            (OpinfoTensor tensor, T other) => new OpinfoComparison("tensor", Tolerance).Compare<T>([tensor], () => [other]),
            _ => $"a {PythonType.Name(computed)}, recorded: a {PythonType.Name(recorded)}",
        };
}
