using BenchmarkDotNet.Attributes;
using TwinGrad.Bench.Quick;

namespace TwinGrad.Bench.Full;

/// <summary>Every comparison of the quick table by BenchmarkDotNet, which takes longer and tells more: errors, outliers, collections.</summary>
/// <remarks>The other side is the baseline.</remarks>
[MemoryDiagnoser]
public class ComparisonBenchmarks
{
    private Comparison? _comparison;

    /// <summary>What is done.</summary>
    [ParamsSource(nameof(Names))]
    public string Name { get; set; } = "";

    /// <summary>Every comparison that has another side and runs in this process.</summary>
    public static IEnumerable<string> Names => from name in QuickReport.Names orderby name select name;

    /// <summary>Makes what is compared.</summary>
    [GlobalSetup]
    public void Make()
    {
        Torch.NumThreads = 1;
        _comparison = QuickReport.Find(Name);
    }

    /// <summary>Puts away what it leaves behind.</summary>
    [GlobalCleanup]
    public void PutAway() => _comparison!.After();

    /// <summary>Raw TorchSharp, or whatever else the comparison is with.</summary>
    [Benchmark(Baseline = true)]
    public void Theirs() => _comparison!.Theirs!();

    /// <summary>This library.</summary>
    [Benchmark]
    public void Ours() => _comparison!.Ours();
}
