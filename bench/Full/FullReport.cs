using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace TwinGrad.Bench.Full;

/// <summary>Runs the comparisons whose name holds a text, or all.</summary>
internal static class FullReport
{
    internal static int Run(string? only)
    {
        // In this process, as a generated one would not find libtorch.
        var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithIterationTime(TimeInterval.FromMilliseconds(50)).WithWarmupCount(5).WithIterationCount(20);
        var config = ManualConfig.Create(DefaultConfig.Instance).AddJob(job).WithOptions(ConfigOptions.DisableOptimizationsValidator);
        // The parameter is the name, so that what is chosen is chosen by its text.
        if (only is not null)
            config.AddFilter(new SimpleFilter(benchmark
                => ((string)benchmark.Parameters[nameof(ComparisonBenchmarks.Name)]).Contains(only, StringComparison.OrdinalIgnoreCase)));
        var summary = BenchmarkRunner.Run<ComparisonBenchmarks>(config);
        return summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success) ? 1 : 0;
    }
}
