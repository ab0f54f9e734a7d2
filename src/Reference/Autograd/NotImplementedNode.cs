namespace TwinGrad.Reference;

/// <summary>An operation that PyTorch differentiates by none of its inputs: a backward pass that comes to it fails, even with no gradient.</summary>
internal sealed class NotImplementedNode : TapeNode
{
    private const string NodeName = "NotImplemented";

    private readonly string _function;

    private NotImplementedNode(string function, Tensor[] inputs)
        : base(NodeName, EdgesOf(inputs))
        => _function = function;

    /// <summary>Records it where recording is on and an input requires grad; the result is returned either way.</summary>
    /// <param name="function">What PyTorch's error calls the operation.</param>
    /// <param name="result">What it computed.</param>
    /// <param name="inputs">Its tensor arguments.</param>
    internal static Tensor Record(string function, Tensor result, params Tensor[] inputs)
    {
        if (Tracing.IsActive)
            AnomalyDetection.CheckResult(NodeName, result);
        Tensor[] tracked = [.. inputs.Where(input => input.RequiresGrad)];
        if (Tensor.IsRecording && result.DType.IsFloatingPoint && tracked.Length > 0)
            result.SetGradFn(new NotImplementedNode(function, tracked));
        return result;
    }

    internal override Tensor? InputGradient(int input, Tensor gradient) => throw Error.NoDerivative(_function);

    internal override void PassNothing() => throw Error.NoDerivative(_function);
}
