namespace TwinGrad.Examples;

/// <summary>The notebook's functions, each written once for both engines. Copy what you need.</summary>
public static class Functions
{
    /// <summary><c>y = x ** 2</c></summary>
    public static T Square<T>(T x)
        where T : ITensor<T>
        => x.Pow(2);

    /// <summary><c>z = torch.sin(x ** 2)</c></summary>
    public static T SinOfSquare<T>(T x)
        where T : ITensor<T>
        => T.Sin(x.Pow(2));

    /// <summary><c>y = (x ** 2).mean()</c></summary>
    public static T MeanOfSquares<T>(T x)
        where T : ITensor<T>
        => x.Pow(2).Mean();

    /// <summary><c>y_pred = torch.sigmoid(w * x + b)</c></summary>
    public static T Neuron<T>(T x, T w, T b)
        where T : ITensor<T>
        => T.Sigmoid(w * x + b);

    /// <summary>
    /// <code>
    /// def binary_cross_entropy(prediction, target):
    ///   epsilon = 1e-8
    ///   prediction = torch.clamp(prediction, epsilon, 1-epsilon)
    ///   return -(target * torch.log(prediction) + (1 - target) * torch.log(1 - prediction))
    /// </code>
    /// </summary>
    public static T BinaryCrossEntropy<T>(T prediction, T target)
        where T : ITensor<T>
    {
        prediction = prediction.Clamp(1e-8, 1 - 1e-8);
        return -(target * prediction.Log() + (1 - target) * (1 - prediction).Log());
    }

    /// <summary>The gradients of the neuron's loss by the chain rule, by hand: the notebook's cell 34.</summary>
    public static (T Weight, T Bias) NeuronGradientsByHand<T>(T x, T w, T b, T target)
        where T : ITensor<T>
    {
        var prediction = Neuron(x, w, b);
        var lossByPrediction = (prediction - target) / (prediction * (1 - prediction));
        var predictionBySum = prediction * (1 - prediction);
        return (lossByPrediction * predictionBySum * x, lossByPrediction * predictionBySum * 1);
    }

    /// <summary>The gradients of the neuron's loss by autograd.</summary>
    public static (T Weight, T Bias) NeuronGradients<T>(T x, T w, T b, T target)
        where T : ITensor<T>
    {
        var loss = BinaryCrossEntropy(Neuron(x, w, b), target);
        loss.Backward();
        return (w.Grad!, b.Grad!);
    }

    /// <summary>Two passes without zeroing: the gradients add up.</summary>
    public static T GradientOfTwoPasses<T>(T x)
        where T : ITensor<T>
    {
        x.Pow(2).Backward();
        x.Pow(2).Backward();
        return x.Grad!;
    }

    /// <summary>Two passes with <c>x.grad.zero_()</c> between them: the gradient is the second pass's alone.</summary>
    public static T GradientOfSecondPass<T>(T x)
        where T : ITensor<T>
    {
        x.Pow(2).Backward();
        x.Grad!.Zero_();
        x.Pow(2).Backward();
        return x.Grad!;
    }

    /// <summary>Option 1 to stop tracking: <c>x.requires_grad_(False)</c>, on the leaf itself.</summary>
    public static T SquareOfUntrackedLeaf<T>(T x)
        where T : ITensor<T>
        => x.RequiresGrad_(false).Pow(2);

    /// <summary>Option 2 to stop tracking: <c>x.detach()</c>, the same values outside of the graph.</summary>
    public static T SquareOfDetached<T>(T x)
        where T : ITensor<T>
        => x.Detach().Pow(2);

    /// <summary>Option 3 to stop tracking: <c>with torch.no_grad():</c>, whatever happens inside.</summary>
    public static T SquareWithoutGrad<T>(T x)
        where T : ITensor<T>
    {
        using (new GradMode<T>(enabled: false))
            return x.Pow(2);
    }
}
