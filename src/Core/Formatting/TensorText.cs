namespace TwinGrad;

/// <summary>What <see cref="TensorFormatter"/> must know of a tensor to print it.</summary>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/tensors.html"/>.</remarks>
public sealed class TensorText
{
    /// <summary>The type of the elements.</summary>
    public required DType DType { get; init; }

    /// <summary>The lengths of the dimensions.</summary>
    public required Shape Shape { get; init; }

    /// <summary>Where the elements live; only a device other than the CPU is printed.</summary>
    public Device Device { get; init; } = Device.Cpu;

    /// <summary>Whether the tensor requires grad; printed for a leaf only, as <see cref="GradFn"/> says it for the others.</summary>
    public bool RequiresGrad { get; init; }

    /// <summary>The name of the autograd node that made the tensor, as <c>AddBackward0</c>; null for a leaf.</summary>
    public string? GradFn { get; init; }

    /// <summary>Whether it is a parameter of a module, which PyTorch says on a line of its own before the tensor.</summary>
    public bool IsParameter { get; init; }

    /// <summary>The element at a flat index in row-major order.</summary>
    /// <remarks>
    /// Asked once for each element that is shown, in ascending order. A floating-point element may have more digits than
    /// <see cref="DType"/> holds: it is rounded to that type before it is printed.
    /// </remarks>
    public required Func<long, Scalar> Element { get; init; }
}
