using ScottPlot;
using ScottPlot.MultiplotLayouts;
using SkiaSharp;

namespace TwinGrad.Examples;

/// <summary>Loss and accuracy over the epochs, of training and of the data held out, as a picture.</summary>
internal static class TrainingCurves
{
    private const int Width = 1200;
    private const int Height = 480;

    private static readonly Color Train = Color.FromHex("#0072B2");
    private static readonly Color Test = Color.FromHex("#D55E00");

    /// <summary>Writes the picture twice, as PNG and as SVG, whichever of them the name says.</summary>
    internal static IReadOnlyList<FileInfo> Write(TrainingSettings settings, IReadOnlyList<EpochResult> epochs, FileInfo picture)
    {
        PlotFont.Use();
        var plots = Plots(settings, epochs);
        var png = new FileInfo(Path.ChangeExtension(picture.FullName, ".png"));
        var svg = new FileInfo(Path.ChangeExtension(picture.FullName, ".svg"));
        png.Directory!.Create();
        plots.SavePng(png.FullName, Width, Height);
        using var file = svg.Create();
        using var canvas = SKSvgCanvas.Create(new SKRect(0, 0, Width, Height), file);
        plots.Render(canvas, new PixelRect(0, Width, Height, 0));
        return [png, svg];
    }

    private static Multiplot Plots(TrainingSettings settings, IReadOnlyList<EpochResult> epochs)
    {
        var plots = new Multiplot { Layout = new Columns() };
        plots.AddPlots(2);
        Draw(plots.GetPlot(0), $"{settings.Task}, {settings.Model}: loss", Alignment.UpperRight, epochs, evaluation => evaluation.Loss);
        Draw(plots.GetPlot(1), "accuracy, %", Alignment.LowerRight, epochs, evaluation => 100 * evaluation.Accuracy);
        return plots;
    }

    private static void Draw(Plot plot, string title, Alignment legend, IReadOnlyList<EpochResult> epochs, Func<Evaluation, double?> of)
    {
        plot.Title(title);
        plot.XLabel("epoch");
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { IntegerTicksOnly = true };
        Add("training", Train, epochs.Select(epoch => (epoch.Epoch, of(epoch.Train))));
        Add("held out", Test, epochs.Select(epoch => (epoch.Epoch, epoch.Test is null ? null : of(epoch.Test))));
        plot.ShowLegend(legend);

        void Add(string name, Color color, IEnumerable<(int Epoch, double? Value)> points)
        {
            var known = points.Where(point => point.Value is not null).ToList();
            var line = plot.Add.Scatter(known.ConvertAll(point => point.Epoch + 1.0), known.ConvertAll(point => point.Value!.Value), color);
            line.LegendText = name;
            line.LineWidth = 2;
        }
    }
}
