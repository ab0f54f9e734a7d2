namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <summary>A function of one element, applied to each.</summary>
    private static Tensor Map(string name, Tensor x, Func<double, double> f, Vjp? dx) => Map(name, x, x.DType, f, dx);

    private static Tensor Map(string name, Tensor x, DType dtype, Func<double, double> f, Vjp? dx)
    {
        var source = x.Read();
        var values = new double[source.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = f(source[i]);
        return TapeNode.Record(name, new(values, x.Shape, dtype), [x], dx ?? Nothing);
    }

    /// <summary>A function on the reals: integers and bools become the default floating dtype.</summary>
    private static Tensor MapReal(string name, Tensor x, Func<double, double> f, Vjp dx)
        => Map(name, x, Promotion.ToFloating(x.DType), f, dx);

    /// <summary>A function of two elements, applied to each pair after broadcasting.</summary>
    private static Tensor Zip(string name, Tensor x, Tensor y, DType dtype, Func<double, double, double> f, Vjp? dx, Vjp? dy)
        => TapeNode.Record(name, Zip(x, y, dtype, f), [x, y], dx ?? Nothing, dy ?? Nothing);

    private static Tensor Zip(Tensor x, Tensor y, DType dtype, Func<double, double, double> f)
    {
        var shape = Layout.Broadcast(x.Shape, y.Shape);
        var (left, right) = (x.Read(shape), y.Read(shape));
        var values = new double[left.Length];
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
        return new([Elements.Stored(value, dtype)], [], dtype);
    }

    /// <summary>A 0 to stand beside a gradient. Not the gradient times 0: that would make nan of an infinite one.</summary>
    private static Tensor Zero(Tensor gradient) => new([0], [], gradient.DType);

    /// <summary>The rule of what passes no gradient on.</summary>
    private static Tensor Nothing(Tensor gradient, TapeNode node) => new(new double[gradient.Numel], gradient.Shape, gradient.DType);
}
