using TwinGrad.Conformance.Python;

namespace TwinGrad.Conformance.Tests.Python;

[TestClass]
public sealed class PythonParserTests
{
    [TestMethod]
    [DataRow("1+2*3", "(1 + (2 * 3))")]
    [DataRow("(1+2)*3", "((1 + 2) * 3)")]
    [DataRow("1-2-3", "((1 - 2) - 3)")]
    [DataRow("2**3**2", "(2 ** (3 ** 2))")]
    [DataRow("-a**-b", "-(a ** -b)")]
    [DataRow("a@b@c", "((a @ b) @ c)")]
    [DataRow("a//2%3", "((a // 2) % 3)")]
    [DataRow("a+1<b*2", "((a + 1) < (b * 2))")]
    [DataRow("~a&b|c^d", "((~a & b) | (c ^ d))")]
    [DataRow("1e-8 + .5 + 2. + 1_000", "(((1e-08 + 0.5) + 2.0) + 1000)")]
    [DataRow("f(a, (b), k=1,)", "f(a, b, k=1)")]
    [DataRow("torch.nn.Linear(3,2)(m)[0].T", "torch.nn.Linear(3, 2)(m)[0].T")]
    [DataRow("(1,)", "(1,)")]
    [DataRow("()", "()")]
    [DataRow("a, b", "(a, b,)")]
    [DataRow("[[1,2],[]]", "[[1, 2], []]")]
    [DataRow("x[:, 0]", "x[(::, 0,)]")]
    [DataRow("x[1:-1:2]", "x[1:-1:2]")]
    [DataRow("x[..., None]", "x[(..., None,)]")]
    [DataRow("x[::3,]", "x[(::3,)]")]
    [DataRow("x if c else y if d else z", "(x if c else (y if d else z))")]
    [DataRow("f(\"i,i->\", 'it\\'s\\n')", "f('i,i->', 'it's\n')")]
    [DataRow("(a\n + b)  # comment", "(a + b)")]
    [DataRow("True", "True")]
    [DataRow("not a == b", "not (a == b)")]
    [DataRow("a is not None", "(a is not None)")]
    [DataRow("a if b is c else d", "(a if (b is c) else d)")]
    [DataRow("{'k': a+b, 'l': {}}", "{'k': (a + b), 'l': {}}")]
    [DataRow("f(lambda x, y: x*y, 1)", "f(lambda x, y: (x * y), 1)")]
    [DataRow("lambda: a if b else c", "lambda: (a if b else c)")]
    [DataRow("lambda x, y=1+2, *z, **k: x", "lambda x, y=(1 + 2), *z, **k: x")]
    [DataRow("f(a, *b, k=1, **c, **d)", "f(a, *b, k=1, **c, **d)")]
    [DataRow("[*a, b]", "[*a, b]")]
    [DataRow("f(*a+b, k=1)", "f(*(a + b), k=1)")]
    [DataRow("[i*2 for i in x]", "[(i * 2) for i in x]")]
    [DataRow("f(i for i, j in x if j)", "f([i for (i, j,) in x if j])")]
    public void Expression_is_read_as_Python_reads_it(string source, string expected)
        => Assert.AreEqual(expected, Show(PythonParser.ParseExpression(source)));

    [TestMethod]
    [DataRow("")]
    [DataRow("1 +")]
    [DataRow("f(1")]
    [DataRow("x[")]
    [DataRow("x[]")]
    [DataRow("a b")]
    [DataRow("a..b")]
    [DataRow("3x")]
    [DataRow("'open")]
    [DataRow("a $ b")]
    [DataRow("f(k=1, 2)")]
    [DataRow("f(**k, 2)")]
    [DataRow("lambda x y: x")]
    [DataRow("a = 1", DisplayName = "a statement")]
    [DataRow("x if c")]
    public void Text_that_is_no_expression_is_refused(string source)
        => Assert.ThrowsExactly<PythonSyntaxException>(() => PythonParser.ParseExpression(source));

    [TestMethod]
    [DataRow("a and b", "and")]
    [DataRow("a in b", "in")]
    [DataRow("a not in b", "in")]
    [DataRow("1j", "complex numbers")]
    [DataRow("lambda *, a: a", "parameters that are given by name only")]
    [DataRow("{a, b}", "a set")]
    [DataRow("f'{x}'", "a string marked f")]
    [DataRow("1 < x < 2", "a chain of comparisons")]
    [DataRow("123456789012345678901234567890", "the integer 123456789012345678901234567890")]
    public void Python_that_is_not_read_is_named(string source, string name)
        => Assert.AreEqual(name, Assert.ThrowsExactly<PythonUnsupportedException>(() => PythonParser.ParseExpression(source)).Name);

    [TestMethod]
    public void Syntax_error_tells_its_place()
        => Assert.AreEqual(4, Assert.ThrowsExactly<PythonSyntaxException>(() => PythonParser.ParseExpression("a + )")).Position);

