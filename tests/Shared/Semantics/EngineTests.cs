namespace TwinGrad.Tests;

/// <summary>Tests of PyTorch's semantics, written once: each engine's test project closes the type with its tensor.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
public abstract class EngineTests<T>
    where T : class, ITensor<T>
{
    protected const double NaN = double.NaN;
    protected const double Infinity = double.PositiveInfinity;

    [TestCleanup]
    public void RecordingIsOnAgain() => Assert.IsTrue(T.GradEnabled, "a test left recording switched off for the next one");

    /// <summary>A float32 vector.</summary>
    protected static T Vector(params double[] values) => TensorFactory<T>.Tensor(values);

    /// <summary>A float32 vector that requires grad.</summary>
    protected static T Leaf(params double[] values) => TensorFactory<T>.Tensor(values, requiresGrad: true);

    /// <summary>A float64 vector.</summary>
    protected static T Doubles(params double[] values) => TensorFactory<T>.Tensor(values, DType.Float64);

    /// <summary>An int64 vector.</summary>
    protected static T Ints(params long[] values) => TensorFactory<T>.Tensor(values);

    /// <summary>A vector of an integer dtype.</summary>
    protected static T Ints(DType dtype, params long[] values) => TensorFactory<T>.Tensor(values, dtype);

    /// <summary>A bool vector.</summary>
    protected static T Bools(params bool[] values) => TensorFactory<T>.Tensor(values);

    /// <summary>A 0-dim tensor.</summary>
    protected static T Number(Scalar value, DType? dtype = null, bool requiresGrad = false)
        => TensorFactory<T>.Tensor(value, dtype, requiresGrad: requiresGrad);

    protected static T Zeros(params long[] shape) => TensorFactory<T>.Zeros(shape);

    protected static T Ones(params long[] shape) => TensorFactory<T>.Ones(shape);

    /// <summary>0, 1, 2, ... in float32 under a shape.</summary>
    protected static T Counting(params long[] shape)
        => TensorFactory<T>.Arange(shape.Aggregate(1L, (product, length) => product * length), DType.Float32).View(shape);

    /// <summary>The gradient of the sum of a function's elements.</summary>
    protected static T Gradient(T x, Func<T, T> function)
    {
        function(x).Sum().Backward();
        return x.Grad!;
    }

    /// <summary>Dtype, shape, values and node at once: the tensor's text.</summary>
    protected static void Prints(string expected, T? actual)
    {
        var text = actual?.ToString() ?? "None";
        Assert.AreEqual(DeviceText.IsOfGpu(text) ? DeviceText.OneLine(expected) : expected.ReplaceLineEndings("\n"), DeviceText.Plain(text));
    }

    /// <summary>The tensor's text as it is on the CPU, but for line breaks.</summary>
    protected static string Text(T x) => DeviceText.Plain(x.ToString()!);

    protected static void HasShape(T actual, params long[] expected) => Assert.AreEqual(Shape.Create(expected), actual.Shape);

    /// <summary>The call is refused in PyTorch's words.</summary>
    protected static void Refuses(string sentence, Action call)
    {
        var exception = Assert.Throws<Exception>(call);
        Assert.IsInstanceOfType<ITorchException>(exception, exception.ToString());
        Assert.AreEqual(sentence, exception.Message);
    }

    /// <inheritdoc cref="Refuses(string, Action)"/>
    protected static void Refuses(string sentence, Func<object?> call) => Refuses(sentence, () => { call(); });
}
