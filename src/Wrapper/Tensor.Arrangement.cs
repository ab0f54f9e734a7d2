namespace TwinGrad;

public sealed unsafe partial class Tensor
{
    /// <summary>The dimensions in reverse order, a view: of a matrix the transposed one. Warns, as PyTorch does, where it is no matrix.</summary>
    public Tensor T => Composites.Reversed(this);

    /// <inheritdoc/>
    public static Tensor Flip(Tensor x, ReadOnlySpan<int> dims)
    {
        long[] places = [.. Dim.WrapGiven(dims, x.Dim)];
        fixed (long* pointer = places)
            return Record("FlipBackward0", NativeMethods.THSTensor_flip(x.Handle, pointer, places.Length), x);
    }

    /// <inheritdoc/>
    public static Tensor Rot90(Tensor x, long k, ReadOnlySpan<int> dims)
    {
        Check.Rot90(x.Dim, dims);
        return Record("Rot90Backward0", Aten.Rot90.Call(x, k, dims.ToArray())[0], x);
    }

    /// <inheritdoc/>
    public static Tensor Roll(Tensor x, ReadOnlySpan<long> shifts, ReadOnlySpan<int> dims)
    {
        long[] places = [.. Check.Roll(x.Dim, shifts, dims)];
        fixed (long* shiftPointer = shifts, dimPointer = places)
            return Record("RollBackward0", NativeMethods.THSTensor_roll(x.Handle, shiftPointer, shifts.Length, dimPointer, places.Length), x);
    }

    /// <inheritdoc/>
    public static Tensor Repeat(Tensor x, ReadOnlySpan<long> repeats)
    {
        Check.Repeat(Check.Given(x).Shape, repeats);
        fixed (long* pointer = repeats)
            return Record("RepeatBackward0", NativeMethods.THSTensor_repeat(x.Handle, pointer, repeats.Length), x);
    }

    /// <inheritdoc/>
    public static Tensor Unfold(Tensor x, int dim, long size, long step)
    {
        var place = Check.Unfold(x, dim, size, step);
        return RecordView("UnfoldBackward0", NativeMethods.THSTensor_unfold(x.Handle, place, size, step), x);
    }

    /// <inheritdoc/>
    public static Tensor Tril(Tensor x, long diagonal)
    {
        Check.Triangle("tril", x.Dim);
        return Record("TrilBackward0", NativeMethods.THSTensor_tril(x.Handle, diagonal, inPlace: false), x);
    }

    /// <inheritdoc/>
    public static Tensor Triu(Tensor x, long diagonal)
    {
        Check.Triangle("triu", x.Dim);
        return Record("TriuBackward0", NativeMethods.THSTensor_triu(x.Handle, diagonal, inPlace: false), x);
    }

    /// <inheritdoc/>
    public static Tensor Tril_(Tensor x, long diagonal)
    {
        Check.Triangle("tril", x.Dim);
        return RecordInPlace("TrilBackward0", x, () => Aten.Tril_.Run(x, diagonal));
    }

    /// <inheritdoc/>
    public static Tensor Triu_(Tensor x, long diagonal)
    {
        Check.Triangle("triu", x.Dim);
        return RecordInPlace("TriuBackward0", x, () => Aten.Triu_.Run(x, diagonal));
    }
}
