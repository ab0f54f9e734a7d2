namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>x where x &gt; 0, else weight x.</summary>
        /// <param name="x">The tensor.</param>
        /// <param name="weight">One slope for all, or one for each place in dimension 1, the channels.</param>
        public static T Prelu(T x, T weight)
        {
            Check.Prelu(x, weight);
            if (x.Dim == weight.Dim)
                return T.PreluKernel(x, weight);
            var slopes = Enumerable.Repeat(1L, x.Dim).ToArray();
            if (x.Dim > 1)
                slopes[1] = weight.Numel;
            return T.PreluKernel(x, Reshape(weight, slopes));
        }
    }
}
