namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Irfftn(Tensor x, ReadOnlySpan<long> s, ReadOnlySpan<int> dim, FftNorm norm)
    {
        var (dims, lengths) = Check.Fourier("irfftn", x, s, dim);
        return HalfSpectrum(x, dims, lengths, norm == FftNorm.Backward, norm);
    }

    /// <inheritdoc/>
    public static Tensor Hfftn(Tensor x, ReadOnlySpan<long> s, ReadOnlySpan<int> dim, FftNorm norm)
    {
        var (dims, lengths) = Check.Fourier("hfftn", x, s, dim);
        return HalfSpectrum(x, dims, lengths, norm == FftNorm.Forward, norm);
    }

    /// <summary>Of a real half of a spectrum only the cosines count, so that both directions are the same sum, up to the factor.</summary>
    private static Tensor HalfSpectrum(Tensor x, int[] dims, long[] lengths, bool divided, FftNorm norm)
    {
        var points = lengths.Aggregate(1.0, (product, length) => product * length);
        var factor = norm == FftNorm.Ortho ? 1 / Math.Sqrt(points) : divided ? 1 / points : 1;
        var (dtype, places) = (Promotion.ToFloating(x.DType), Array.ConvertAll(dims, dim => x.Shape[dim]));
        var cosines = new Tensor(Cosines(places, lengths, factor), [Layout.Numel(places), Layout.Numel(lengths)], DType.Float64);
        return TapeNode.Record(
            "FftC2RBackward0", To(Along(x.Detach(), dims, cosines, lengths), dtype), [x],
            (g, _) => Along(g, dims, cosines.Transpose(), places));
    }

    /// <summary>What X at each of its places adds to each place of the result.</summary>
    private static double[] Cosines(long[] places, long[] lengths, double factor)
    {
        var (from, to) = (Layout.Numel(places), Layout.Numel(lengths));
        var cosines = new double[from * to];
        for (var k = 0L; k < from; k++)
        {
            for (var j = 0L; j < to; j++)
            {
                var (turns, weight, fromPlace, toPlace) = (0.0, factor, k, j);
                for (var dim = lengths.Length - 1; dim >= 0; dim--)
                {
                    var (n, wave, point) = (lengths[dim], fromPlace % places[dim], toPlace % lengths[dim]);
                    (fromPlace, toPlace) = (fromPlace / places[dim], toPlace / n);
                    turns += (double)(wave * point % n) / n;
                    weight *= Weight(wave, n, half: dim == lengths.Length - 1);
                }
                cosines[k * to + j] = weight * Math.Cos(2 * Math.PI * turns);
            }
        }
        return cosines;
    }

    /// <summary>How often a wave counts: with its mirror image where the other half would hold that, and not at all beyond the spectrum.</summary>
    private static double Weight(long wave, long n, bool half)
        => !half ? (wave < n ? 1 : 0) : 2 * wave > n ? 0 : wave == 0 || 2 * wave == n ? 1 : 2;

    /// <summary>The dimensions taken as one vector, times a matrix.</summary>
    private static Tensor Along(Tensor x, int[] dims, Tensor matrix, long[] lengths)
    {
        int[] last = [.. Enumerable.Range(x.Dim - dims.Length, dims.Length)];
        var moved = x.Movedim(dims, last);
        var others = moved.Shape.AsSpan()[..(x.Dim - dims.Length)];
        var vectors = moved.To(DType.Float64).Reshape([Layout.Numel(others), matrix.Shape[0]]);
        return vectors.MatMul(matrix).Reshape([.. others, .. lengths]).Movedim(last, dims);
    }
}
