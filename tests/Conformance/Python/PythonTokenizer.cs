using System.Globalization;
using System.Text;

namespace TwinGrad.Conformance.Python;

internal enum PythonTokenKind
{
    Name,
    Number,
    Text,
    Operator,
    NewLine,
    Indent,
    Dedent,
    End,
}

/// <summary>A word of Python.</summary>
/// <param name="Kind">What sort of word.</param>
/// <param name="Text">A name or operator as written.</param>
/// <param name="Position">Where it starts.</param>
/// <param name="Value">What a number or string literal stands for.</param>
internal readonly record struct PythonToken(PythonTokenKind Kind, string Text, int Position, object? Value = null)
{
    internal bool Is(string text) => Kind is PythonTokenKind.Operator or PythonTokenKind.Name && Text == text;
}

/// <summary>Cuts Python text into words; indentation becomes words too, as in Python's own tokenizer.</summary>
internal sealed class PythonTokenizer
{
    // Longer ones first: ** must not be read as two *.
    private static readonly string[] Operators =
    [
        "**=", "//=", "...",
        "**", "//", "==", "!=", "<=", ">=", "+=", "-=", "*=", "/=", "%=", "@=", "<<", ">>", "->", ":=",
        "+", "-", "*", "/", "%", "@", "<", ">", "=", "(", ")", "[", "]", "{", "}", ",", ":", ".", ";", "|", "&", "^", "~",
    ];

    private readonly string _source;
    private readonly List<PythonToken> _tokens = [];
    private readonly Stack<int> _indents = new([0]);
    private int _position;
    private int _brackets;

    private PythonTokenizer(string source) => _source = source;

    private char Current => Peek(0);

    /// <summary>The words of the text; the last is <see cref="PythonTokenKind.End"/>.</summary>
    /// <exception cref="PythonSyntaxException">A character belongs to no word, or a string or the indentation is broken.</exception>
    internal static IReadOnlyList<PythonToken> Tokenize(string source)
    {
        var tokenizer = new PythonTokenizer(source);
        tokenizer.Run();
        return tokenizer._tokens;
    }

    private void Run()
    {
        ReadIndent();
        while (_position < _source.Length)
            ReadToken();
        Add(PythonTokenKind.NewLine, "", _position);
        Outdent(0);
        Add(PythonTokenKind.End, "", _position);
    }

    private void ReadToken()
    {
        if (Current == '\n')
        {
            Add(PythonTokenKind.NewLine, "", _position++);
            if (_brackets == 0)
                ReadIndent();
        }
        else if (char.IsWhiteSpace(Current))
            _position++;
        else if (Current == '#')
            SkipComment();
        else if (char.IsAsciiDigit(Current) || (Current == '.' && char.IsAsciiDigit(Peek(1))))
            ReadNumber();
        else if (char.IsLetter(Current) || Current == '_')
            ReadName();
        else if (Current is '"' or '\'')
            ReadText();
        else
            ReadOperator();
    }

    /// <summary>Compares the spaces before a line's first word with those of the lines around it; blank lines have no say.</summary>
    private void ReadIndent()
    {
        var start = _position;
        while (Current == ' ')
            _position++;
        if (Current is '\n' or '#' or '\r' or '\0')
            return;
        var width = _position - start;
        if (width > _indents.Peek())
        {
            _indents.Push(width);
            Add(PythonTokenKind.Indent, "", start);
        }
        Outdent(width);
        if (width != _indents.Peek())
            throw new PythonSyntaxException("the line starts between two levels of indentation", _position);
    }

    private void Outdent(int width)
    {
        while (_indents.Peek() > width)
        {
            _indents.Pop();
            Add(PythonTokenKind.Dedent, "", _position);
        }
    }

    private void SkipComment()
    {
        while (_position < _source.Length && Current != '\n')
            _position++;
    }

    private void ReadNumber()
    {
        var start = _position;
        SkipDigits();
        var whole = true;
        if (Current == '.')
        {
            whole = false;
            _position++;
            SkipDigits();
        }
        var signed = Peek(1) is '+' or '-';
        if (Current is 'e' or 'E' && char.IsAsciiDigit(Peek(signed ? 2 : 1)))
        {
            whole = false;
            _position += signed ? 2 : 1;
            SkipDigits();
        }
        var text = _source[start.._position];
        var digits = text.Replace("_", "", StringComparison.Ordinal);
        if (Current == 'j')
            throw new PythonUnsupportedException("complex numbers");
        if (char.IsLetter(Current) || Current == '_')
            throw new PythonSyntaxException($"'{text}{Current}' is no number", start);
        _tokens.Add(new(PythonTokenKind.Number, text, start, whole ? Integer(digits) : Floating(digits)));
    }

    private static Scalar Integer(string digits)
        => long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new PythonUnsupportedException($"the integer {digits}"); // Python's integers have no end, Scalar's have

    private static Scalar Floating(string digits) => double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Current) || (Current == '_' && char.IsAsciiDigit(Peek(1))))
            _position++;
    }

    private void ReadName()
    {
        var start = _position;
        while (char.IsLetterOrDigit(Current) || Current == '_')
            _position++;
        if (Current is '"' or '\'')
            throw new PythonUnsupportedException($"a string marked {_source[start.._position]}");
        Add(PythonTokenKind.Name, _source[start.._position], start);
    }

    private void ReadText()
    {
        var start = _position;
        var quote = _source[_position++];
        var text = new StringBuilder();
        while (Current != quote)
        {
            if (Current is '\n' or '\0')
                throw new PythonSyntaxException("the string has no end", start);
            if (Current == '\\')
                text.Append(Escaped());
            else
                text.Append(Current);
            _position++;
        }
        _position++;
        _tokens.Add(new(PythonTokenKind.Text, _source[start.._position], start, text.ToString()));
    }

    private char Escaped() => _source.ElementAtOrDefault(++_position) switch
    {
        'n' => '\n',
        't' => '\t',
        '\\' => '\\',
        '\'' => '\'',
        '"' => '"',
        var other => throw new PythonUnsupportedException($"the escape \\{other}"),
    };

    private void ReadOperator()
    {
        var start = _position;
        var text = Array.Find(Operators, op => string.CompareOrdinal(_source, start, op, 0, op.Length) == 0)
            ?? throw new PythonSyntaxException($"'{Current}' is no word of Python", start);
        _brackets += text is "(" or "[" or "{" ? 1 : text is ")" or "]" or "}" ? -1 : 0;
        _position += text.Length;
        Add(PythonTokenKind.Operator, text, start);
    }

    private char Peek(int ahead) => _position + ahead < _source.Length ? _source[_position + ahead] : '\0';

    // A line goes on inside of brackets, and an empty line is none.
    private void Add(PythonTokenKind kind, string text, int position)
    {
        var pointless = kind == PythonTokenKind.NewLine
            && (_brackets > 0 || _tokens.Count == 0 || _tokens[^1].Kind is PythonTokenKind.NewLine or PythonTokenKind.Dedent);
        if (!pointless)
            _tokens.Add(new(kind, text, position));
    }
}
