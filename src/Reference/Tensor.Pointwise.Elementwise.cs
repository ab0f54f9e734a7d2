namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <summary>A function of one element, applied to each.</summary>
    private static Tensor Map(string name, Tensor x, Func<double, double> f, Vjp? dx) => Map(name, x, x.DType, f, dx);

    /// <summary>A function of one element that has a form for several, applied to each.</summary>
    private static Tensor Map<TFunction>(TFunction function, string name, Tensor x, DType dtype, Vjp dx)
        where TFunction : struct, IUnary
        => x._shape.Count == 0 && dtype.IsFloatingPoint
            ? NumberNode.Record(function, name, new(function.Of(x.OnlyElement), dtype), x, dx)
            : TapeNode.Record(name, Map(function, x, dtype), [x], dx);

    private static Tensor Map<TFunction>(TFunction function, Tensor x, DType dtype)
        where TFunction : struct, IUnary
    {
        var elements = x.Run(x.Shape);
        var values = Strided.AllocateUnwritten(x.Numel);
        if (elements.Length == values.Length)
            Pointwise.Map(function, elements, values);
        else
            Array.Fill(values, function.Of(elements[0]));
        return new(values, x.Shape, dtype);
    }

    private static Tensor Map(string name, Tensor x, DType dtype, Func<double, double> f, Vjp? dx)
    {
        var source = x.Read();
        var values = Strided.AllocateUnwritten(source.Length);
        for (var i = 0; i < values.Length; i++)
            values[i] = f(source[i]);
        return TapeNode.Record(name, new(values, x.Shape, dtype), [x], dx ?? Nothing);
    }

    /// <summary>The same elements in memory of their own, and nothing recorded.</summary>
    private static Tensor Copy(Tensor x) => x._shape.Count == 0 && x.DType.IsFloatingPoint ? new(x.OnlyElement, x.DType) : Map(new Functions.Same(), x, x.DType);

    /// <summary>A function on the reals: integers and bools become the default floating dtype.</summary>
    private static Tensor MapReal(string name, Tensor x, Func<double, double> f, Vjp dx)
        => Map(name, x, Promotion.ToFloating(x.DType), f, dx);

    private static Tensor MapReal<TFunction>(TFunction function, string name, Tensor x, Vjp dx)
        where TFunction : struct, IUnary
        => Map(function, name, x, Promotion.ToFloating(x.DType), dx);

    /// <summary>A function of two elements, applied to each pair after broadcasting.</summary>
    private static Tensor Zip(string name, Tensor x, Tensor y, DType dtype, Func<double, double, double> f, Vjp? dx, Vjp? dy)
        => TapeNode.Record(name, Zip(x, y, dtype, f), [x, y], dx ?? Nothing, dy ?? Nothing);

    /// <summary>A function of two elements that has a form for several, applied to each pair after broadcasting.</summary>
    private static Tensor Zip<TFunction>(TFunction function, string name, Tensor x, Tensor y, DType dtype, Vjp dx, Vjp dy)
        where TFunction : struct, IBinaryOperation
        => x._shape.Count == 0 && y._shape.Count == 0 && dtype.IsFloatingPoint
            ? NumberNode.Record(function, name, new(function.Of(x.OnlyElement, y.OnlyElement), dtype), x, y, dx, dy)
            : TapeNode.Record(name, Zip(function, x, y, dtype), [x, y], dx, dy);

    private static Tensor Zip<TFunction>(TFunction function, Tensor x, Tensor y, DType dtype)
        where TFunction : struct, IBinary
    {
        var shape = x.Shape == y.Shape ? x.Shape : Layout.Broadcast(x.Shape, y.Shape);
        var values = Strided.AllocateUnwritten(shape.Numel);
        Pointwise.Zip(function, x.Run(shape), y.Run(shape), values);
        return new(values, shape, dtype);
    }

    private static Tensor Zip(Tensor x, Tensor y, DType dtype, Func<double, double, double> f)
    {
        var shape = Layout.Broadcast(x.Shape, y.Shape);
        var (left, right) = (x.Read(shape), y.Read(shape));
        var values = Strided.AllocateUnwritten(left.Length);
        for (var i = 0; i < values.Length; i++)
            values[i] = f(left[i], right[i]);
        return new(values, shape, dtype);
    }

    /// <summary>Whether two elements compare so: a bool tensor that no gradient passes.</summary>
    private static Tensor Compare(Tensor x, Tensor y, Func<double, double, bool> f) => Zip(x, y, DType.Bool, (a, b) => f(a, b) ? 1 : 0);

    /// <summary>The dtype of a result of both.</summary>
    private static DType Common(Tensor x, Tensor y) => Promotion.Of(x.DType, x.Dim, y.DType, y.Dim);

    /// <summary>A number as the 0-dim tensor that it meets tensors of a dtype as.</summary>
    private static Tensor Number(Scalar value, DType beside)
    {
        var dtype = Promotion.Of(beside, value);
        var element = Elements.Stored(value, dtype);
        return dtype.IsFloatingPoint ? new(element, dtype) : new([element], [], dtype);
    }

    /// <summary>A 0 to stand beside a gradient. Not the gradient times 0: that would make nan of an infinite one.</summary>
    private static Tensor Zero(Tensor gradient) => new(0.0, gradient.DType);

    /// <summary>The rule of what passes no gradient on.</summary>
    private static Tensor Nothing(Tensor gradient, TapeNode node) => new(new double[gradient.Numel], gradient.Shape, gradient.DType);
}
