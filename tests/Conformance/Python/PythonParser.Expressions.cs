namespace TwinGrad.Conformance.Python;

public sealed partial class PythonParser
{
    // Python's levels of binary operators that bind tighter than a comparison, loosest first; ** binds by a rule of its own.
    private static readonly string[][] Levels = [["|"], ["^"], ["&"], ["<<", ">>"], ["+", "-"], ["*", "/", "//", "%", "@"]];

    private static readonly string[] Comparisons = ["==", "!=", "<", "<=", ">", ">="];

    /// <summary>One expression, or several with commas between: a tuple.</summary>
    private PythonExpression Expressions()
    {
        var first = Expression();
        if (!Current.Is(","))
            return first;
        var items = new List<PythonExpression> { first };
        while (Take(","))
        {
            if (!StartsExpression())
                break;
            items.Add(Expression());
        }
        return new TupleExpression(items);
    }

    private PythonExpression Expression()
    {
        if (Take("lambda"))
            return Lambda();
        var then = Not();
        if (!Take("if"))
            return then;
        var condition = Not();
        Expect("else");
        return new ConditionalExpression(condition, then, Expression());
    }

    private LambdaExpression Lambda() => new(Parameters(":"), Expression());

    /// <summary>The parameters of a function, and what ends them.</summary>
    private List<PythonParameter> Parameters(string end)
    {
        var parameters = new List<PythonParameter>();
        while (!Take(end))
        {
            var stars = At(["*", "**"]) ? Advance().Text.Length : 0;
            if (stars == 1 && Current.Is(","))
                throw new PythonUnsupportedException("parameters that are given by name only");
            parameters.Add(new(Name(), stars, Take("=") ? Expression() : null));
            if (!Current.Is(end))
                Expect(",");
        }
        return parameters;
    }

    private PythonExpression Not() => Take("not") ? new UnaryExpression("not", Not()) : Comparison();

    private PythonExpression Comparison()
    {
        var left = Binary(0);
        if (Take("is"))
            return new BinaryExpression(Take("not") ? "is not" : "is", left, Binary(0));
        if (Current.Is("in") || Current.Is("not"))
            throw new PythonUnsupportedException("in");
        if (!At(Comparisons))
            return left;
        var comparison = new BinaryExpression(Advance().Text, left, Binary(0));
        return At(Comparisons) ? throw new PythonUnsupportedException("a chain of comparisons") : comparison;
    }

    private PythonExpression Binary(int level)
    {
        if (level == Levels.Length)
            return Unary();
        var left = Binary(level + 1);
        while (At(Levels[level]))
            left = new BinaryExpression(Advance().Text, left, Binary(level + 1));
        return left;
    }

    private PythonExpression Unary()
        => At(["-", "+", "~"]) ? new UnaryExpression(Advance().Text, Unary()) : Power();

    /// <summary>-a ** -b is -(a ** (-b)).</summary>
    private PythonExpression Power()
    {
        var left = Primary();
        return Take("**") ? new BinaryExpression("**", left, Unary()) : left;
    }

    private PythonExpression Primary()
    {
        var expression = Atom();
        while (true)
        {
            if (Take("."))
                expression = new AttributeExpression(expression, Name());
            else if (Take("("))
                expression = Call(expression);
            else if (Take("["))
                expression = Subscript(expression);
            else
                return expression;
        }
    }

    private CallExpression Call(PythonExpression function)
    {
        var arguments = new List<PythonExpression>();
        var keywords = new List<KeyValuePair<string, PythonExpression>>();
        var mappings = new List<PythonExpression>();
        while (!Take(")"))
        {
            if (Take("**"))
                mappings.Add(Expression());
            else if (Current.Kind == PythonTokenKind.Name && _tokens[_next + 1].Is("="))
            {
                var name = Name();
                Expect("=");
                keywords.Add(new(name, Expression()));
            }
            else if (keywords.Count > 0 || mappings.Count > 0)
                throw new PythonSyntaxException("an argument without a name stands behind one with a name", Current.Position);
            else
                arguments.Add(Item());
            if (!Current.Is(")"))
                Expect(",");
        }
        return new(function, arguments, keywords, mappings);
    }

    private SubscriptExpression Subscript(PythonExpression target)
    {
        var indices = new List<PythonExpression> { Index() };
        var comma = false;
        while (Take(","))
        {
            comma = true;
            if (!Current.Is("]"))
                indices.Add(Index());
        }
        Expect("]");
        return new(target, comma ? new TupleExpression(indices) : indices[0]);
    }

    private PythonExpression Index()
    {
        var start = Current.Is(":") ? null : Expression();
        if (!Take(":"))
            return start ?? throw Unexpected();
        var stop = StartsExpression() ? Expression() : null;
        var step = Take(":") && StartsExpression() ? Expression() : null;
        return new SliceExpression(start, stop, step);
    }

    private PythonExpression Atom()
    {
        var token = Current;
        switch (token.Kind)
        {
            case PythonTokenKind.Number or PythonTokenKind.Text:
                return new ConstantExpression(Advance().Value);
            case PythonTokenKind.Name when !ReadKeywords.Contains(token.Text) && !UnreadKeywords.Contains(token.Text):
                return NamedAtom(Advance().Text);
            case PythonTokenKind.Operator when token.Text == "@":
                throw new PythonUnsupportedException("a decorator");
        }
        if (Take("{"))
            return Dictionary();
        if (Take("..."))
            return new ConstantExpression(PythonEllipsis.Instance);
        if (Take("["))
        {
            var listed = Items("]").Items;
            return listed is [ComprehensionExpression only] ? only : new ListExpression(listed);
        }
        if (!Take("("))
            throw Unexpected();
        var (items, comma) = Items(")");
        return items.Count == 1 && !comma ? items[0] : new TupleExpression(items);
    }

    private DictionaryExpression Dictionary()
    {
        var items = new List<KeyValuePair<PythonExpression, PythonExpression>>();
        while (!Take("}"))
        {
            var key = Expression();
            if (!Take(":"))
                throw new PythonUnsupportedException("a set");
            items.Add(new(key, Expression()));
            if (!Current.Is("}"))
                Expect(",");
        }
        return new(items);
    }

    /// <summary>An item of a list or an argument, which may stand for several: <c>*items</c>, <c>x for x in items</c>.</summary>
    private PythonExpression Item()
    {
        if (Take("*"))
            return new StarredExpression(Expression());
        var item = Expression();
        if (!Take("for"))
            return item;
        var target = LoopTarget();
        var items = Not();
        return new ComprehensionExpression(item, target, items, Take("if") ? Not() : null);
    }

    private static PythonExpression NamedAtom(string name) => name switch
    {
        "True" => new ConstantExpression((Scalar)true),
        "False" => new ConstantExpression((Scalar)false),
        "None" => new ConstantExpression(null),
        _ => new NameExpression(name),
    };

    private (IReadOnlyList<PythonExpression> Items, bool Comma) Items(string end)
    {
        var items = new List<PythonExpression>();
        var comma = false;
        while (!Take(end))
        {
            items.Add(Item());
            comma = Take(",");
            if (!comma && !Current.Is(end))
                throw Unexpected();
        }
        return (items, comma);
    }

    private string Name() => Current.Kind == PythonTokenKind.Name ? Advance().Text : throw Unexpected();

    private bool StartsExpression()
        => Current.Kind is PythonTokenKind.Name or PythonTokenKind.Number or PythonTokenKind.Text
            || At(["(", "[", "{", "-", "+", "~", "..."]);
}
