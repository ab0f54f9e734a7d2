using System.Globalization;

namespace TwinGrad.Conformance.Tests.Opinfo;

/// <summary>The replay of the operator database has to find what is planted here, on each engine and in each of the three parts.</summary>
[TestClass]
public sealed class OpinfoReplayTests
{
    // x^2 and its cotangents 1 and -1: the gradient is 2x and -2x, the sum of its squares 4x^2 + 4y^2.
    private const string Square =
        """{"id": "square#0", "op": "square", "variant": "", "call": "torch.square", "seeded_random": false, "aliases": [], "input": {"tensor": {"dtype": "float64", "shape": [2], "data": [1.5, 2.0], "requires_grad": true}}, "args": [], "kwargs": {}, "outputs": [{"dtype": "float64", "shape": [2], "data": [2.25, 4.0], "cotangent": [1.0, -1.0]}], "grads": [{"shape": [2], "data": [3.0, -4.0]}], "n_leaves": 1, "second": [{"shape": [2], "data": [12.0, 16.0]}], "fd": "ok"}""";

    [TestMethod]
    public void Right_sample_passes_on_both_engines_and_each_part_is_counted()
        => Assert.AreEqual(
            """
            libtorch: 1 outputs, 1 gradients and 1 second-order gradients as recorded; 0, 0 and 0 otherwise
            reference: 1 outputs, 1 gradients and 1 second-order gradients as recorded; 0, 0 and 0 otherwise
            libtorch answered 1 of 1 cases
            reference answered 1 of 1 cases
            names covered:
              square: 1 passed
            1 names covered, 0 not
            1 passed, 0 failed, 0 skipped
            """,
            Golden.Replay(Replays.Opinfo, Square));

    [TestMethod]
    [DataRow("[2.25, 4.0]", "[2.25, 4.1]", "output 0: element 1 is 4, recorded: 4.1", "0 outputs, 1 gradients and 1 second")]
    [DataRow("[3.0, -4.0]", "[3.0, 4.0]", "gradient 0: element 1 is -4, recorded: 4", "1 outputs, 0 gradients and 1 second")]
    [DataRow("[12.0, 16.0]", "[12.0, 8.0]", "second-order gradient 0: element 1 is 16, recorded: 8", "1 outputs, 1 gradients and 0 second")]
    [DataRow("[12.0, 16.0]", "[\"nan\", 16.0]", "second-order gradient 0: element 0 is 12, recorded: NaN", "and 0 second")]
    [DataRow("\"float64\", \"shape\": [2], \"data\": [2.25", "\"float32\", \"shape\": [2], \"data\": [2.25",
        "output 0: has the dtype torch.float64, recorded: float32", "0 outputs")]
    [DataRow("[2], \"data\": [2.25", "[2, 1], \"data\": [2.25", "output 0: has the shape", "0 outputs")]
    [DataRow("\"outputs\": [", "\"outputs\": [{\"dtype\": \"float64\", \"shape\": [0], \"data\": []}, ", "output 0: is one of 1, recorded: 2", "0 outputs")]
    [DataRow("{\"shape\": [2], \"data\": [3.0, -4.0]}", "null", "gradient 0: is there, recorded: none", "0 gradients")]
    [DataRow("[{\"shape\": [2], \"data\": [12.0, 16.0]}]", "\"constant gradient\"", "second-order gradient 0: is there, recorded: none", "and 0 second")]
    [DataRow("torch.square", "torch.neg", "output 0: element 0 is -1.5, recorded: 2.25", "0 outputs, 0 gradients and 0 second")]
    [DataRow("lambda x: x.detach()**2", null, "gradient 0: is missing", "1 outputs, 0 gradients and 0 second")]
    [DataRow("lambda x: x*(2*x-x.detach())", null, "gradient 0: element 0 is 4.5, recorded: 3", "1 outputs, 0 gradients and 0 second")]
    [DataRow("lambda x: x[3]", null, "output 0: TorchIndexException: index 3 is out of bounds", "0 outputs, 0 gradients and 0 second")]
    public void Wrong_recording_fails_on_both_engines(string right, string? wrong, string difference, string count)
    {
        var report = Golden.Replay(Replays.Opinfo, wrong is null
            ? Square.Replace("torch.square", right, StringComparison.Ordinal)
            : Square.Replace(right, wrong, StringComparison.Ordinal));
        StringAssert.StartsWith(report, "square#0: expected \"as recorded\", got");
        Assert.AreEqual(3, report.Split(difference).Length, report);
        Assert.AreEqual(3, report.Split(count).Length, report);
        foreach (var ending in new[] { "from libtorch", "from reference", "  square: 1 failed", "0 names covered, 1 not", "0 passed, 1 failed, 0 skipped" })
            StringAssert.Contains(report, ending);
    }

