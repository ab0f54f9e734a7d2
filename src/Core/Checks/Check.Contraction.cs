namespace TwinGrad;

internal static partial class Check
{
    internal static void MultiDot<T>(ReadOnlySpan<T> tensors)
        where T : ITensor<T>
    {
        if (tensors.Length < 2)
            throw Error.MultiDotCount(tensors.Length);
        for (var i = 0; i < tensors.Length; i++)
        {
            var dims = Given(tensors[i]).Dim;
            if (i == 0 || i == tensors.Length - 1)
            {
                if (dims is not (1 or 2))
                    throw Error.MultiDotEnd(i == 0 ? "first" : "last", dims);
            }
            else if (dims != 2)
                throw Error.MultiDotMiddle(i, dims);
        }
        for (var i = 1; i < tensors.Length; i++)
        {
            if (tensors[i].DType != tensors[0].DType)
                throw Error.MultiDotDTypes(tensors[0].DType, i, tensors[i].DType);
            if (tensors[i - 1].Shape[-1] != tensors[i].Shape[0])
                throw Error.MultiDotLengths(i, tensors[i - 1].Shape, tensors[i].Shape);
        }
    }
}
