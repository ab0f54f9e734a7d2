namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>x_i y_j of two vectors: a matrix.</summary>
        /// <exception cref="TorchArgumentException">x or y is no vector.</exception>
        public static T Outer(T x, T y)
        {
            if (x.Dim != 1)
                throw Error.OuterDims("self", x.Dim);
            if (y.Dim != 1)
                throw Error.OuterDims("vec2", y.Dim);
            return T.Mul(Reshape(x, x.Numel, 1), y);
        }

        /// <summary>x weight^T + bias: a layer of neurons, one a row of the weight.</summary>
        public static T Linear(T x, T weight, T? bias)
        {
            if (bias is null)
                return MatMul(x, T.Transpose(weight));
            if (x.Dim == 2)
                return T.Addmm(bias, x, T.Transpose(weight), 1, 1);
            if (x.Dim == 3 && Layout.IsContiguous(x.Shape, x.Strides))
            {
                var rows = T.Addmm(bias, T.View(x, [x.Shape[0] * x.Shape[1], x.Shape[2]]), T.Transpose(weight), 1, 1);
                return T.View(rows, [x.Shape[0], x.Shape[1], rows.Shape[1]]);
            }
            return T.Add_(MatMul(x, T.Transpose(weight)), bias);
        }
    }
}