    [TestMethod]
    [DataRow("x=a*1; x+=1; out=x", "AssignStatement AugmentedAssignStatement AssignStatement")]
    [DataRow("x=1;\n\n# nothing\ny=2\n", "AssignStatement AssignStatement")]
    [DataRow("with f():\n  a\n\n  b=1\nc", "WithStatement(ExpressionStatement AssignStatement) ExpressionStatement")]
    [DataRow("with f(): a; b", "WithStatement(ExpressionStatement ExpressionStatement)")]
    [DataRow("with f():\n  with g():\n    a", "WithStatement(WithStatement(ExpressionStatement))")]
    [DataRow("with f(), g(): a", "WithStatement(ExpressionStatement)")]
    [DataRow("for i in r: a; b", "ForStatement(ExpressionStatement ExpressionStatement)")]
    [DataRow("for i, j in r:\n  for k in s:\n    a\nb", "ForStatement(ForStatement(ExpressionStatement)) ExpressionStatement")]
    [DataRow("import torch.nn\na", "ImportStatement ExpressionStatement")]
    [DataRow("x=1; del x", "AssignStatement DeleteStatement")]
    [DataRow("", "")]
    public void Statements_are_read_as_Python_reads_them(string source, string expected)
        => Assert.AreEqual(expected, Show(PythonParser.ParseStatements(source)));

    [TestMethod]
    [DataRow("with f():\na")]
    [DataRow("  a")]
    [DataRow("with f():\n    a\n  b")]
    [DataRow("x = ")]
    [DataRow("x == = 1")]
    public void Text_that_is_no_statement_is_refused(string source)
        => Assert.ThrowsExactly<PythonSyntaxException>(() => PythonParser.ParseStatements(source));

    [TestMethod]
    [DataRow("class A(B):\n  pass", "class")]
    [DataRow("from torch import nn", "from")]
    [DataRow("import torch.nn as nn", "as")]
    [DataRow("@torch.no_grad()\ndef g(): return", "a decorator")]
    [DataRow("a = b = 1", "a = b = c")]
    public void Statement_that_is_not_read_is_named(string source, string name)
        => Assert.AreEqual(name, Assert.ThrowsExactly<PythonUnsupportedException>(() => PythonParser.ParseStatements(source)).Name);

    private static string Show(IEnumerable<PythonStatement> statements)
        => string.Join(' ', statements.Select(statement => statement switch
        {
            WithStatement { Body: var body } => $"{nameof(WithStatement)}({Show(body)})",
            ForStatement { Body: var body } => $"{nameof(ForStatement)}({Show(body)})",
            _ => statement.GetType().Name,
        }));

    private static string Show(CallExpression call)
        => string.Join(", ",
        [
            .. call.Arguments.Select(Show),
            .. call.Keywords.Select(keyword => $"{keyword.Key}={Show(keyword.Value)}"),
            .. call.Mappings.Select(mapping => $"**{Show(mapping)}"),
        ]);

    private static string Show(PythonParameter parameter)
        => new string('*', parameter.Stars) + parameter.Name + (parameter.Default is null ? "" : $"={Show(parameter.Default)}");

    private static string Show(PythonExpression? expression) => expression switch
    {
        null => "",
        ConstantExpression { Value: null } => "None",
        ConstantExpression { Value: string text } => $"'{text}'",
        ConstantExpression { Value: PythonEllipsis } => "...",
        ConstantExpression constant => $"{constant.Value}",
        NameExpression name => name.Name,
        AttributeExpression attribute => $"{Show(attribute.Target)}.{attribute.Name}",
        CallExpression call => $"{Show(call.Function)}({Show(call)})",
        SubscriptExpression subscript => $"{Show(subscript.Target)}[{Show(subscript.Index)}]",
        SliceExpression slice => $"{Show(slice.Start)}:{Show(slice.Stop)}:{Show(slice.Step)}",
        TupleExpression { Items.Count: 0 } => "()",
        TupleExpression tuple => $"({string.Join(", ", tuple.Items.Select(Show))},)",
        ListExpression list => $"[{string.Join(", ", list.Items.Select(Show))}]",
        DictionaryExpression dictionary => $"{{{string.Join(", ", dictionary.Items.Select(item => $"{Show(item.Key)}: {Show(item.Value)}"))}}}",
        LambdaExpression { Parameters.Count: 0 } lambda => $"lambda: {Show(lambda.Body)}",
        LambdaExpression lambda => $"lambda {string.Join(", ", lambda.Parameters.Select(Show))}: {Show(lambda.Body)}",
        StarredExpression starred => $"*{Show(starred.Items)}",
        ComprehensionExpression { Condition: null } loop => $"[{Show(loop.Item)} for {Show(loop.Target)} in {Show(loop.Items)}]",
        ComprehensionExpression loop
            => $"[{Show(loop.Item)} for {Show(loop.Target)} in {Show(loop.Items)} if {Show(loop.Condition)}]",
        UnaryExpression { Operator: "not" } unary => $"not {Show(unary.Operand)}",
        UnaryExpression unary => $"{unary.Operator}{Show(unary.Operand)}",
        BinaryExpression binary => $"({Show(binary.Left)} {binary.Operator} {Show(binary.Right)})",
        ConditionalExpression(var condition, var then, var otherwise) => $"({Show(then)} if {Show(condition)} else {Show(otherwise)})",
        _ => throw new NotSupportedException(expression.ToString()),
    };
}
