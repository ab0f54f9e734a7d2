namespace TwinGrad.Reference;

/// <summary>A tensor, the shape it had, the version its memory had and which result of an operation it was when it was saved.</summary>
internal readonly record struct Saved(Tensor Tensor, Shape Shape, int Version, int Output)
{
    internal static Saved Of(Tensor tensor) => new(tensor, tensor.Shape, tensor.IsInference ? 0 : tensor.Version, tensor.OutputNumber);

    /// <summary>What was saved as an operation's input.</summary>
    internal Tensor Read() => Read(Tensor.GradFn?.Name, Tensor.OutputNumber);

    /// <summary>What was saved, if it was not written since.</summary>
    internal Tensor Read(string? producer, int output) => Tensor.IsInference
        ? throw Error.InferenceTensorSaved()
        : Tensor.Version == Version
            ? Tensor
            : throw Error.ModifiedInPlace(Tensor.DType, Shape, producer, output, Tensor.Version, Version);
}
