namespace TwinGrad.Conformance.Python;

/// <summary>An expression, as it was written.</summary>
public abstract record PythonExpression;

/// <summary>A number, string, True, False, None or <c>...</c>.</summary>
/// <param name="Value">A <see cref="Scalar"/>, a <see cref="string"/>, null or <see cref="PythonEllipsis"/>.</param>
public sealed record ConstantExpression(object? Value) : PythonExpression;

/// <summary>A variable.</summary>
public sealed record NameExpression(string Name) : PythonExpression;

/// <summary><c>target.name</c>.</summary>
public sealed record AttributeExpression(PythonExpression Target, string Name) : PythonExpression;

/// <summary><c>function(arguments, keyword=value, **mapping)</c>.</summary>
public sealed record CallExpression(
    PythonExpression Function,
    IReadOnlyList<PythonExpression> Arguments,
    IReadOnlyList<KeyValuePair<string, PythonExpression>> Keywords,
    IReadOnlyList<PythonExpression> Mappings) : PythonExpression;

/// <summary><c>target[index]</c>; several indices are one tuple.</summary>
public sealed record SubscriptExpression(PythonExpression Target, PythonExpression Index) : PythonExpression;

/// <summary><c>start:stop:step</c> between the brackets of a subscript.</summary>
public sealed record SliceExpression(PythonExpression? Start, PythonExpression? Stop, PythonExpression? Step) : PythonExpression;

/// <summary><c>(a, b)</c>, or <c>a, b</c>.</summary>
public sealed record TupleExpression(IReadOnlyList<PythonExpression> Items) : PythonExpression;

/// <summary><c>[a, b]</c>.</summary>
public sealed record ListExpression(IReadOnlyList<PythonExpression> Items) : PythonExpression;

/// <summary><c>*items</c>, in a list or among arguments.</summary>
public sealed record StarredExpression(PythonExpression Items) : PythonExpression;

/// <summary><c>item for target in items if condition</c>: a list, also where Python makes its items one by one.</summary>
public sealed record ComprehensionExpression(
    PythonExpression Item, PythonExpression Target, PythonExpression Items, PythonExpression? Condition) : PythonExpression;

/// <summary><c>{key: value}</c>.</summary>
public sealed record DictionaryExpression(IReadOnlyList<KeyValuePair<PythonExpression, PythonExpression>> Items) : PythonExpression;

/// <summary><c>lambda x, y: body</c>.</summary>
public sealed record LambdaExpression(IReadOnlyList<PythonParameter> Parameters, PythonExpression Body) : PythonExpression;

/// <summary>A parameter of a function written in Python.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Stars">How many stand before it: 1 takes the further arguments as a tuple, 2 the further keywords as a dictionary.</param>
/// <param name="Default">What it is where no argument is given for it; null: there has to be one.</param>
public sealed record PythonParameter(string Name, int Stars = 0, PythonExpression? Default = null);

/// <summary><c>-x</c>, <c>+x</c>, <c>~x</c>, <c>not x</c>.</summary>
public sealed record UnaryExpression(string Operator, PythonExpression Operand) : PythonExpression;

/// <summary><c>x + y</c>, <c>x &lt; y</c>, <c>x is not y</c> and their like.</summary>
public sealed record BinaryExpression(string Operator, PythonExpression Left, PythonExpression Right) : PythonExpression;

/// <summary><c>then if condition else otherwise</c>.</summary>
public sealed record ConditionalExpression(PythonExpression Condition, PythonExpression Then, PythonExpression Otherwise)
    : PythonExpression;

/// <summary>A statement, as it was written.</summary>
public abstract record PythonStatement;

/// <summary>An expression evaluated for what it does.</summary>
public sealed record ExpressionStatement(PythonExpression Expression) : PythonStatement;

/// <summary><c>target = value</c>; the target is a name, an attribute, a subscript or a tuple of such.</summary>
public sealed record AssignStatement(PythonExpression Target, PythonExpression Value) : PythonStatement;

/// <summary><c>target += value</c> and its like.</summary>
public sealed record AugmentedAssignStatement(PythonExpression Target, string Operator, PythonExpression Value) : PythonStatement;

/// <summary><c>del name</c>.</summary>
public sealed record DeleteStatement(string Name) : PythonStatement;

/// <summary><c>import module</c>.</summary>
public sealed record ImportStatement(string Module) : PythonStatement;

/// <summary><c>def name(parameters): body</c>.</summary>
public sealed record DefStatement(
    string Name, IReadOnlyList<PythonParameter> Parameters, IReadOnlyList<PythonStatement> Body) : PythonStatement;

/// <summary><c>return value</c>; without a value it is None.</summary>
public sealed record ReturnStatement(PythonExpression Value) : PythonStatement;

/// <summary><c>if condition: then</c>, with what <c>else</c> or <c>elif</c> says otherwise.</summary>
public sealed record IfStatement(
    PythonExpression Condition, IReadOnlyList<PythonStatement> Then, IReadOnlyList<PythonStatement> Otherwise) : PythonStatement;

/// <summary><c>with context, context: body</c>.</summary>
public sealed record WithStatement(IReadOnlyList<PythonExpression> Contexts, IReadOnlyList<PythonStatement> Body) : PythonStatement;

/// <summary><c>for target in items: body</c>.</summary>
public sealed record ForStatement(PythonExpression Target, PythonExpression Items, IReadOnlyList<PythonStatement> Body) : PythonStatement;
