using System.Globalization;
using System.Text;

namespace TwinGrad.Bench.Bookkeeping;

/// <summary>Times one operation of the wrapper beside copies that leave parts of its bookkeeping out.</summary>
internal static class BookkeepingReport
{
    private static readonly (string Name, long[] Shape, bool RequiresGrad)[] Rows =
    [
        ("1 float", [], false),
        ("10 floats", [10], false),
        ("10 floats, recorded", [10], true),
        ("32 x 32 floats", [32, 32], false),
        ("100 x 100 floats", [100, 100], false),
    ];

    internal static int Run(int rounds, string? file)
    {
        Torch.NumThreads = 1;
        var report = new StringBuilder();
        report.AppendLine("# What keeping memory bounded costs").AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"""
                {DateTime.UtcNow:yyyy-MM-dd}, `dotnet run -c Release --project bench -- bookkeeping`. {Machine.Description}.

                Microseconds of `x * y`, disposed of at once: the median of {rounds} batches of about {Turns.BatchMicroseconds / 1000} ms
                each, in turns in one process, one compute thread. "Counted" is a copy of the wrapper's path that tells the collector no
                size and no scope of the result; "bare" also counts no uses, and protects nothing, as TorchSharp does.
                """).AppendLine()
            .AppendLine("| operands | wrapper | counted | bare | sizes and scopes | the count of uses |")
            .AppendLine("|---|---:|---:|---:|---:|---:|");
        foreach (var (name, shape, requiresGrad) in Rows)
        {
            var medians = Medians(shape, requiresGrad, rounds);
            var (wrapper, counted, bare) = (medians[0], medians[1], medians[2]);
            report.AppendLine(CultureInfo.InvariantCulture,
                $"| {name} | {wrapper:F3} | {counted:F3} | {bare:F3} | {wrapper / counted - 1:P1} | {counted / bare - 1:P1} |");
        }
        Console.Write(report);
        if (file is not null)
            File.WriteAllText(file, report.ToString());
        return 0;
    }

    private static double[] Medians(long[] shape, bool requiresGrad, int rounds)
    {
        using Tensor x = Torch.Ones(shape, requiresGrad: requiresGrad), y = Torch.Ones(shape, requiresGrad: requiresGrad);
        using CountedTensor countedX = new(NewOnes()), countedY = new(NewOnes());
        using BareTensor bareX = new(NewOnes()), bareY = new(NewOnes());
        return Turns.Medians(
            [
                () => Tensor.Mul(x, y).Dispose(),
                () => CountedTensor.Mul(countedX, countedY).Dispose(),
                () => BareTensor.Mul(bareX, bareY).Dispose(),
            ],
            rounds);

        nint NewOnes() => Native.NewOnes(shape, requiresGrad);
    }
}
