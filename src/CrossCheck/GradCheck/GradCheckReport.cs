using System.Globalization;

namespace TwinGrad;

/// <summary>What a <see cref="GradCheck"/> or <see cref="GradGradCheck"/> found.</summary>
/// <param name="Jacobians">The Jacobians that were compared.</param>
/// <param name="Problems">What is wrong, none if all is well.</param>
/// <param name="NotChecked">Inputs that were not compared, by their place, and why.</param>
public sealed record GradCheckReport(
    IReadOnlyList<JacobianCheck> Jacobians, IReadOnlyList<GradCheckProblem> Problems, IReadOnlyDictionary<int, string> NotChecked)
{
    /// <summary>The places of outputs that do not require grad, which have no Jacobian to compare.</summary>
    public IReadOnlyList<int> Constant { get; init; } = [];

    /// <summary>Whether nothing is wrong: what PyTorch's gradcheck returns.</summary>
    public bool Agree => Problems.Count == 0;

    /// <summary>Throws unless nothing is wrong.</summary>
    /// <exception cref="GradientsDifferException">Something is; the message has PyTorch's sentence, where it is, and what may cure it.</exception>
    public void ThrowIfDifferent()
    {
        if (!Agree)
            throw new GradientsDifferException(string.Join('\n', Problems));
    }

    /// <summary>A line a Jacobian and an input that was not compared, and the problems.</summary>
    public override string ToString() => string.Join('\n',
    [
        .. Jacobians.Select(jacobian => jacobian.ToString()),
        .. Constant.Select(output => $"output {output}: not compared, it does not require grad"),
        .. NotChecked.OrderBy(input => input.Key).Select(input => $"input {input.Key}: not checked, {input.Value}"),
        .. Problems.Select(problem => problem.ToString()),
        .. Jacobians.Count + Problems.Count == 0 ? ["nothing was compared: no output requires grad, or every input is skipped"] : Array.Empty<string>(),
    ]);
}

/// <summary>One output by one input.</summary>
/// <param name="Output">The output's place among all that the function returns.</param>
/// <param name="Input">The input's place among all that it was given.</param>
/// <param name="Agree">Whether the numerical and the analytical Jacobian agree.</param>
/// <param name="Worst">Where they are farthest apart; null where they have no elements, or agree by a projection alone.</param>
public sealed record JacobianCheck(int Output, int Input, bool Agree, JacobianElement? Worst)
{
    /// <summary>The verdict, in one line.</summary>
    public override string ToString()
        => $"output {Output} by input {Input}: {(Agree ? "agree" : "differ")}{(Worst is null ? "" : $", most {Worst}")}";
}

/// <summary>An element of a Jacobian as both witnesses give it.</summary>
/// <param name="Row">The element of the input, row-major.</param>
/// <param name="Column">The element of the output, row-major.</param>
/// <param name="Numerical">The derivative by central differences.</param>
/// <param name="Analytical">The derivative by a backward pass.</param>
public sealed record JacobianElement(int Row, int Column, double Numerical, double Analytical)
{
    /// <summary>Both derivatives, in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"at element {Row} of the input and {Column} of the output: numerical {PythonFloat.Repr(Numerical)}, analytical "
        + $"{PythonFloat.Repr(Analytical)}, {Math.Abs(Numerical - Analytical):G3} apart");
}

/// <summary>Something that is wrong with a function or its derivative.</summary>
/// <param name="Sentence">What it is, in PyTorch's words where it has any.</param>
/// <param name="Cure">What may cure it.</param>
/// <param name="Jacobian">Where the derivatives differ; null where something else is wrong.</param>
public sealed record GradCheckProblem(string Sentence, string Cure, JacobianCheck? Jacobian = null)
{
    /// <summary>What, where, and what to do.</summary>
    public override string ToString()
        => Jacobian is null ? $"{Sentence}\n{Cure}" : $"{Sentence}{Jacobian}\n{Cure}";
}