    [TestMethod]
    [DataRow("[2.25, 4.0]", 4.0, 1e-9)]
    [DataRow("[3.0, -4.0]", -4.0, 1e-8)]
    [DataRow("[12.0, 16.0]", 16.0, 1e-7)]
    public void Each_part_has_its_own_tolerance(string recorded, double value, double tolerance)
    {
        foreach (var (share, failed) in new[] { (0.5, 0), (2.0, 1) })
        {
            var moved = (value * (1 + share * tolerance)).ToString("R", CultureInfo.InvariantCulture);
            var first = recorded[..recorded.IndexOf(' ', StringComparison.Ordinal)];
            StringAssert.Contains(
                Golden.Replay(Replays.Opinfo, Square.Replace(recorded, $"{first} {moved}]", StringComparison.Ordinal)), $"{failed} failed");
        }
    }

    [TestMethod]
    [DataRow("[1.0, 1e-15]", 0, DisplayName = "rounding error beside large values")]
    [DataRow("[1.0, 1e-11]", 1, DisplayName = "more than that")]
    public void Small_values_are_held_to_a_share_of_the_large_ones(string recorded, int failed)
        => StringAssert.Contains(Golden.Replay(Replays.Opinfo, Constant("[1.0, 0.0]", recorded)), $"{failed} failed");

    [TestMethod]
    [DataRow("[\"nan\", \"-inf\"]", "[\"nan\", \"-inf\"]", 0)]
    [DataRow("[\"nan\", \"-inf\"]", "[\"nan\", \"inf\"]", 1)]
    [DataRow("[\"nan\", \"-inf\"]", "[0.0, \"-inf\"]", 1)]
    [DataRow("[1.0, 2.0]", "[1.0, \"inf\"]", 1)]
    public void Values_without_distance_are_the_same_or_not(string input, string recorded, int failed)
        => StringAssert.Contains(Golden.Replay(Replays.Opinfo, Constant(input, recorded)), $"{failed} failed");

    [TestMethod]
    public void Wrong_engine_is_named()
    {
        var replay = new OpinfoReplay(OpinfoEngine.Of<Tensor>("libtorch"), new Liar());
        var report = Golden.Replay(replay, Square);
        StringAssert.StartsWith(report, "square#0: expected \"as recorded\", got \"output 0: element 0 is 3.375, recorded: 2.25\" from liar");
        StringAssert.Contains(report, "libtorch: 1 outputs, 1 gradients and 1 second-order gradients as recorded; 0, 0 and 0 otherwise");
        StringAssert.Contains(report, "liar: 0 outputs, 0 gradients and 0 second-order gradients as recorded; 1, 1 and 1 otherwise");
    }

    [TestMethod]
    public void Sample_that_an_engine_can_not_try_is_no_pass()
        => StringAssert.EndsWith(
            Golden.Replay(new OpinfoReplay(OpinfoEngine.Of<Tensor>("libtorch"), new Silent()), Square), "0 passed, 0 failed, 1 skipped");

    [TestMethod]
    [DataRow("torch.frobnicate", "frobnicate")]
    [DataRow("torch.special.frobnicate", "special.frobnicate")]
    [DataRow("lambda x, **kwargs: torch.square(x, 1, **kwargs)", "square(tensor, int)")]
    public void Missing_operator_or_form_is_skipped_by_name(string call, string name)
    {
        var report = Golden.Replay(Replays.Opinfo, Square.Replace("torch.square", call, StringComparison.Ordinal));
        StringAssert.Contains(report, $"names not covered:\n  square: 1 skipped (not supported: {name})\n0 names covered, 1 not\n");
    }

