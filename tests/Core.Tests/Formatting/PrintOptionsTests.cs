using System.Globalization;
using System.Text.Json;

namespace TwinGrad.Tests.Formatting;

[TestClass]
public sealed class PrintOptionsTests
{
    public static IEnumerable<TestDataRow<JsonElement>> Recorded
    {
        get
        {
            using var stream = typeof(PrintOptionsTests).Assembly.GetManifestResourceStream("print_options.json")!;
            using var cases = JsonDocument.Parse(stream);
            foreach (var recorded in cases.RootElement.EnumerateArray())
            {
                var name = $"{recorded.GetProperty("tensor")} {recorded.GetProperty("options").GetRawText()}";
                yield return new(recorded.Clone()) { DisplayName = name };
            }
        }
    }

    /// <summary>The texts are PyTorch's, recorded by make_print_options.py.</summary>
    [TestMethod]
    [DynamicData(nameof(Recorded))]
    public void Options_change_the_text_as_in_PyTorch(JsonElement recorded)
    {
        var values = recorded.GetProperty("values");
        var tensor = new TensorText
        {
            DType = DType.Parse(recorded.GetProperty("dtype").GetString()!),
            Shape = recorded.GetProperty("shape").EnumerateArray().Select(length => length.GetInt64()).ToArray(),
            RequiresGrad = recorded.GetProperty("requires_grad").GetBoolean(),
            GradFn = recorded.GetProperty("grad_fn").GetString(),
            Element = index => Number(values[(int)index].GetString()!),
        };
        var text = TensorFormatter.Format(tensor, Options(recorded.GetProperty("options")));
        Assert.AreEqual(recorded.GetProperty("repr").GetString(), text);
    }

    /// <summary>
    /// Not recorded, as 1.13 lists the whole tensor here. Later releases show none of it and state the size:
    /// see <see href="https://github.com/pytorch/pytorch/blob/v2.10.0/torch/_tensor_str.py"/>.
    /// </summary>
    [TestMethod]
    [DataRow(5, 0L, "tensor([...], size=(5,))")]
    [DataRow(5, 5L, "tensor([0., 1., 2., 3., 4.], size=(5,))", DisplayName = "the size is stated without a summary too")]
    public void No_edge_items_leave_the_size(int length, long threshold, string expected)
        => Assert.AreEqual(expected, Format([length], threshold));

    [TestMethod]
    public void No_edge_items_leave_one_gap_for_all_dimensions()
    {
        Assert.AreEqual("tensor([...], size=(2, 3))", Format([2, 3], threshold: 0));
        Assert.AreEqual("tensor(0., size=())", Format([], threshold: 0));
    }

    [TestMethod]
    public void Defaults_are_PyTorchs()
    {
        var options = PrintOptions.Default;
        Assert.AreEqual((4, 1000L, 3, 80), (options.Precision, options.Threshold, options.EdgeItems, options.LineWidth));
        Assert.IsNull(options.SciMode);
    }

    [TestMethod]
    public void Negative_counts_are_refused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new PrintOptions { Precision = -1 });
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new PrintOptions { EdgeItems = -1 });
    }

    [TestMethod]
    [DataRow(int.MinValue, "tensor([0.,\n        1.])", DisplayName = "a line holds one element at least")]
    [DataRow(int.MaxValue, "tensor([0., 1.])")]
    public void Any_line_width_will_do(int lineWidth, string expected)
    {
        var tensor = new TensorText { DType = DType.Float32, Shape = [2], Element = index => index };
        Assert.AreEqual(expected, TensorFormatter.Format(tensor, new PrintOptions { LineWidth = lineWidth }));
    }

    private static string Format(Shape shape, long threshold)
    {
        var tensor = new TensorText { DType = DType.Float32, Shape = shape, Element = index => index };
        return TensorFormatter.Format(tensor, new PrintOptions { EdgeItems = 0, Threshold = threshold });
    }

    private static PrintOptions Options(JsonElement recorded)
    {
        var options = PrintOptions.Default;
        foreach (var option in recorded.EnumerateObject())
        {
            var value = option.Value;
            options = option.Name switch
            {
                "precision" => options with { Precision = value.GetInt32() },
                "threshold" => options with { Threshold = value.GetInt64() },
                "edgeitems" => options with { EdgeItems = value.GetInt32() },
                "linewidth" => options with { LineWidth = value.GetInt32() },
                "sci_mode" => options with { SciMode = value.GetBoolean() },
                "profile" => value.GetString() == "short" ? PrintOptions.Short : PrintOptions.Full,
                _ => throw new InvalidOperationException($"unknown option {option.Name}"),
            };
        }
        return options;
    }

    private static Scalar Number(string text) => text switch
    {
        "True" => true,
        "False" => false,
        "nan" => double.NaN,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
