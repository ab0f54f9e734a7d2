namespace TwinGrad;

/// <summary>The work of an einsum: every operand gets all dimensions in one order, and the operands are multiplied from left to right.</summary>
/// <remarks>The order is the result's dimensions, then those to sum over. A dimension is summed as soon as no later operand has it.</remarks>
internal sealed class Contraction<T>
    where T : ITensor<T>
{
    private readonly int _covered;
    private readonly int _kept;
    private readonly char[] _order;
    private readonly long[] _lengths;
    private readonly int[] _uses;
    private readonly T[] _operands;

    internal Contraction(EinsumEquation equation, ReadOnlySpan<T> operands)
    {
        for (var i = 0; i < operands.Length; i++)
            _covered = Math.Max(_covered, Covered(equation.Operands[i], Check.Given(operands[i]).Dim, i));
        var kept = Spread(equation.Output);
        _kept = kept.Length;
        var summed = equation.Output.Contains(EinsumEquation.Ellipsis, StringComparison.Ordinal) ? "" : Spread(EinsumEquation.Ellipsis.ToString());
        _order = [.. kept, .. summed, .. equation.Summed];
        _lengths = [.. Enumerable.Repeat(1L, _order.Length)];
        _uses = new int[_order.Length];
        _operands = new T[operands.Length];
        for (var i = 0; i < operands.Length; i++)
            _operands[i] = Align(operands[i], equation.Operands[i], i);
    }

    internal T Run()
    {
        var product = _operands[0];
        foreach (var operand in _operands.AsSpan(1))
            product = Multiply(product, operand);
        var summed = Enumerable.Range(_kept, _order.Length - _kept).ToArray();
        if (summed.Length == 0)
            return product;
        return _operands.Length == 1 ? T.Sum(product, summed, keepDim: false) : T.View(product, product.Shape.AsSpan()[.._kept]);
    }

    /// <summary>How many dimensions an operand's three dots cover; 0 where it has none.</summary>
    private static int Covered(string letters, int dims, int operand)
    {
        var ellipsis = letters.Contains(EinsumEquation.Ellipsis, StringComparison.Ordinal);
        var named = ellipsis ? letters.Length - 1 : letters.Length;
        if (ellipsis ? named > dims : named != dims)
            throw Error.EinsumDims(named, ellipsis, dims, operand);
        return dims - named;
    }

    /// <summary>The letters with one of its own for each dimension that three dots cover: \0, \1, ..., the last one for the last dimension.</summary>
    private string Spread(string letters, int? covered = null)
    {
        var first = _covered - (covered ?? _covered);
        var own = string.Concat(Enumerable.Range(first, _covered - first).Select(place => (char)place));
        return letters.Replace(EinsumEquation.Ellipsis.ToString(), own, StringComparison.Ordinal);
    }

    /// <summary>The operand with all dimensions in order: its diagonal where a letter repeats, length 1 where it lacks one.</summary>
    private T Align(T operand, string letters, int number)
    {
        var places = Enumerable.Repeat(-1, _order.Length).ToArray();
        var dim = 0;
        foreach (var letter in Spread(letters, Covered(letters, operand.Dim, number)))
        {
            var place = Array.IndexOf(_order, letter);
            var length = operand.Shape[dim];
            if (places[place] >= 0)
            {
                if (length != operand.Shape[places[place]])
                    throw Error.EinsumDiagonal(letter, number, length, operand.Shape[places[place]]);
                operand = Composites.Movedim(T.Diagonal(operand, 0, places[place], dim), [-1], [places[place]]);
                continue;
            }
            if (length != 1)
            {
                Fit(letter, place, length, dim, number);
                _uses[place]++;
            }
            places[place] = dim++;
        }
        for (var place = 0; place < places.Length; place++)
        {
            if (places[place] >= 0)
                continue;
            operand = T.Unsqueeze(operand, dim);
            places[place] = dim++;
        }
        return T.Permute(operand, places);
    }

    private void Fit(char letter, int place, long length, int dim, int operand)
    {
        if (_lengths[place] != 1 && _lengths[place] != length)
        {
            throw letter < _covered
                ? Error.EinsumEllipsisLength(dim, operand, length, _lengths[place])
                : Error.EinsumLength(letter, length, operand, _lengths[place]);
        }
        _lengths[place] = length;
    }

    /// <summary>The product of two operands, summed over the dimensions that no later operand has; these stay with length 1.</summary>
    private T Multiply(T x, T y)
    {
        List<int> both = [], ofX = [], ofY = [];
        for (var dim = _kept; dim < _order.Length; dim++)
        {
            var (inX, inY) = (x.Shape[dim] != 1, y.Shape[dim] != 1);
            if (inX && inY && --_uses[dim] == 1)
                both.Add(dim);
            else if (inX != inY && _uses[dim] == 1)
                (inX ? ofX : ofY).Add(dim);
        }
        if (ofX.Count > 0)
            x = T.Sum(x, [.. ofX], keepDim: true);
        if (ofY.Count > 0)
            y = T.Sum(y, [.. ofY], keepDim: true);
        return both.Count == 0 ? T.Mul(x, y) : SumProduct(x, y, both);
    }

    /// <summary>The product summed over dimensions that both have, as one product of batches of matrices.</summary>
    private static T SumProduct(T x, T y, List<int> summed)
    {
        var others = Enumerable.Range(0, x.Dim).Except(summed).ToArray();
        int[] shared = [.. others.Where(dim => x.Shape[dim] != 1 && y.Shape[dim] != 1)];
        int[] ofX = [.. others.Where(dim => x.Shape[dim] != 1 && y.Shape[dim] == 1)];
        int[] ofY = [.. others.Except(shared).Except(ofX)];
        var (batch, rows, columns) = (Count(x, shared), Count(x, ofX), Count(y, ofY));
        var length = Count(x, summed);
        var left = Composites.Reshape(T.Permute(x, [.. shared, .. ofX, .. summed, .. ofY]), batch, rows, length);
        var right = Composites.Reshape(T.Permute(y, [.. shared, .. summed, .. ofY, .. ofX]), batch, length, columns);
        int[] order = [.. shared, .. ofX, .. summed, .. ofY];
        var product = T.View(T.Bmm(left, right), [
            .. shared.Select(dim => x.Shape[dim]),
            .. ofX.Select(dim => x.Shape[dim]),
            .. summed.Select(_ => 1L),
            .. ofY.Select(dim => y.Shape[dim])]);
        return T.Permute(product, [.. Enumerable.Range(0, order.Length).Select(dim => Array.IndexOf(order, dim))]);
    }

    private static long Count(T x, IEnumerable<int> dims) => dims.Aggregate(1L, (product, dim) => product * x.Shape[dim]);
}
