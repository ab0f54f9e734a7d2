namespace TwinGrad;

/// <summary>A tensor of one element as a number, by Python's rules for <c>float(x)</c>, <c>int(x)</c> and <c>bool(x)</c>.</summary>
internal static class TensorConversion
{
    /// <summary><c>float(x)</c>, with PyTorch's warning where the graph is left behind.</summary>
    internal static double ToDouble<T>(T x)
        where T : ITensor<T>
    {
        if (Check.Given(x).RequiresGrad)
            Warnings.Warn(AutogradWarning.ScalarOfTracked);
        return x.ToScalar().ToDouble();
    }

    /// <summary><c>int(x)</c>: a fraction is cut off, and what is no number has no integer.</summary>
    internal static TNumber ToInteger<T, TNumber>(T x)
        where T : ITensor<T>
        where TNumber : unmanaged
    {
        if (Check.Given(x).RequiresGrad)
            Warnings.Warn(AutogradWarning.ScalarOfTracked);
        var value = x.ToScalar();
        return double.IsFinite(value.ToDouble()) ? Numbers.To<TNumber>(value) : throw Error.NotAnInteger(value.ToDouble());
    }

    /// <summary><c>bool(x)</c>.</summary>
    internal static bool ToBoolean<T>(T x)
        where T : ITensor<T>
        => Check.Given(x).Numel == 1 ? x.ToScalar().ToBoolean() : throw Error.AmbiguousBoolean(x.Numel);
}
