using System.Text.Json;

namespace TwinGrad.Tests;

/// <summary>The problem of the recording: tanh(x w + b) against y, and a parameter that nothing uses.</summary>
internal sealed class RecordedProblem<T>
    where T : class, ITensor<T>
{
    private readonly T _x;
    private readonly T _y;

    internal RecordedProblem(DType? dtype = null)
    {
        var kind = dtype ?? DType.Float64;
        var problem = Recording.Problem;
        T Matrix(string name) => TensorFactory<T>.Tensor([.. problem.GetProperty(name).EnumerateArray().SelectMany(row => row.Numbers())], kind)
            .View(problem.GetProperty(name).GetArrayLength(), -1);
        T Vector(string name) => TensorFactory<T>.Tensor(problem.GetProperty(name).Numbers(), kind);

        (_x, _y) = (Matrix("x"), Matrix("y"));
        Parameters = [Matrix("w").Detach().RequiresGrad_(), Vector("b").RequiresGrad_(), Vector("unused").RequiresGrad_()];
    }

    internal IReadOnlyList<T> Parameters { get; }

    /// <summary>The parameters' elements, one array each.</summary>
    internal double[][] Values => [.. Parameters.Select(parameter => parameter.ToArray<double>())];

    internal T Loss() => ((_x.MatMul(Parameters[0]) + Parameters[1]).Tanh() - _y).Pow(2).Mean();

    /// <summary>One step, with the gradients cleared before.</summary>
    internal T Step(IOptimizer<T> optimizer) => optimizer.Step(() =>
    {
        optimizer.ZeroGrad();
        var loss = Loss();
        loss.Backward();
        return loss;
    });

    /// <summary>The optimizer of a recorded line, over all parameters or over a group each.</summary>
    internal IOptimizer<T> Optimizer(JsonElement line)
    {
        var (name, options) = (line.GetProperty("optimizer").GetString()!, line.GetProperty("options"));
        JsonElement[]? groups = line.TryGetProperty("groups", out var listed) ? [.. listed.EnumerateArray()] : null;
        return name switch
        {
            "SGD" => new Sgd<T>(Groups(groups, Sgd(options, new()), Sgd)),
            "Adam" => new Adam<T>(Groups(groups, Adam(options, new AdamOptions()), Adam)),
            "AdamW" => new AdamW<T>(Groups(groups, Adam(options, new AdamWOptions()), Adam)),
            "RMSprop" => new RmsProp<T>(Groups(groups, RmsProp(options, new()), RmsProp)),
            "LBFGS" => new Lbfgs<T>(Parameters, Lbfgs(options)),
            _ => throw new InvalidOperationException(name),
        };
    }

    private ParameterGroup<T, TOptions>[] Groups<TOptions>(
        JsonElement[]? groups, TOptions options, Func<JsonElement, TOptions, TOptions> changed)
        where TOptions : OptimizerOptions
        => groups is null
            ? [new(Parameters, options)]
            : [.. groups.Zip(Parameters, (group, parameter) => new ParameterGroup<T, TOptions>([parameter], changed(group, options)))];

    private static SgdOptions Sgd(JsonElement given, SgdOptions usual) => usual with
    {
        LearningRate = given.Number("lr", usual.LearningRate),
        Momentum = given.Number("momentum", usual.Momentum),
        Dampening = given.Number("dampening", usual.Dampening),
        WeightDecay = given.Number("weight_decay", usual.WeightDecay),
        Nesterov = given.Flag("nesterov"),
        Maximize = given.Flag("maximize"),
    };

    private static TOptions Adam<TOptions>(JsonElement given, TOptions usual)
        where TOptions : AdamFamilyOptions
    {
        var betas = given.TryGetProperty("betas", out var both) ? both.Numbers() : [usual.Betas.Beta1, usual.Betas.Beta2];
        AdamFamilyOptions options = usual;
        return (TOptions)(options with
        {
            LearningRate = given.Number("lr", usual.LearningRate),
            Betas = (betas[0], betas[1]),
            Eps = given.Number("eps", usual.Eps),
            WeightDecay = given.Number("weight_decay", usual.WeightDecay),
            Amsgrad = given.Flag("amsgrad"),
            Maximize = given.Flag("maximize"),
        });
    }

    private static RmsPropOptions RmsProp(JsonElement given, RmsPropOptions usual) => usual with
    {
        LearningRate = given.Number("lr", usual.LearningRate),
        Alpha = given.Number("alpha", usual.Alpha),
        Eps = given.Number("eps", usual.Eps),
        WeightDecay = given.Number("weight_decay", usual.WeightDecay),
        Momentum = given.Number("momentum", usual.Momentum),
        Centered = given.Flag("centered"),
        Maximize = given.Flag("maximize"),
    };

    private static LbfgsOptions Lbfgs(JsonElement given)
    {
        var usual = new LbfgsOptions();
        return usual with
        {
            LearningRate = given.Number("lr", usual.LearningRate),
            MaxIter = given.Integer("max_iter", usual.MaxIter),
            MaxEval = given.TryGetProperty("max_eval", out var most) ? most.GetInt32() : null,
            HistorySize = given.Integer("history_size", usual.HistorySize),
            LineSearchFn = given.Text("line_search_fn") is null ? LineSearch.None : LineSearch.StrongWolfe,
        };
    }
}
