using System.Globalization;
using System.Text;

namespace TwinGrad.Bench.Gate;

/// <summary>Times the operations of all sides in turns, in one process, and prints the medians.</summary>
internal static class GateReport
{
    private static readonly (string Name, Action<IOperations> Body)[] Rows =
    [
        ("x + 2.5, 10 floats", side => side.AddNumber()),
        ("x * y, 10 floats", side => side.Multiply()),
        ("x * y, 10 floats, recorded", side => side.MultiplyRecorded()),
        ("1 - x, 10 floats", side => side.OneMinus()),
        ("x * 2.0, 10 floats", side => side.Double()),
        ("x.pow(2), backward, zero; one number", side => side.SquareAndBackward()),
        ("autograd.grad of x.pow(2); one number", side => side.GradOfSquare()),
        ("view(7) of 10 floats, its error caught", side => side.CaughtError()),
        ("sum of 1,000,000 floats", side => side.SumOfMillion()),
        ("mm, 64 x 64", side => side.MatrixProduct()),
        ("item of one number", side => side.Item()),
        ("tensor from float[1000]", side => side.FromArray()),
        ("neuron: forward, BCE with clamp, backward, zero", side => side.Neuron()),
    ];

    internal static int Run(int rounds, string? file)
    {
        Torch.NumThreads = 1;
        IOperations[] sides = [new WrapperOperations(), new RawOperations(), new GatedOperations()];
        var report = new StringBuilder();
        report.AppendLine("# Direct native calls, and a gate over TorchSharp").AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"""
                {DateTime.UtcNow:yyyy-MM-dd}, `dotnet run -c Release --project bench -- gate`. {Machine.Description}.

                Microseconds per operation: the median of {rounds} batches of about {Turns.BatchMicroseconds / 1000} ms each, the sides in turns
                in one process, one compute thread. Every side disposes of what it makes. Raw is TorchSharp's public API. The gate is a
                prototype over it: it counts uses and tells the collector sizes, but keeps no names of the graph's nodes.
                """).AppendLine()
            .AppendLine("| operation | wrapper | raw | gate over TorchSharp | wrapper / raw | wrapper / gate |")
            .AppendLine("|---|---:|---:|---:|---:|---:|");
        foreach (var (name, body) in Rows)
        {
            var medians = Turns.Medians([.. sides.Select(side => (Action)(() => body(side)))], rounds);
            var (wrapper, raw, gate) = (medians[0], medians[1], medians[2]);
            report.AppendLine(CultureInfo.InvariantCulture,
                $"| {name} | {wrapper:F2} | {raw:F2} | {gate:F2} | {wrapper / raw:F2} | {wrapper / gate:F2} |");
        }
        Console.Write(report);
        if (file is not null)
            File.WriteAllText(file, report.ToString());
        return 0;
    }
}
