namespace TwinGrad.Conformance.Python;

/// <summary>Reads the part of Python that recorded cases are written in: by recursive descent, one method a rule of the grammar.</summary>
public sealed partial class PythonParser
{
    private static readonly string[] Augmented = ["+=", "-=", "*=", "/=", "//=", "%=", "**=", "@="];

    // Good Python all the same: who meets one of these skips a case instead of failing it.
    private static readonly string[] UnreadKeywords =
    [
        "and", "as", "assert", "async", "await", "class", "from", "global", "or", "pass", "raise", "try", "while", "yield",
    ];

    private static readonly string[] ReadKeywords =
        ["def", "del", "elif", "else", "for", "if", "import", "in", "is", "lambda", "not", "return", "with"];

    private readonly IReadOnlyList<PythonToken> _tokens;
    private int _next;

    private PythonParser(string source) => _tokens = PythonTokenizer.Tokenize(source);

    private PythonToken Current => _tokens[_next];

    /// <summary>The expression that the text is.</summary>
    /// <exception cref="PythonSyntaxException">The text is not one Python expression.</exception>
    /// <exception cref="PythonUnsupportedException">It is, but uses a construct that is not read here.</exception>
    public static PythonExpression ParseExpression(string source)
    {
        var parser = new PythonParser(source);
        var expression = parser.Expressions();
        parser.Skip(PythonTokenKind.NewLine);
        return parser.Current.Kind == PythonTokenKind.End ? expression : throw parser.Unexpected();
    }

    /// <summary>The statements that the text consists of.</summary>
    /// <exception cref="PythonSyntaxException">The text is not Python.</exception>
    /// <exception cref="PythonUnsupportedException">It is, but uses a construct that is not read here.</exception>
    public static IReadOnlyList<PythonStatement> ParseStatements(string source)
    {
        var parser = new PythonParser(source);
        var statements = new List<PythonStatement>();
        while (parser.Current.Kind != PythonTokenKind.End)
            parser.Line(statements);
        return statements;
    }

    private void Line(List<PythonStatement> statements)
    {
        if (Take("with"))
            statements.Add(new WithStatement(Listed(Expressions()), Block()));
        else if (Take("for"))
            statements.Add(For());
        else if (Take("if"))
            statements.Add(If());
        else if (Take("def"))
            statements.Add(Def());
        else
            SimpleStatements(statements);
    }

    private static IReadOnlyList<PythonExpression> Listed(PythonExpression expression)
        => expression is TupleExpression { Items: var items } ? items : [expression];

    private ForStatement For()
    {
        var target = LoopTarget();
        return new(target, Expressions(), Block());
    }

    private IfStatement If()
    {
        var condition = Expression();
        var then = Block();
        return new(condition, then, Take("elif") ? [If()] : Take("else") ? Block() : []);
    }

    private DefStatement Def()
    {
        var name = Name();
        Expect("(");
        return new(name, Parameters(")"), Block());
    }

    /// <summary>What stands between <c>for</c> and <c>in</c>. It is no expression: "i in x" would be a comparison.</summary>
    private PythonExpression LoopTarget()
    {
        var targets = new List<PythonExpression> { Primary() };
        while (Take(","))
            targets.Add(Primary());
        Expect("in");
        return targets.Count == 1 ? targets[0] : new TupleExpression(targets);
    }

    private List<PythonStatement> Block()
    {
        Expect(":");
        var body = new List<PythonStatement>();
        if (!Skip(PythonTokenKind.NewLine))
        {
            SimpleStatements(body);
            return body;
        }
        if (!Skip(PythonTokenKind.Indent))
            throw new PythonSyntaxException("an indented block is missing", Current.Position);
        while (!Skip(PythonTokenKind.Dedent))
            Line(body);
        return body;
    }

    private void SimpleStatements(List<PythonStatement> statements)
    {
        do
        {
            statements.Add(SimpleStatement());
        }
        while (Take(";") && Current.Kind != PythonTokenKind.NewLine);
        if (!Skip(PythonTokenKind.NewLine))
            throw Unexpected();
    }

    private PythonStatement SimpleStatement()
    {
        if (Take("del"))
            return new DeleteStatement(Name());
        if (Take("import"))
            return Import();
        if (Take("return"))
            return new ReturnStatement(StartsExpression() ? Expressions() : new ConstantExpression(null));
        var target = Expressions();
        if (Take("="))
        {
            var value = Expressions();
            return Current.Is("=") ? throw new PythonUnsupportedException("a = b = c") : new AssignStatement(target, value);
        }
        return Current.Kind == PythonTokenKind.Operator && Augmented.Contains(Current.Text)
            ? new AugmentedAssignStatement(target, Advance().Text[..^1], Expressions())
            : new ExpressionStatement(target);
    }

    /// <summary><c>import a.b</c> makes <c>a</c> known.</summary>
    private ImportStatement Import()
    {
        var module = new ImportStatement(Name());
        while (Take("."))
            Name();
        return module;
    }

    private bool At(string[] operators) => Current.Kind == PythonTokenKind.Operator && operators.Contains(Current.Text);

    private PythonToken Advance() => _tokens[_next++];

    private bool Take(string text)
    {
        var taken = Current.Is(text);
        _next += taken ? 1 : 0;
        return taken;
    }

    private bool Skip(PythonTokenKind kind)
    {
        var skipped = Current.Kind == kind;
        _next += skipped ? 1 : 0;
        return skipped;
    }

    private void Expect(string text)
    {
        if (!Take(text))
            throw Unexpected($"'{text}' is missing");
    }

    private Exception Unexpected(string? problem = null)
    {
        if (Current.Kind == PythonTokenKind.Name && UnreadKeywords.Contains(Current.Text))
            return new PythonUnsupportedException(Current.Text);
        var ended = Current.Kind is PythonTokenKind.End or PythonTokenKind.NewLine;
        return new PythonSyntaxException(problem ?? (ended ? "more is expected" : $"'{Current.Text}' is not expected"), Current.Position);
    }
}
