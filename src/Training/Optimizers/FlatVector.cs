namespace TwinGrad;

/// <summary>The parameters of an optimizer, or their gradients, as one vector.</summary>
internal static class FlatVector
{
    /// <summary>The gradients one behind the other; zeros for a parameter that has none.</summary>
    internal static T OfGradients<T>(IReadOnlyList<T> parameters, IReadOnlyList<T?> gradients)
        where T : class, ITensor<T>
    {
        var pieces = new T[parameters.Count];
        for (var i = 0; i < pieces.Length; i++)
        {
            var (parameter, length) = (parameters[i], parameters[i].Shape.Numel);
            pieces[i] = gradients[i] is { } gradient
                ? Composites.Reshape(gradient, length)
                : T.Full([length], 0, parameter.DType, parameter.Device, requiresGrad: false);
        }
        var vector = T.Cat(pieces, 0);
        foreach (var piece in pieces)
            T.Free(piece);
        return vector;
    }

    /// <summary>Adds a factor of a vector onto the parameters.</summary>
    internal static void AddOnto<T>(IReadOnlyList<T> parameters, double factor, T vector)
        where T : class, ITensor<T>
    {
        var start = 0L;
        foreach (var parameter in parameters)
        {
            var piece = Composites.Narrow(vector, 0, start, parameter.Shape.Numel);
            var shaped = Composites.Reshape(piece, parameter.Shape.ToArray());
            T.Add_(parameter, shaped, factor);
            T.Free(shaped);
            T.Free(piece);
            start += parameter.Shape.Numel;
        }
    }

    /// <summary>sum x y.</summary>
    internal static double Dot<T>(T x, T y)
        where T : class, ITensor<T>
        => Taken(T.Dot(x, y));

    /// <summary>sum |x|.</summary>
    internal static double SumOfSizes<T>(T x)
        where T : class, ITensor<T>
        => Taken(T.Norm(x, 1, [], keepDim: false));

    /// <summary>max |x|.</summary>
    internal static double Largest<T>(T x)
        where T : class, ITensor<T>
        => Taken(T.Norm(x, double.PositiveInfinity, [], keepDim: false));

    private static double Taken<T>(T number)
        where T : class, ITensor<T>
    {
        var value = number.Item<double>();
        T.Free(number);
        return value;
    }
}