    [TestMethod]
    public void Random_draw_is_skipped()
        => StringAssert.Contains(
            Golden.Replay(Replays.Opinfo, Square.Replace("\"seeded_random\": false", "\"seeded_random\": true", StringComparison.Ordinal)),
            "square: 1 skipped (a random draw)");

    [TestMethod]
    public void Name_of_which_some_forms_are_missing_is_covered_in_part()
    {
        var report = Golden.Replay(Replays.Opinfo, Square, Square.Replace("torch.square", "torch.frobnicate", StringComparison.Ordinal));
        StringAssert.Contains(
            report, "names covered in part:\n  square: 1 passed, 1 skipped (not supported: frobnicate)\n1 names covered, 0 not\n");
    }

    [TestMethod]
    public void Name_of_which_a_sample_fails_is_not_covered()
    {
        var report = Golden.Replay(Replays.Opinfo, Square, Square.Replace("[2.25, 4.0]", "[2.25, 5.0]", StringComparison.Ordinal));
        StringAssert.Contains(report, "names not covered, as samples fail:\n  square: 1 passed, 1 failed\n0 names covered, 1 not\n");
    }

    [TestMethod]
    [DataRow("lambda x, *args: x.square(*args)")]
    [DataRow("def _square(a):\\n    with torch.no_grad():\\n        one = 1\\n    return a*a*one\\n")]
    public void Function_written_in_Python_is_run(string call)
        => StringAssert.EndsWith(
            Golden.Replay(Replays.Opinfo, Square.Replace("torch.square", call, StringComparison.Ordinal)), "1 passed, 0 failed, 0 skipped");

    [TestMethod]
    [DataRow("def out_fn(output):\\n        if op_info.name == \\\"square\\\":\\n            return output[0]\\n        else:\\n            return output", 0)]
    [DataRow("def out_fn(output):\\n        if isinstance(output, tuple):\\n            return output[0]\\n        return output", 0)]
    [DataRow("SampleInput(make_arg((S, S)), 1).with_metadata(output_process_fn_grad=lambda x: x[0]),)", 0)]
    [DataRow("def out_fn(output):\\n        return output[1]", 1)]
    public void Outputs_go_through_the_recorded_function_first(string process, int failed)
    {
        var sample = Square
            .Replace("torch.square", "lambda x: (x*x, -x)", StringComparison.Ordinal)
            .Replace("\"outputs\"", $"\"output_process\": \"{process}\", \"outputs\"", StringComparison.Ordinal);
        StringAssert.EndsWith(Golden.Replay(Replays.Opinfo, sample), $"{1 - failed} passed, {failed} failed, 0 skipped");
    }

    [TestMethod]
    [DataRow("return uniformize(usv)[1]")]
    [DataRow("_, S, _ = uniformize(usv)\\n        return S")]
    public void Factorization_goes_through_what_the_recorded_function_calls(string body)
    {
        var sample = Square
            .Replace("\"square\"", "\"linalg.svd\"", StringComparison.Ordinal)
            .Replace("torch.square", "lambda x: (x.view(1, 2), x*x, x.view(2, 1))", StringComparison.Ordinal)
            .Replace("\"outputs\"", $"\"output_process\": \"def fn_S(usv):\\n        {body}\", \"outputs\"", StringComparison.Ordinal);
        StringAssert.EndsWith(Golden.Replay(Replays.Opinfo, sample), "1 passed, 0 failed, 0 skipped");
    }

    [TestMethod]
    public void Gradients_of_nested_arguments_come_in_their_order()
    {
        const string sample =
            """{"id": "f#0", "op": "f", "call": "lambda a, b, c: a*b[0]*b[1][0]*c", "seeded_random": false, "input": {"tensor": {"dtype": "float64", "shape": [], "data": [2.0], "requires_grad": true}}, "args": [{"list": [{"tensor": {"dtype": "float64", "shape": [], "data": [3.0], "requires_grad": true}}, {"tuple": [{"tensor": {"dtype": "float64", "shape": [], "data": [5.0], "requires_grad": true}}]}]}], "kwargs": {"c": {"tensor": {"dtype": "float64", "shape": [], "data": [7.0], "requires_grad": true}}}, "outputs": [{"dtype": "float64", "shape": [], "data": [210.0], "cotangent": [1.0]}], "grads": [{"shape": [], "data": [105.0]}, {"shape": [], "data": [70.0]}, {"shape": [], "data": [42.0]}, {"shape": [], "data": [30.0]}], "second": null}""";
        StringAssert.EndsWith(Golden.Replay(Replays.Opinfo, sample), "1 passed, 0 failed, 0 skipped");
    }

