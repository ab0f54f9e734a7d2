namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>Products of tensors, summed as Einstein's convention says: <c>"ij,jk->ik"</c> is the matrix product.</summary>
        /// <remarks>
        /// A letter names a dimension; one that is in several operands is multiplied along, one that is not in the result summed over, one
        /// that an operand repeats means its diagonal. Three dots cover the other dimensions, which broadcast. Without an arrow the result
        /// has the letters that occur once, in order. See <see href="https://docs.pytorch.org/docs/stable/generated/torch.einsum.html"/>.
        /// </remarks>
        /// <param name="equation">The letters of each operand and, behind an arrow, of the result.</param>
        /// <param name="operands">The tensors.</param>
        /// <exception cref="TorchArgumentException">The text is no equation, or does not fit the operands.</exception>
        public static T Einsum(string equation, params ReadOnlySpan<T> operands)
        {
            ArgumentNullException.ThrowIfNull(equation);
            if (operands.IsEmpty)
                throw Error.EinsumWithoutOperand();
            return new Contraction<T>(new(equation, operands.Length), operands).Run();
        }

        /// <summary>The sum of products along pairs of dimensions: those that are left of x, then those that are left of y.</summary>
        /// <param name="x">The first tensor.</param>
        /// <param name="y">The second.</param>
        /// <param name="dims">Dimensions of x, and those of y that each is paired with; a length of 1 broadcasts.</param>
        /// <exception cref="TorchArgumentException">Lengths or dtypes do not fit.</exception>
        public static T Tensordot(T x, T y, (int[] X, int[] Y) dims)
        {
            ArgumentNullException.ThrowIfNull(dims.X);
            ArgumentNullException.ThrowIfNull(dims.Y);
            if (dims.X.Length != dims.Y.Length)
                throw Error.TensordotCounts();
            if (Check.Given(x).DType != Check.Given(y).DType)
                throw Error.TensordotDTypes();
            int[] summedX = dims.X is [] ? [] : Dim.WrapAll(dims.X, x.Dim);
            int[] summedY = dims.Y is [] ? [] : Dim.WrapAll(dims.Y, y.Dim);
            var length = 1L;
            for (var i = 0; i < summedX.Length; i++)
            {
                if (x.Dim == 0 || y.Dim == 0)
                    continue; // a 0-dim tensor has one dimension to be named, and none to be summed
                var (a, b) = (x.Shape[summedX[i]], y.Shape[summedY[i]]);
                if (b == 1)
                    x = T.Sum(x, [summedX[i]], keepDim: true);
                else if (a == 1)
                    y = T.Sum(y, [summedY[i]], keepDim: true);
                else
                    length *= a == b ? a : throw Error.TensordotLengths(a, dims.X[i], b, dims.Y[i]);
            }
            int[] keptX = [.. Enumerable.Range(0, x.Dim).Except(summedX)];
            int[] keptY = [.. Enumerable.Range(0, y.Dim).Except(summedY)];
            Shape shapeX = [.. keptX.Select(dim => x.Shape[dim])];
            Shape shapeY = [.. keptY.Select(dim => y.Shape[dim])];
            var rows = Reshape(T.Permute(x, [.. keptX, .. summedX.Where(dim => dim < x.Dim)]), shapeX.Numel, length);
            var columns = Reshape(T.Permute(y, [.. summedY.Where(dim => dim < y.Dim), .. keptY]), length, shapeY.Numel);
            return Reshape(T.Mm(rows, columns), [.. shapeX, .. shapeY]);
        }

        /// <summary>The sum of products along the last dimensions of x and as many first ones of y.</summary>
        public static T Tensordot(T x, T y, int dims = 2)
        {
            if (dims < 0)
                throw Error.TensordotNegative(dims);
            if (dims > Math.Min(Check.Given(x).Dim, Check.Given(y).Dim))
                throw Error.TensordotMany(dims);
            return Tensordot(x, y, ([.. Enumerable.Range(x.Dim - dims, dims)], [.. Enumerable.Range(0, dims)]));
        }

        /// <summary>The product of several matrices in the order of fewest multiplications; the first and the last may be vectors.</summary>
        /// <exception cref="TorchArgumentException">There is one matrix only, or lengths or dtypes do not fit.</exception>
        public static T MultiDot(params ReadOnlySpan<T> tensors)
        {
            Check.MultiDot(tensors);
            var matrices = tensors.ToArray();
            if (matrices[0].Dim == 1)
                matrices[0] = T.Unsqueeze(matrices[0], 0);
            if (matrices[^1].Dim == 1)
                matrices[^1] = T.Unsqueeze(matrices[^1], -1);
            Shape shape = [.. tensors[0].Shape.SkipLast(1), .. tensors[^1].Shape.Skip(1)];
            return T.View(ChainProduct(matrices, ChainOrder(matrices), 0, matrices.Length - 1), shape);
        }
    }

    private static T ChainProduct<T>(T[] matrices, int[,] order, int first, int last)
        where T : ITensor<T>
        => first == last
            ? matrices[first]
            : T.Mm(
                ChainProduct(matrices, order, first, order[first, last]),
                ChainProduct(matrices, order, order[first, last] + 1, last));

    /// <summary>Behind which matrix the product of each part of the chain is best cut: Cormen et al., Introduction to Algorithms, 15.2.</summary>
    private static int[,] ChainOrder<T>(T[] matrices)
        where T : ITensor<T>
    {
        var count = matrices.Length;
        double[] sides = [.. matrices.Select(matrix => (double)matrix.Shape[0]), matrices[^1].Shape[1]];
        var costs = new double[count, count];
        var order = new int[count, count];
        for (var length = 1; length < count; length++)
        {
            for (var first = 0; first + length < count; first++)
            {
                var last = first + length;
                costs[first, last] = double.PositiveInfinity;
                for (var cut = first; cut < last; cut++)
                {
                    var cost = costs[first, cut] + costs[cut + 1, last] + sides[first] * sides[cut + 1] * sides[last + 1];
                    if (cost < costs[first, last])
                        (costs[first, last], order[first, last]) = (cost, cut);
                }
            }
        }
        return order;
    }
}
