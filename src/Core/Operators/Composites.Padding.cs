namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>x between further places: a number, or what x has at its ends.</summary>
        /// <param name="x">The tensor; for any mode but Constant the padded dimensions are its last ones, behind one or two others.</param>
        /// <param name="pad">Two lengths a dimension, before and after, the last dimension first; a negative one cuts off.</param>
        /// <param name="mode">What the new places hold.</param>
        /// <param name="value">The number that they hold in mode Constant, 0 unless given.</param>
        /// <exception cref="TorchArgumentException">The padding does not fit x, or a value is given where none is used.</exception>
        public static T Pad(T x, ReadOnlySpan<long> pad, PadMode mode = PadMode.Constant, double? value = null)
        {
            Check.Pad(x, pad, mode, value);
            return mode switch
            {
                PadMode.Constant => T.ConstantPadNd(x, pad, value ?? 0),
                PadMode.Reflect => T.ReflectionPad(x, pad),
                PadMode.Replicate => T.ReplicationPad(x, pad),
                _ => CircularPad(x, pad),
            };
        }
    }

    /// <summary>x in the middle, then each dimension's ends copied from its other end; so corners come from what is padded already.</summary>
    private static T CircularPad<T>(T x, ReadOnlySpan<long> pad)
        where T : ITensor<T>
    {
        var shape = Check.CircularPad(x, pad);
        var result = T.Full(shape, 0, x.DType, x.Device, requiresGrad: false);
        var (inside, kept) = (result, x);
        for (var i = 0; i < pad.Length / 2; i++)
        {
            var (dim, before, after) = (x.Dim - 1 - i, pad[2 * i], pad[2 * i + 1]);
            inside = T.Slice(inside, dim, Math.Max(before, 0), shape[dim] - Math.Max(after, 0), 1);
            kept = T.Slice(kept, dim, Math.Max(-before, 0), x.Shape[dim] - Math.Max(-after, 0), 1);
        }
        T.Copy_(inside, kept);
        for (var i = 0; i < pad.Length / 2; i++)
        {
            var (dim, before, after) = (x.Dim - 1 - i, Math.Max(pad[2 * i], 0), Math.Max(pad[2 * i + 1], 0));
            var end = shape[dim] - after;
            if (before > 0)
                T.Copy_(T.Slice(result, dim, 0, before, 1), T.Slice(result, dim, end - before, end, 1));
            if (after > 0)
                T.Copy_(T.Slice(result, dim, end, shape[dim], 1), T.Slice(result, dim, before, before + after, 1));
        }
        return result;
    }
}
