using System.Globalization;
using System.Text;

namespace TwinGrad;

/// <summary>A program as a test in C#, to be pasted into a class of tests: it fails as long as the engines differ.</summary>
internal static class ProgramText
{
    /// <param name="program">The program.</param>
    /// <param name="kind">In what the engines differ on it.</param>
    /// <param name="name">What to call it.</param>
    internal static string Test(RandomProgram program, DifferenceKind kind, string name)
    {
        LeafStep[] leaves = [.. program.Steps.OfType<LeafStep>()];
        var numbers = kind is DifferenceKind.Value or DifferenceKind.First or DifferenceKind.Second;
        IEnumerable<string> inputs = leaves.Select(Values);
        // What the value is multiplied with has the value as its gradient.
        if (kind == DifferenceKind.Value)
            inputs = inputs.Append("1.0");
        var text = new StringBuilder();
        text.AppendLine("[TestMethod]");
        text.AppendLine(CultureInfo.InvariantCulture, $"public void {name}()");
        text.AppendLine(numbers
            ? $"    => CrossCheck.RunAll({name}Program<Tensor>.Run, {name}Program<Reference.Tensor>.Run, [{string.Join(", ", inputs)}]).ThrowIfDifferent();"
            : $"    => Assert.AreEqual({name}Program<Reference.Tensor>.Outcome(), {name}Program<Tensor>.Outcome());");
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"private static class {name}Program<T>").AppendLine("    where T : class, ITensor<T>").AppendLine("{");
        if (!numbers)
            AppendOutcome(text, leaves, program.Orders);
        var body = Body(program, kind);
        text.AppendLine("    internal static T Run(T[] x)").AppendLine("    {").Append(body).AppendLine("    }");
        foreach (var member in OperatorSource.CalledBy(body))
            text.AppendLine().AppendLine(member.Plain);
        return Indented(text.AppendLine("}").ToString());
    }

    /// <summary>As it stands in a class.</summary>
    private static string Indented(string text)
        => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Length == 0 ? line : $"    {line}"));

    private static string Body(RandomProgram program, DifferenceKind kind)
    {
        var text = new StringBuilder();
        var leaves = 0;
        for (var i = 0; i < program.Steps.Count; i++)
        {
            string[] arguments = [.. program.Steps[i].Arguments.Select(argument => $"t{argument}")];
            text.AppendLine(CultureInfo.InvariantCulture, $"        var t{i} = {(program.Steps[i] is LeafStep leaf ? Leaf(leaf, leaves++) : Expression(program.Steps[i], arguments))};");
        }
        var results = string.Join(" + ", program.Results.Select(result => program.Weighted ? $"(t{result} * Cotangents(t{result})).Sum()" : $"t{result}.To(DType.Float64).Sum()"));
        switch (kind)
        {
            case DifferenceKind.Value:
                text.AppendLine(CultureInfo.InvariantCulture, $"        return ({results}) * x[^1]; // its gradient is the value");
                break;
            case DifferenceKind.First:
                text.AppendLine(CultureInfo.InvariantCulture, $"        return {results};");
                break;
            case DifferenceKind.Second:
                text.AppendLine(CultureInfo.InvariantCulture, $"        var gradients = Autograd.Grad([{results}], x, createGraph: true, allowUnused: true);");
                text.AppendLine("        return gradients.OfType<T>().Where(gradient => gradient.RequiresGrad).Aggregate(T.Full([], 0, DType.Float64, Device.Cpu, false), (sum, gradient) => sum + gradient.Pow(2).Sum());");
                break;
            default:
                text.AppendLine(CultureInfo.InvariantCulture, $"        return t{program.Steps.Count - 1};");
                break;
        }
        return program.Weighted && kind is DifferenceKind.Value or DifferenceKind.First or DifferenceKind.Second
            ? $"{text}\n        static T Cotangents(T y) => TensorFactory<T>.Tensor<double>([.. Enumerable.Range(0, (int)y.Numel).Select(i => (double)(float)(1 + 0.5 * Math.Cos(i + 1)))], y.Shape, y.DType);\n"
            : text.ToString();
    }

    private static void AppendOutcome(StringBuilder text, LeafStep[] leaves, int orders)
    {
        text.AppendLine("    internal static string Outcome()").AppendLine("    {").AppendLine("        try").AppendLine("        {");
        var inputs = leaves.Select(leaf => $"TensorFactory<T>.Tensor<double>({Array(leaf.Input.Values)}, [{string.Join(", ", leaf.Input.Shape)}], DType.Float64, requiresGrad: true)");
        text.AppendLine(CultureInfo.InvariantCulture, $"            T[] x = [{string.Join(", ", inputs)}];");
        text.AppendLine("            var y = Run(x);");
        if (orders > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"            var gradients = Autograd.Grad([y.Sum()], x, createGraph: {(orders > 1 ? "true" : "false")}, allowUnused: true);");
        if (orders > 1)
            text.AppendLine("            Autograd.Grad([.. gradients.OfType<T>().Select(gradient => gradient.Pow(2).Sum())], x, allowUnused: true);");
        text.AppendLine("            return $\"{y.DType} {y.Shape}\";").AppendLine("        }");
        text.AppendLine("        catch (Exception refusal)").AppendLine("        {").AppendLine("            return $\"{refusal.GetType().Name}: {refusal.Message}\";").AppendLine("        }");
        text.AppendLine("    }").AppendLine();
    }

    /// <summary>A step with its operator's own text; by name only where that is a body in braces, which then comes along.</summary>
    private static string Expression(ProgramStep step, string[] arguments)
        => step is EntryStep { Entry.Name: var name } && OperatorSource.Of(name)?.Inlined(arguments) is { } expression
            ? expression
            : step.Text(arguments);

    private static string Leaf(LeafStep leaf, int place)
        => leaf.Input.Shape.Length < 2 && leaf.Input.Shape is not [0] ? $"x[{place}]" : $"x[{place}].Reshape({string.Join(", ", leaf.Input.Shape)})";

    private static string Values(LeafStep leaf) => leaf.Input.Shape.Length == 0 ? Number(leaf.Input.Values[0]) : Array(leaf.Input.Values);

    private static string Array(double[] values) => values.Length == 0 ? "Array.Empty<double>()" : $"new[] {{ {string.Join(", ", values.Select(Number))} }}";

    /// <summary>The fewest digits that tell a float32, with a point: it is a double.</summary>
    private static string Number(double value)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "double.NaN" : value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        var text = ((float)value).ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) || text.Contains('E', StringComparison.Ordinal) ? text : text + ".0";
    }
}
