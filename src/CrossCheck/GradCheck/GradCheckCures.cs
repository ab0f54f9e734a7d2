using System.Globalization;

namespace TwinGrad;

/// <summary>What may be behind a problem, read off the numbers.</summary>
internal static class GradCheckCures
{
    internal const string BackwardNotReentrant =
        "The backward pass draws random numbers, or adds in an order that changes: fix what it depends on, or raise NondetTol to what is to be "
        + "let pass.";

    internal const string FunctionNotDeterministic =
        "It draws random numbers, as dropout does, or depends on what it was called with before: seed it inside, set the module to eval(), or "
        + "raise NondetTol to what is to be let pass.";

    internal const string NotMultiplied = "The backward pass gives a gradient where that of the output is 0: it must be a product with it.";

    internal const string ExpectedZero =
        "No output requires grad, but the values change with the input: the graph is cut off by Detach(), a new tensor of the values, or NoGrad().";

    internal const string UndefinedGrad =
        "A backward pass that starts from some of the outputs has no gradient for the others: the rule must take that for zeros.";

    internal const string ElsewhereNearby =
        "A function is only differentiable where small steps leave the shape and dtype of its outputs as they are: move the inputs away from there.";

    internal const string Gradient = "The backward pass must give each input a gradient of the input's own shape and dtype.";

    private const double Bent = 1e-3;

    /// <summary>What may be behind a Jacobian that differs.</summary>
    /// <param name="jacobians">What is compared.</param>
    /// <param name="worst">Where they differ most.</param>
    /// <param name="inputs">The dtype of the input.</param>
    /// <param name="slopes">The slopes to both sides of the worst place, which are asked for only if nothing simpler explains it.</param>
    /// <param name="close">Whether two derivatives agree.</param>
    internal static string Mismatch(
        Compared jacobians, JacobianElement worst, DType inputs, Func<(double Left, double Right)> slopes, Func<double, double, bool> close)
    {
        if (inputs != DType.Float64)
            return $"The input is {inputs}: differences of so small a step drown in rounding. Check with float64.";
        if (!double.IsFinite(worst.Numerical))
            return "The function is not finite near the input: move the input to where it is.";
        if (jacobians.Analytical.Cast<double>().All(derivative => derivative == 0))
            return "No gradient arrives at all: the graph is cut off by Detach(), a new tensor of the values, or NoGrad().";
        var (left, right) = slopes();
        // Not by the tolerances of the check, which may be finer than what a function bends by over the step.
        if (Math.Abs(left - right) > Bent * (1 + Math.Max(Math.Abs(left), Math.Abs(right))))
            return string.Create(
                CultureInfo.InvariantCulture,
                $"The function has a kink there, or is drowned by rounding: its slope is {left:G4} to the left and {right:G4} to the right. Move the input away.");
        return Factor(jacobians, close) is { } factor
            ? string.Create(
                CultureInfo.InvariantCulture, $"The analytical derivative is {factor:G4} times the numerical one everywhere: a factor or a sign is wrong in the rule.")
            : "The rule gives something else than the slope there: a term is missing or belongs elsewhere, or a part of the graph is cut off.";
    }

    /// <summary>The number that makes one Jacobian the other, or null.</summary>
    private static double? Factor(Compared jacobians, Func<double, double, bool> close)
    {
        var pairs = jacobians.Numerical.Cast<double>().Zip(jacobians.Analytical.Cast<double>()).ToList();
        var (numerical, analytical) = pairs.MaxBy(pair => Math.Abs(pair.First));
        var factor = Math.Round(analytical / numerical, 4);
        return double.IsFinite(factor) && factor != 0 && pairs.TrueForAll(pair => close(pair.Second, factor * pair.First)) ? factor : null;
    }

    /// <summary>Both Jacobians of one output by one input.</summary>
    internal sealed record Compared(double[,] Numerical, double[,] Analytical);
}
