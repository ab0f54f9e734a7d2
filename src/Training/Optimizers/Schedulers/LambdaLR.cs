using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>lr0 f(e) at epoch e: <c>torch.optim.lr_scheduler.LambdaLR</c>.</summary>
/// <remarks>
/// The functions are no part of the state. See <see href="https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LambdaLR.html"/>.
/// </remarks>
public sealed class LambdaLR : LRScheduler
{
    private readonly Dictionary<IParameterGroup, Func<int, double>> _factors = new(ReferenceEqualityComparer.Instance);

    /// <summary>Over an optimizer's groups, with one function for all.</summary>
    /// <param name="optimizer">Whose learning rates.</param>
    /// <param name="lrLambda">The factor of an epoch, from 0.</param>
    /// <exception cref="TorchArgumentException">A factor is negative or not a number.</exception>
    public LambdaLR(IOptimizer optimizer, Func<int, double> lrLambda)
        : this(optimizer, [.. Enumerable.Repeat(lrLambda, optimizer?.Groups.Count ?? 0)])
    {
    }

    /// <summary>Over an optimizer's groups, with a function for each.</summary>
    /// <param name="optimizer">Whose learning rates.</param>
    /// <param name="lrLambdas">The factors of an epoch, from 0, one function a group.</param>
    /// <exception cref="TorchArgumentException">There are not as many functions as groups, or a factor is negative or not a number.</exception>
    public LambdaLR(IOptimizer optimizer, IReadOnlyList<Func<int, double>> lrLambdas)
        : base(optimizer)
    {
        ArgumentNullException.ThrowIfNull(lrLambdas);
        foreach (var factor in lrLambdas)
            ArgumentNullException.ThrowIfNull(factor, nameof(lrLambdas));
        if (lrLambdas.Count != optimizer.Groups.Count)
            throw Error.LambdaCount(optimizer.Groups.Count, lrLambdas.Count);
        foreach (var (group, factor) in optimizer.Groups.Zip(lrLambdas))
            _factors.Add(group, factor);
        Begin();
    }

    private protected override double Next(IParameterGroup group, double first, int epoch) => first * _factors[group](epoch);

    private protected override double Start(IParameterGroup group, double first, int epoch) => Next(group, first, epoch);

    private protected override void Write(JsonObject state)
    {
    }

    private protected override Action Read(StateReader state) => () => { };
}
