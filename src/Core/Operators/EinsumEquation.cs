namespace TwinGrad;

/// <summary>The text of an einsum, as <c>...ij,jk-&gt;...ik</c>: what letter each dimension of each operand and of the result has.</summary>
internal sealed class EinsumEquation
{
    /// <summary>Stands for the dimensions that three dots cover.</summary>
    internal const char Ellipsis = '.';

    /// <summary>The letters of each operand's dimensions, in order.</summary>
    internal IReadOnlyList<string> Operands { get; }

    /// <summary>The letters of the result's dimensions, in order.</summary>
    internal string Output { get; }

    /// <summary>The letters that are summed over, in the order that PyTorch takes them in: capitals first.</summary>
    internal string Summed { get; }

    /// <summary>Reads an equation for so many operands.</summary>
    /// <exception cref="TorchArgumentException">The text is no equation of so many operands.</exception>
    internal EinsumEquation(string text, int operands)
    {
        var arrow = text.IndexOf("->", StringComparison.Ordinal);
        Operands = ReadOperands(arrow < 0 ? text : text[..arrow], operands);
        var letters = string.Concat(Operands).Where(letter => letter != Ellipsis).ToArray();
        Output = arrow < 0
            ? Ellipsis + string.Concat(letters.Where(letter => letters.Count(other => other == letter) == 1).Order())
            : ReadOutput(text, arrow + 2, letters);
        Summed = string.Concat(letters.Distinct().Except(Output).Order());
    }

    private static List<string> ReadOperands(string text, int count)
    {
        List<string> operands = [""];
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case ' ':
                    break;
                case ',':
                    operands.Add("");
                    if (operands.Count > count)
                        throw Error.EinsumFewOperands();
                    break;
                case '.' when operands[^1].Contains(Ellipsis, StringComparison.Ordinal):
                    throw Error.EinsumSecondEllipsis(operands.Count - 1);
                case '.' when !IsEllipsis(text, i):
                    throw Error.EinsumDot(operands.Count - 1);
                case '.':
                    operands[^1] += Ellipsis;
                    i += 2;
                    break;
                case var letter:
                    operands[^1] += char.IsAsciiLetter(letter) ? letter : throw Error.EinsumSubscript(i);
                    break;
            }
        }
        return operands.Count == count ? operands : throw Error.EinsumManyOperands();
    }

    private static string ReadOutput(string text, int start, char[] letters)
    {
        var output = "";
        for (var i = start; i < text.Length; i++)
        {
            switch (text[i])
            {
                case ' ':
                    break;
                case '.' when output.Contains(Ellipsis, StringComparison.Ordinal):
                    throw Error.EinsumSecondOutputEllipsis();
                case '.' when !IsEllipsis(text, i):
                    throw Error.EinsumOutputDot();
                case '.':
                    output += Ellipsis;
                    i += 2;
                    break;
                case var letter when !char.IsAsciiLetter(letter):
                    throw Error.EinsumSubscript(i);
                case var letter when output.Contains(letter, StringComparison.Ordinal) || !letters.Contains(letter):
                    throw Error.EinsumOutput(letter, output.Contains(letter, StringComparison.Ordinal));
                case var letter:
                    output += letter;
                    break;
            }
        }
        return output;
    }

    private static bool IsEllipsis(string text, int place) => text.AsSpan(place).StartsWith("...");
}
