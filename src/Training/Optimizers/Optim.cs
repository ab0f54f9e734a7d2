namespace TwinGrad;

/// <summary>PyTorch's <c>torch.optim</c>: optimizers over the tensors of either engine, with PyTorch's defaults.</summary>
public static class Optim
{
    /// <inheritdoc cref="Sgd{T}"/>
    /// <param name="parameters">Leaf tensors.</param>
    /// <param name="lr">The factor of a step.</param>
    /// <param name="momentum">How much of the last direction is kept.</param>
    /// <param name="dampening">How much of the gradient the momentum leaves out.</param>
    /// <param name="weightDecay">The factor of the parameter that is added to its gradient.</param>
    /// <param name="nesterov">Whether the momentum looks one step ahead.</param>
    /// <param name="maximize">Whether the objective grows instead of shrinking.</param>
    /// <exception cref="TorchArgumentException">There are no parameters, one is no leaf, or an option makes no sense.</exception>
    public static Sgd<T> Sgd<T>(
        IReadOnlyList<T> parameters, double lr = 1e-3, double momentum = 0, double dampening = 0, double weightDecay = 0,
        bool nesterov = false, bool maximize = false)
        where T : class, ITensor<T>
        => new(parameters, new SgdOptions
        {
            LearningRate = lr,
            Momentum = momentum,
            Dampening = dampening,
            WeightDecay = weightDecay,
            Nesterov = nesterov,
            Maximize = maximize,
        });

    /// <inheritdoc cref="Adam{T}"/>
    /// <param name="parameters">Leaf tensors.</param>
    /// <param name="lr">The factor of a step.</param>
    /// <param name="betas">How much the running means of the gradient and of its square keep; 0.9 and 0.999 if not given.</param>
    /// <param name="eps">What is added to the denominator.</param>
    /// <param name="weightDecay">The factor of the parameter that is added to its gradient.</param>
    /// <param name="amsgrad">Whether the denominator goes by the greatest mean of squares so far.</param>
    /// <param name="maximize">Whether the objective grows instead of shrinking.</param>
    /// <exception cref="TorchArgumentException">There are no parameters, one is no leaf, or an option makes no sense.</exception>
    public static Adam<T> Adam<T>(
        IReadOnlyList<T> parameters, double lr = 1e-3, (double Beta1, double Beta2)? betas = null, double eps = 1e-8, double weightDecay = 0,
        bool amsgrad = false, bool maximize = false)
        where T : class, ITensor<T>
        => new(parameters, new AdamOptions
        {
            LearningRate = lr,
            Betas = betas ?? (0.9, 0.999),
            Eps = eps,
            WeightDecay = weightDecay,
            Amsgrad = amsgrad,
            Maximize = maximize,
        });

    /// <inheritdoc cref="AdamW{T}"/>
    /// <param name="parameters">Leaf tensors.</param>
    /// <param name="lr">The factor of a step.</param>
    /// <param name="betas">How much the running means of the gradient and of its square keep; 0.9 and 0.999 if not given.</param>
    /// <param name="eps">What is added to the denominator.</param>
    /// <param name="weightDecay">How much of the parameter, times the learning rate, is taken off it.</param>
    /// <param name="amsgrad">Whether the denominator goes by the greatest mean of squares so far.</param>
    /// <param name="maximize">Whether the objective grows instead of shrinking.</param>
    /// <exception cref="TorchArgumentException">There are no parameters, one is no leaf, or an option makes no sense.</exception>
    public static AdamW<T> AdamW<T>(
        IReadOnlyList<T> parameters, double lr = 1e-3, (double Beta1, double Beta2)? betas = null, double eps = 1e-8, double weightDecay = 0.01,
        bool amsgrad = false, bool maximize = false)
        where T : class, ITensor<T>
        => new(parameters, new AdamWOptions
        {
            LearningRate = lr,
            Betas = betas ?? (0.9, 0.999),
            Eps = eps,
            WeightDecay = weightDecay,
            Amsgrad = amsgrad,
            Maximize = maximize,
        });

    /// <inheritdoc cref="RmsProp{T}"/>
    /// <param name="parameters">Leaf tensors.</param>
    /// <param name="lr">The factor of a step.</param>
    /// <param name="alpha">How much the running mean of squares keeps.</param>
    /// <param name="eps">What is added to the denominator.</param>
    /// <param name="weightDecay">The factor of the parameter that is added to its gradient.</param>
    /// <param name="momentum">How much of the last direction is kept.</param>
    /// <param name="centered">Whether the gradient is divided by its deviation.</param>
    /// <param name="maximize">Whether the objective grows instead of shrinking.</param>
    /// <exception cref="TorchArgumentException">There are no parameters, one is no leaf, or an option makes no sense.</exception>
    public static RmsProp<T> RmsProp<T>(
        IReadOnlyList<T> parameters, double lr = 1e-2, double alpha = 0.99, double eps = 1e-8, double weightDecay = 0, double momentum = 0,
        bool centered = false, bool maximize = false)
        where T : class, ITensor<T>
        => new(parameters, new RmsPropOptions
        {
            LearningRate = lr,
            Alpha = alpha,
            Eps = eps,
            WeightDecay = weightDecay,
            Momentum = momentum,
            Centered = centered,
            Maximize = maximize,
        });

    /// <inheritdoc cref="Lbfgs{T}"/>
    /// <param name="parameters">Leaf tensors of one dtype.</param>
    /// <param name="lr">The length of a step, or where the line search begins.</param>
    /// <param name="maxIter">How many iterations a step has at most.</param>
    /// <param name="maxEval">How many evaluations a step begins another iteration after at most; 5/4 of the iterations if not given.</param>
    /// <param name="toleranceGrad">The step is over once no element of the gradient is larger.</param>
    /// <param name="toleranceChange">The step is over once neither the function nor a parameter changes by more.</param>
    /// <param name="historySize">How many changes of the gradient are remembered.</param>
    /// <param name="lineSearchFn">How the length of a step is found.</param>
    /// <exception cref="TorchArgumentException">There are no parameters, one is no leaf, or an option makes no sense.</exception>
    public static Lbfgs<T> Lbfgs<T>(
        IReadOnlyList<T> parameters, double lr = 1, int maxIter = 20, int? maxEval = null, double toleranceGrad = 1e-7,
        double toleranceChange = 1e-9, int historySize = 100, LineSearch lineSearchFn = LineSearch.None)
        where T : class, ITensor<T>
        => new(parameters, new LbfgsOptions
        {
            LearningRate = lr,
            MaxIter = maxIter,
            MaxEval = maxEval,
            ToleranceGrad = toleranceGrad,
            ToleranceChange = toleranceChange,
            HistorySize = historySize,
            LineSearchFn = lineSearchFn,
        });
}
