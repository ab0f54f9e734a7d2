namespace TwinGrad;

/// <summary>A function of one tensor as a module without parameters, to stand in a <see cref="Sequential{T}"/>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>The activations are such. See <see href="https://docs.pytorch.org/docs/stable/nn.html#non-linear-activations-weighted-sum-nonlinearity"/>.</remarks>
/// <param name="function">What is computed of the input.</param>
/// <param name="extraRepr">What stands between the parentheses of the module's text.</param>
public abstract class FunctionModule<T>(Func<T, T> function, string extraRepr = "") : Module<T>
    where T : class, ITensor<T>
{
    private readonly Func<T, T> _function = function ?? throw new ArgumentNullException(nameof(function));

    /// <inheritdoc/>
    protected override string ExtraRepr { get; } = extraRepr ?? throw new ArgumentNullException(nameof(extraRepr));

    /// <inheritdoc/>
    public override T Forward(T input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return _function(input);
    }
}

/// <summary>x itself: <c>torch.nn.Identity</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
public sealed class Identity<T>() : FunctionModule<T>(x => x)
    where T : class, ITensor<T>;

/// <summary>max(x, 0): <c>torch.nn.ReLU</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
public sealed class ReLU<T>() : FunctionModule<T>(T.Relu)
    where T : class, ITensor<T>;

/// <summary>min(max(x, 0), 6): <c>torch.nn.ReLU6</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
public sealed class ReLU6<T>() : FunctionModule<T>(x => x.Relu6())
    where T : class, ITensor<T>;

/// <summary>x where x > 0, else negativeSlope x: <c>torch.nn.LeakyReLU</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <param name="negativeSlope">The factor of what is negative.</param>
public sealed class LeakyReLU<T>(double negativeSlope = 0.01)
    : FunctionModule<T>(x => x.LeakyRelu(negativeSlope), $"negative_slope={PythonFloat.Repr(negativeSlope)}")
    where T : class, ITensor<T>;

/// <summary>x where x > 0, else alpha (e^x - 1): <c>torch.nn.ELU</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <param name="alpha">What it tends to for small x, negated.</param>
public sealed class ELU<T>(double alpha = 1) : FunctionModule<T>(x => x.Elu(alpha), $"alpha={PythonFloat.Repr(alpha)}")
    where T : class, ITensor<T>;

/// <summary>1.0507 x where x > 0, else 1.0507 * 1.6733 (e^x - 1): <c>torch.nn.SELU</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
public sealed class SELU<T>() : FunctionModule<T>(T.Selu)
    where T : class, ITensor<T>;

/// <summary>1/(1 + e^-x): <c>torch.nn.Sigmoid</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
public sealed class Sigmoid<T>() : FunctionModule<T>(T.Sigmoid)
    where T : class, ITensor<T>;

/// <summary>ln(1/(1 + e^-x)): <c>torch.nn.LogSigmoid</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
public sealed class LogSigmoid<T>() : FunctionModule<T>(T.LogSigmoid)
    where T : class, ITensor<T>;

/// <summary>tanh(x): <c>torch.nn.Tanh</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
public sealed class Tanh<T>() : FunctionModule<T>(T.Tanh)
    where T : class, ITensor<T>;

/// <summary>x P(N &lt; x) for a normal N of mean 0 and variance 1: <c>torch.nn.GELU</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <param name="approximate">How P is taken.</param>
public sealed class GELU<T>(GeluApproximation approximate = GeluApproximation.None)
    : FunctionModule<T>(x => x.Gelu(approximate), approximate == GeluApproximation.Tanh ? "approximate='tanh'" : "approximate='none'")
    where T : class, ITensor<T>;

/// <summary>x/(1 + e^-x): <c>torch.nn.SiLU</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
public sealed class SiLU<T>() : FunctionModule<T>(T.Silu)
    where T : class, ITensor<T>;

/// <summary>x tanh(ln(1 + e^x)): <c>torch.nn.Mish</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
public sealed class Mish<T>() : FunctionModule<T>(T.Mish)
    where T : class, ITensor<T>;

/// <summary>ln(1 + e^(beta x))/beta, and x itself where beta x > threshold: <c>torch.nn.Softplus</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <param name="beta">How sharply it bends.</param>
/// <param name="threshold">From where on it is x itself, which it would round to anyway.</param>
public sealed class Softplus<T>(double beta = 1, double threshold = 20)
    : FunctionModule<T>(x => x.Softplus(beta, threshold), $"beta={PythonFloat.Repr(beta)}, threshold={PythonFloat.Repr(threshold)}")
    where T : class, ITensor<T>;

/// <summary>min(max(x, minVal), maxVal): <c>torch.nn.Hardtanh</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <param name="minVal">The least value.</param>
/// <param name="maxVal">The largest.</param>
/// <exception cref="TorchArgumentException">The least value is not below the largest.</exception>
public sealed class Hardtanh<T>(double minVal = -1, double maxVal = 1)
    : FunctionModule<T>(
        maxVal > minVal ? x => x.Hardtanh(minVal, maxVal) : throw Error.HardtanhRange(),
        $"min_val={PythonFloat.Repr(minVal)}, max_val={PythonFloat.Repr(maxVal)}")
    where T : class, ITensor<T>;

/// <summary>e^x over the sum of e^x along a dimension: <c>torch.nn.Softmax</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <param name="dim">The dimension along which the results add up to 1; null guesses it as PyTorch does, with a warning.</param>
public sealed class Softmax<T>(int? dim = null) : FunctionModule<T>(x => dim is { } d ? x.Softmax(d) : x.Softmax(), $"dim={Python.Text(dim)}")
    where T : class, ITensor<T>;

/// <summary>x minus the logarithm of the sum of e^x along a dimension: <c>torch.nn.LogSoftmax</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <param name="dim">The dimension; null guesses it as PyTorch does, with a warning.</param>
public sealed class LogSoftmax<T>(int? dim = null) : FunctionModule<T>(x => dim is { } d ? x.LogSoftmax(d) : x.LogSoftmax(), $"dim={Python.Text(dim)}")
    where T : class, ITensor<T>;

/// <summary>The dimensions from one to another as one: <c>torch.nn.Flatten</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <param name="startDim">The first; the batch stays as it is.</param>
/// <param name="endDim">The last.</param>
public sealed class Flatten<T>(int startDim = 1, int endDim = -1)
    : FunctionModule<T>(x => x.Flatten(startDim, endDim), $"start_dim={startDim}, end_dim={endDim}")
    where T : class, ITensor<T>;
