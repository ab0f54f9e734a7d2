using System.Globalization;

namespace TwinGrad;

/// <summary>What a program does to its tensors beside the catalogue's entries, so that any of them fits where one is wanted.</summary>
internal enum Adapter
{
    /// <summary>A larger shape without a copy.</summary>
    Expand,

    /// <summary>The same elements under another shape.</summary>
    Reshape,

    /// <summary>Elements of one dimension side by side: dimension, start, length.</summary>
    Narrow,

    /// <summary>One place of a dimension: dimension, index.</summary>
    Select,

    /// <summary>Two dimensions exchanged.</summary>
    Transpose,

    /// <summary>Copies beside each other.</summary>
    Repeat,

    /// <summary>A copy, which may be written in place.</summary>
    Clone,

    /// <summary>The same elements, which nothing flows back from.</summary>
    Detach,

    /// <summary>As numbers of float64: how integers and bools become arguments.</summary>
    ToDouble,

    /// <summary>As integers: the elements of leaves only, which are the same bits on both engines.</summary>
    ToLong,

    /// <summary>As bools, likewise.</summary>
    ToBool,

    /// <summary>3 sin(x): what has grown becomes small again, and its slope does not vanish.</summary>
    Bound,

    /// <summary>Into a domain, by a sine too, that stays off its ends.</summary>
    Squash,

    /// <summary>Added in place.</summary>
    AddInPlace,

    /// <summary>Subtracted in place.</summary>
    SubInPlace,

    /// <summary>Multiplied in place.</summary>
    MulInPlace,

    /// <summary>Overwritten.</summary>
    CopyInPlace,

    /// <summary>Overwritten by zeros.</summary>
    ZeroInPlace,
}

/// <summary>An adapter as a step.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Arguments">To which tensors; what is written in place is the first.</param>
/// <param name="Numbers">The shape, dimensions, places or times that it takes.</param>
internal sealed record AdapterStep(Adapter Kind, IReadOnlyList<int> Arguments, params long[] Numbers) : ProgramStep(Arguments)
{
    /// <summary>The domain that <see cref="Adapter.Squash"/> leads to.</summary>
    internal DomainAttribute Domain { get; init; } = new(0, 1);

    private double Middle => (Domain.Low + Domain.High) / 2;

    private double Swing => 0.49 * (Domain.High - Domain.Low);

    internal override double Rounding => Kind is Adapter.Bound or Adapter.Squash ? EntryStep.UsualRounding : 0;

    internal override T Apply<T>(T[] arguments)
    {
        var x = arguments[0];
        return Kind switch
        {
            Adapter.Expand => x.Expand(Numbers),
            Adapter.Reshape => x.Reshape(Numbers),
            Adapter.Narrow => x.Narrow((int)Numbers[0], Numbers[1], Numbers[2]),
            Adapter.Select => x.Select((int)Numbers[0], Numbers[1]),
            Adapter.Transpose => x.Transpose((int)Numbers[0], (int)Numbers[1]),
            Adapter.Repeat => x.Repeat(Numbers),
            Adapter.Clone => x.Clone(),
            Adapter.Detach => x.Detach(),
            Adapter.ToDouble => x.To(DType.Float64),
            Adapter.ToLong => x.To(DType.Int64),
            Adapter.ToBool => x.To(DType.Bool),
            Adapter.Bound => 3 * x.Sin(),
            Adapter.Squash => Middle + Swing * x.Sin(),
            Adapter.AddInPlace => x.Add_(arguments[1]),
            Adapter.SubInPlace => x.Sub_(arguments[1]),
            Adapter.MulInPlace => x.Mul_(arguments[1]),
            Adapter.CopyInPlace => x.Copy_(arguments[1]),
            Adapter.ZeroInPlace => x.Zero_(),
            _ => throw new InvalidOperationException($"there is no adapter {Kind}"),
        };
    }

    internal override string Text(IReadOnlyList<string> arguments)
    {
        var x = arguments[0];
        var numbers = string.Join(", ", Numbers);
        return Kind switch
        {
            Adapter.Expand or Adapter.Reshape or Adapter.Repeat => $"{x}.{Kind}({(Numbers.Length == 0 ? "[]" : numbers)})",
            Adapter.Narrow or Adapter.Select or Adapter.Transpose or Adapter.Clone or Adapter.Detach => $"{x}.{Kind}({numbers})",
            Adapter.ToDouble => $"{x}.To(DType.Float64)",
            Adapter.ToLong => $"{x}.To(DType.Int64)",
            Adapter.ToBool => $"{x}.To(DType.Bool)",
            Adapter.Bound => $"3 * {x}.Sin()",
            Adapter.Squash => string.Create(CultureInfo.InvariantCulture, $"{Middle:R} + {Swing:R} * {x}.Sin()"),
            Adapter.AddInPlace => $"{x}.Add_({arguments[1]})",
            Adapter.SubInPlace => $"{x}.Sub_({arguments[1]})",
            Adapter.MulInPlace => $"{x}.Mul_({arguments[1]})",
            Adapter.CopyInPlace => $"{x}.Copy_({arguments[1]})",
            Adapter.ZeroInPlace => $"{x}.Zero_()",
            _ => throw new InvalidOperationException($"there is no adapter {Kind}"),
        };
    }
}
