namespace TwinGrad;

/// <summary>The step that Adam and AdamW share, in the order of operations of PyTorch's one for a single tensor.</summary>
internal static class AdamRule
{
    private const string Steps = "step";
    private const string Mean = "exp_avg";
    private const string MeanSquare = "exp_avg_sq";
    private const string GreatestSquare = "max_exp_avg_sq";

    // Kernels read the number of the step as a float32, which counts no further.
    private const double LastFusedStep = 1 << 24;

    internal static readonly string[] NumberNames = [Steps];

    internal static readonly string[] TensorNames = [Mean, MeanSquare, GreatestSquare];

    internal static void Step<T>(T parameter, T direction, ParameterState<T> state, AdamFamilyOptions options)
        where T : class, ITensor<T>
    {
        var (beta1, beta2) = options.Betas;
        var step = state.Count(Steps);
        var mean = T.Lerp_(state.Zeros(Mean, parameter), direction, 1 - beta1);
        var square = T.Addcmul_(T.Mul_(state.Zeros(MeanSquare, parameter), beta2), direction, direction, 1 - beta2);
        if (options.Amsgrad)
            square = Greatest(state.Zeros(GreatestSquare, parameter), square);
        var denominator = T.Sqrt(square);
        T.Add_(T.Div_(denominator, Math.Sqrt(1 - Math.Pow(beta2, step))), options.Eps);
        T.Addcdiv_(parameter, mean, denominator, -(options.LearningRate / (1 - Math.Pow(beta1, step))));
        T.Free(denominator);
    }

    /// <summary>Puts a parameter among those that a kernel of the engine's steps, if it takes it.</summary>
    internal static bool Fuse<T>(
        List<FusedStep<T>> steps, T parameter, T gradient, ParameterState<T> state, AdamFamilyOptions options, bool decaysApart)
        where T : class, ITensor<T>
    {
        var (mean, square) = (state.Zeros(Mean, parameter), state.Zeros(MeanSquare, parameter));
        var greatest = options.Amsgrad ? state.Zeros(GreatestSquare, parameter) : square;
        var count = state.Numbers.GetValueOrDefault(Steps) + 1;
        if (count > LastFusedStep || !T.Fuses(parameter, [gradient, mean, square, greatest]))
            return false;
        var step = steps.Cast<FusedAdamStep<T>>().FirstOrDefault(step => step.Step == count && step.IsLike(parameter));
        if (step is null)
            steps.Add(step = Of<T>(count, options, decaysApart));
        step.Parameters.Add(parameter);
        step.Gradients.Add(gradient);
        step.Means.Add(mean);
        step.MeanSquares.Add(square);
        if (options.Amsgrad)
            step.GreatestSquares.Add(greatest);
        state.Count(Steps);
        return true;
    }

    private static FusedAdamStep<T> Of<T>(double count, AdamFamilyOptions options, bool decaysApart)
        where T : class, ITensor<T>
        => new()
        {
            Step = count,
            LearningRate = options.LearningRate,
            Betas = options.Betas,
            Eps = options.Eps,
            WeightDecay = options.WeightDecay,
            DecaysApart = decaysApart,
            Amsgrad = options.Amsgrad,
            Maximize = options.Maximize,
        };

    private static T Greatest<T>(T kept, T square)
        where T : class, ITensor<T>
    {
        var greatest = T.Maximum(kept, square);
        T.Copy_(kept, greatest);
        T.Free(greatest);
        return kept;
    }
}
