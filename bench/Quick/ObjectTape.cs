namespace TwinGrad.Bench.Quick;

/// <summary>
/// The least that recording takes: one object an operation, which holds its value, its gradient, its inputs and the number of its rule. No
/// shapes, dtypes, views, hooks, checks, higher derivatives. What an engine that records takes above this is what those cost.
/// </summary>
internal sealed class ObjectTape
{
    private readonly double _value;
    private readonly Rule _rule;
    private readonly ObjectTape? _left;
    private readonly ObjectTape? _right;
    private double _gradient;
    private bool _seen;

    private ObjectTape(double value, Rule rule = Rule.Leaf, ObjectTape? left = null, ObjectTape? right = null)
        => (_value, _rule, _left, _right) = (value, rule, left, right);

    private enum Rule
    {
        Leaf,
        Product,
        Sum,
        Negative,
        Log,
        Sigmoid,
        Clamp,
    }

    internal static Action Neuron()
    {
        ObjectTape x = new(6.7), y = new(0), w = new(1), b = new(0);
        return () =>
        {
            var p = Clamp(Sigmoid(Sum(Product(w, x), b)));
            var loss = Negative(Sum(Product(y, Log(p)), Product(OneMinus(y), Log(OneMinus(p)))));
            loss.Backward();
            foreach (var leaf in (ReadOnlySpan<ObjectTape>)[x, y, w, b])
                leaf._gradient = 0;
        };
    }

    private static ObjectTape Product(ObjectTape x, ObjectTape y) => new(x._value * y._value, Rule.Product, x, y);

    private static ObjectTape Sum(ObjectTape x, ObjectTape y) => new(x._value + y._value, Rule.Sum, x, y);

    private static ObjectTape Negative(ObjectTape x) => new(-x._value, Rule.Negative, x);

    private static ObjectTape OneMinus(ObjectTape x) => new(1 - x._value, Rule.Negative, x);

    private static ObjectTape Log(ObjectTape x) => new(Math.Log(x._value), Rule.Log, x);

    private static ObjectTape Sigmoid(ObjectTape x) => new(1 / (1 + Math.Exp(-x._value)), Rule.Sigmoid, x);

    private static ObjectTape Clamp(ObjectTape x) => new(Math.Clamp(x._value, 1e-8, 1 - 1e-8), Rule.Clamp, x);

    private void Backward()
    {
        var order = new List<ObjectTape>(16);
        Visit(order);
        _gradient = 1;
        for (var i = order.Count - 1; i >= 0; i--)
            order[i].Pass();
    }

    private void Visit(List<ObjectTape> order)
    {
        if (_seen || _rule == Rule.Leaf)
            return;
        _seen = true;
        _left?.Visit(order);
        _right?.Visit(order);
        order.Add(this);
    }

    private void Pass()
    {
        switch (_rule)
        {
            case Rule.Product:
                _left!._gradient += _gradient * _right!._value;
                _right._gradient += _gradient * _left._value;
                break;
            case Rule.Sum:
                _left!._gradient += _gradient;
                _right!._gradient += _gradient;
                break;
            case Rule.Negative:
                _left!._gradient -= _gradient;
                break;
            case Rule.Log:
                _left!._gradient += _gradient / _left._value;
                break;
            case Rule.Sigmoid:
                _left!._gradient += _gradient * _value * (1 - _value);
                break;
            case Rule.Clamp when _left!._value is >= 1e-8 and <= 1 - 1e-8:
                _left._gradient += _gradient;
                break;
        }
    }
}
