using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>How <see cref="OneCycleLR"/> goes from one learning rate to another.</summary>
public enum AnnealStrategy
{
    /// <summary>Along half a cosine: <c>'cos'</c>.</summary>
    Cos,

    /// <summary>In equal steps: <c>'linear'</c>.</summary>
    Linear,
}

/// <summary>One cycle a training run, stepped after each batch: from maxLR / divFactor up to maxLR, and down to a fraction of what it began
/// with, while the momentum falls and rises: <c>torch.optim.lr_scheduler.OneCycleLR</c>.</summary>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.OneCycleLR.html"/>.</remarks>
public sealed class OneCycleLR : LRScheduler
{
    private Cycle _cycle;

    /// <summary>Over an optimizer's groups.</summary>
    /// <param name="optimizer">Whose learning rates.</param>
    /// <param name="maxLR">The largest learning rate.</param>
    /// <param name="totalSteps">How many steps the cycle has: epochs times batches of one.</param>
    /// <param name="pctStart">Which part of them goes up.</param>
    /// <param name="annealStrategy">How it goes up and down.</param>
    /// <param name="cycleMomentum">Whether the momentum, or Adam's first beta, goes the other way.</param>
    /// <param name="baseMomentum">The momentum at the largest learning rate.</param>
    /// <param name="maxMomentum">The momentum at the smallest one.</param>
    /// <param name="divFactor">How many times the first learning rate goes into the largest.</param>
    /// <param name="finalDivFactor">How many times the last learning rate goes into the first.</param>
    /// <param name="threePhase">Whether it goes down to the first learning rate as fast as it went up, and on from there.</param>
    /// <exception cref="TorchArgumentException">A number makes no sense, a phase has no steps, or steps have no momentum to cycle.</exception>
    public OneCycleLR(
        IOptimizer optimizer, double maxLR, int totalSteps, double pctStart = 0.3, AnnealStrategy annealStrategy = AnnealStrategy.Cos,
        bool cycleMomentum = true, double baseMomentum = 0.85, double maxMomentum = 0.95, double divFactor = 25, double finalDivFactor = 1e4,
        bool threePhase = false)
        : this(optimizer, new Cycle(
            maxLR, totalSteps, pctStart, annealStrategy, cycleMomentum, baseMomentum, maxMomentum, divFactor, finalDivFactor, threePhase).Checked())
    {
    }

    private OneCycleLR(IOptimizer optimizer, Cycle cycle)
        : base(Prepared(optimizer, cycle))
    {
        _cycle = cycle;
        Begin();
    }

    private protected override double Next(IParameterGroup group, double first, int epoch) => _cycle.LearningRate(epoch);

    private protected override double Start(IParameterGroup group, double first, int epoch) => Next(group, first, epoch);

    private protected override void Entered(int epoch)
    {
        if (_cycle.CycleMomentum)
            foreach (var group in Groups)
                group.Momentum = _cycle.Momentum(epoch);
    }

    private protected override void Write(JsonObject state)
    {
        (state["max_lr"], state["total_steps"], state["pct_start"]) = (StateJson.Number(_cycle.MaxLR), _cycle.TotalSteps, StateJson.Number(_cycle.PctStart));
        (state["anneal_strategy"], state["three_phase"]) = (_cycle.Strategy == AnnealStrategy.Cos ? "cos" : "linear", _cycle.ThreePhase);
        (state["cycle_momentum"], state["base_momentum"]) = (_cycle.CycleMomentum, StateJson.Number(_cycle.BaseMomentum));
        state["max_momentum"] = StateJson.Number(_cycle.MaxMomentum);
        (state["div_factor"], state["final_div_factor"]) = (StateJson.Number(_cycle.DivFactor), StateJson.Number(_cycle.FinalDivFactor));
    }

    private protected override Action Read(StateReader state)
    {
        var cycle = new Cycle(
            state.Number("max_lr"), state.Integer("total_steps"), state.Number("pct_start"),
            state.TextOrNone("anneal_strategy") switch
            {
                "cos" => AnnealStrategy.Cos,
                "linear" => AnnealStrategy.Linear,
                _ => throw state.Wrong("anneal_strategy", "'cos' or 'linear'"),
            },
            state.Boolean("cycle_momentum"), state.Number("base_momentum"), state.Number("max_momentum"),
            state.Number("div_factor"), state.Number("final_div_factor"), state.Boolean("three_phase")).Checked();
        return () => _cycle = cycle;
    }

    /// <summary>The groups' first learning rate is the cycle's, whatever the optimizer was told.</summary>
    private static IOptimizer Prepared(IOptimizer optimizer, Cycle cycle)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        if (cycle.CycleMomentum && optimizer.Groups.Any(group => group.Momentum is null))
            throw Error.NoMomentumToCycle();
        foreach (var group in optimizer.Groups)
            group.InitialLearningRate = cycle.First;
        return optimizer;
    }

    /// <summary>The cycle, whatever the optimizer.</summary>
    private sealed record Cycle(
        double MaxLR, int TotalSteps, double PctStart, AnnealStrategy Strategy, bool CycleMomentum, double BaseMomentum, double MaxMomentum,
        double DivFactor, double FinalDivFactor, bool ThreePhase)
    {
        internal double First => MaxLR / DivFactor;

        private double Last => First / FinalDivFactor;

        private (double End, double FromRate, double ToRate, double FromMomentum, double ToMomentum)[] Phases => ThreePhase
            ?
            [
                (PctStart * TotalSteps - 1, First, MaxLR, MaxMomentum, BaseMomentum),
                (2 * PctStart * TotalSteps - 2, MaxLR, First, BaseMomentum, MaxMomentum),
                (TotalSteps - 1, First, Last, MaxMomentum, MaxMomentum),
            ]
            :
            [
                (PctStart * TotalSteps - 1, First, MaxLR, MaxMomentum, BaseMomentum),
                (TotalSteps - 1, MaxLR, Last, BaseMomentum, MaxMomentum),
            ];

        internal Cycle Checked()
        {
            if (TotalSteps <= 0)
                throw Error.NotPositive("total_steps", TotalSteps);
            if (!(PctStart is >= 0 and <= 1))
                throw Error.PctStart(PctStart);
            if (!Enum.IsDefined(Strategy))
                throw Error.AnnealStrategy(Strategy.ToString());
            // A phase that ends where it starts, at a step that there is, would have no part of itself behind it at that step.
            var start = 0.0;
            foreach (var (end, _, _, _, _) in Phases)
            {
                if (end == start)
                    throw Error.EmptyPhase(TotalSteps, PctStart);
                start = end;
            }
            return this;
        }

        internal double LearningRate(int step)
        {
            if (step > TotalSteps)
                throw Error.BeyondTotalSteps(step + 1, TotalSteps);
            var (phase, part) = At(step);
            return Annealed(phase.FromRate, phase.ToRate, part);
        }

        internal double Momentum(int step)
        {
            var (phase, part) = At(step);
            return Annealed(phase.FromMomentum, phase.ToMomentum, part);
        }

        private ((double End, double FromRate, double ToRate, double FromMomentum, double ToMomentum) Phase, double Part) At(int step)
        {
            var start = 0.0;
            foreach (var phase in Phases[..^1])
            {
                if (step <= phase.End)
                    return (phase, (step - start) / (phase.End - start));
                start = phase.End;
            }
            return (Phases[^1], (step - start) / (Phases[^1].End - start));
        }

        private double Annealed(double from, double to, double part) => Strategy == AnnealStrategy.Linear
            ? (to - from) * part + from
            : to + (from - to) / 2 * (Math.Cos(Math.PI * part) + 1);
    }
}
