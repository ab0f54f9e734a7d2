namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>x1 W_o x2 + bias_o for the vectors along the last dimensions of x1 and x2 and each matrix W_o of the weight.</summary>
        public static T Bilinear(T input1, T input2, T weight, T? bias)
        {
            Check.Bilinear(input1, input2, weight, bias);
            var forms = T.Trilinear(Reshape(input1, -1, input1.Shape[-1]), weight, Reshape(input2, -1, input2.Shape[-1]));
            var result = Reshape(forms, [.. input1.Shape.AsSpan()[..^1], weight.Shape[0]]);
            return bias is null ? result : T.Add(result, bias);
        }
    }
}
