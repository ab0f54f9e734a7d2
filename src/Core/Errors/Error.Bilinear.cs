namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException BilinearDims(int input1, int input2)
        => new($"bilinear(): input dimensions do not match: got {input1} and {input2}");

    internal static TorchArgumentException BilinearBatch(int dim, long input1, long input2)
        => new($"bilinear(): input batch dimensions do not match at dim {dim}: got {input1} and {input2}");

    internal static TorchArgumentException BilinearLength(string argument, long length, long expected)
        => new($"bilinear(): {argument} size does not match weight size: got {length} but expected {expected}");

    internal static TorchArgumentException TrilinearShapes(Shape x1, Shape weight, Shape x2)
        => new($"expected shapes [a, j], [b, j, k] and [a, k], but got {x1}, {weight} and {x2}");
}