    [TestMethod]
    public void Arguments_are_the_Python_values_that_they_stand_for()
    {
        var sample = Square
            .Replace("torch.square", "lambda x, a, s, d, f, n: x[s].to(d)**(2 if n is None else a) if f == float('inf') else a", StringComparison.Ordinal)
            .Replace("\"args\": []", """
                "args": [1, {"slice": [0, null, null]}, {"dtype": "float64"}, {"float": "inf"}, null]
                """.Trim(), StringComparison.Ordinal);
        StringAssert.EndsWith(Golden.Replay(Replays.Opinfo, sample), "1 passed, 0 failed, 0 skipped");
    }

    [TestMethod]
    public void Number_of_a_narrower_dtype_is_compared_as_that_dtype_holds_it()
    {
        var sample = Square
            .Replace("torch.square", "lambda x: (x/3).float()", StringComparison.Ordinal)
            .Replace("[{\"dtype\": \"float64\", \"shape\": [2], \"data\": [2.25, 4.0]", "[{\"dtype\": \"float32\", \"shape\": [2], \"data\": [0.5, 0.6666666865348816]", StringComparison.Ordinal)
            .Replace("[3.0, -4.0]", "[0.3333333333333333, -0.3333333333333333]", StringComparison.Ordinal)
            .Replace("[{\"shape\": [2], \"data\": [12.0, 16.0]}]", "\"constant gradient\"", StringComparison.Ordinal);
        StringAssert.EndsWith(Golden.Replay(Replays.Opinfo, sample), "1 passed, 0 failed, 0 skipped");
    }

    [TestMethod]
    [DataRow("\"input\": {\"tensor\"", "\"input\": {\"complex\"", DisplayName = "an unknown kind of argument")]
    [DataRow("\"shape\": [2], \"data\": [1.5", "\"shape\": [3], \"data\": [1.5", DisplayName = "too few elements of an argument")]
    [DataRow("\"cotangent\": [1.0, -1.0]", "\"cotangent\": [1.0]", DisplayName = "too few elements of a cotangent")]
    [DataRow("\"args\": []", "\"args\": {}")]
    [DataRow("\"kwargs\": {}", "\"kwargs\": {\"dtype\": {\"dtype\": \"float65\"}}")]
    [DataRow("\"kwargs\": {}", "\"kwargs\": {\"i\": {\"slice\": [1]}}")]
    [DataRow("[12.0, 16.0]}]", "[12.0, 16.0]}")]
    [DataRow("[{\"shape\": [2], \"data\": [12.0, 16.0]}]", "\"no gradient\"")]
    [DataRow("\"call\"", "\"called\"", DisplayName = "a field missing")]
    public void Malformed_line_is_unusable_and_named(string right, string wrong)
        => StringAssert.Contains(Golden.Replay(Replays.Opinfo, Square, Square.Replace(right, wrong, StringComparison.Ordinal), Square), ".jsonl:2: ");

    /// <summary>A sample whose output is its input, which is no leaf.</summary>
    private static string Constant(string input, string output)
        => $$$"""{"id": "clone#0", "op": "clone", "call": "torch.clone", "seeded_random": false, "input": {"tensor": {"dtype": "float64", "shape": [2], "data": {{{input}}}, "requires_grad": false}}, "args": [], "kwargs": {}, "outputs": [{"dtype": "float64", "shape": [2], "data": {{{output}}}}], "grads": [], "second": "constant gradient"}""";

    /// <summary>Cubes where it should square.</summary>
    private sealed class Liar() : OpinfoEngine("liar")
    {
        private protected override string Answer(OpinfoCase golden)
            => Answer(golden, new OpinfoSample<Reference.Tensor>(golden with { Call = "lambda x: x*x*x" }));
    }

    private sealed class Silent() : OpinfoEngine("silent")
    {
        private protected override string Answer(OpinfoCase golden) => throw new CannotAnswerException("it is not asked");
    }
}
