using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>How <see cref="Lbfgs{T}"/> finds the length of a step.</summary>
public enum LineSearch
{
    /// <summary>It does not: every step has the learning rate for its length.</summary>
    None,

    /// <summary>By further evaluations, until the strong Wolfe conditions hold: <c>'strong_wolfe'</c>.</summary>
    StrongWolfe,
}

/// <summary>How <see cref="Lbfgs{T}"/> steps. The defaults are PyTorch's; the learning rate is 1.</summary>
public sealed record LbfgsOptions : OptimizerOptions
{
    private const string StrongWolfe = "strong_wolfe";

    /// <summary>The defaults.</summary>
    public LbfgsOptions() => LearningRate = 1;

    /// <summary>How many iterations a step has at most: 20.</summary>
    public int MaxIter { get; init; } = 20;

    /// <summary>How many evaluations of the closure a step begins another iteration after at most; null is 5/4 of <see cref="MaxIter"/>.</summary>
    public int? MaxEval { get; init; }

    /// <summary>The step is over once no element of the gradient is larger: 1e-7.</summary>
    public double ToleranceGrad { get; init; } = 1e-7;

    /// <summary>The step is over once neither the function nor a parameter changes by more: 1e-9.</summary>
    public double ToleranceChange { get; init; } = 1e-9;

    /// <summary>How many changes of the gradient are remembered: 100. Each takes the parameters' memory twice.</summary>
    public int HistorySize { get; init; } = 100;

    /// <summary>How the length of a step is found.</summary>
    public LineSearch LineSearchFn { get; init; }

    /// <summary>How many evaluations there are at most.</summary>
    internal int Evaluations => MaxEval ?? (int)(MaxIter * 5L / 4);

    /// <inheritdoc/>
    internal override void Check()
    {
        base.Check();
        if (MaxIter < 0)
            throw Error.InvalidOption("max_iter value", MaxIter);
        if (HistorySize < 1)
            throw Error.InvalidOption("history_size value", HistorySize);
        if (!Enum.IsDefined(LineSearchFn))
            throw Error.LineSearch(LineSearchFn.ToString());
    }

    internal override void Write(JsonObject group)
    {
        base.Write(group);
        group["max_iter"] = MaxIter;
        group["max_eval"] = Evaluations;
        group["tolerance_grad"] = StateJson.Number(ToleranceGrad);
        group["tolerance_change"] = StateJson.Number(ToleranceChange);
        group["history_size"] = HistorySize;
        group["line_search_fn"] = LineSearchFn == LineSearch.StrongWolfe ? StrongWolfe : null;
    }

    internal override OptimizerOptions Read(StateReader group) => new LbfgsOptions
    {
        LearningRate = group.Number("lr"),
        MaxIter = group.Integer("max_iter"),
        MaxEval = group.Integer("max_eval"),
        ToleranceGrad = group.Number("tolerance_grad"),
        ToleranceChange = group.Number("tolerance_change"),
        HistorySize = group.Integer("history_size"),
        LineSearchFn = group.TextOrNone("line_search_fn") switch
        {
            null => LineSearch.None,
            StrongWolfe => LineSearch.StrongWolfe,
            var other => throw Error.LineSearch(other),
        },
    };
}
