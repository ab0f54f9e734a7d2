namespace TwinGrad;

public sealed partial class Tensor
{
    /// <summary>What a native call takes of y beside x, once their shapes are known to broadcast.</summary>
    /// <remarks>
    /// libtorch finds it out too, but its error takes milliseconds. Only where the numbers of elements differ are the shapes looked at:
    /// of as many elements most have one shape, and a single element goes with every shape.
    /// </remarks>
    private static TensorHandle Beside(Tensor x, Tensor y)
    {
        var (handleX, handleY) = (HandleOf(x), HandleOf(y));
        if (handleX.Numel != handleY.Numel && handleX.Numel != 1 && handleY.Numel != 1)
            Layout.CheckBroadcast(x.Shape, y.Shape);
        return handleY;
    }
}
