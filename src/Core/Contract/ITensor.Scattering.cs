namespace TwinGrad;

// What writes at places that integer tensors name. Where an index lies outside, the call is refused before anything is read or written.
public partial interface ITensor<T>
{
    /// <summary>x with elements replaced: of three dimensions with dim 0, result[index[i, j, k], j, k] = src[i, j, k].</summary>
    /// <remarks>
    /// Where the index names a place twice, any of its values is taken. dx: the gradient, 0 where something was replaced; dsrc: the
    /// gradient at the places named.
    /// </remarks>
    /// <exception cref="TorchArgumentException">The index does not fit x and src, or the dtypes differ.</exception>
    static abstract T Scatter(T x, int dim, T index, T src);

    /// <summary>Elements of x are replaced as by <see cref="Scatter(T, int, T, T)"/>; x is returned.</summary>
    /// <exception cref="TorchArgumentException">The index does not fit x and src, or the dtypes differ.</exception>
    static abstract T Scatter_(T x, int dim, T index, T src);

    /// <summary>x with the elements named along a dimension replaced by a number.</summary>
    /// <remarks>dx: the gradient, 0 where something was replaced.</remarks>
    /// <exception cref="TorchArgumentException">The index does not fit x.</exception>
    static abstract T Scatter(T x, int dim, T index, Scalar value);

    /// <summary>Elements of x are replaced as by <see cref="Scatter(T, int, T, Scalar)"/>; x is returned.</summary>
    /// <exception cref="TorchArgumentException">The index does not fit x.</exception>
    static abstract T Scatter_(T x, int dim, T index, Scalar value);

    /// <summary>x with something added: of three dimensions with dim 0, result[index[i, j, k], j, k] += src[i, j, k].</summary>
    /// <remarks>dx: the gradient; dsrc: the gradient at the places named.</remarks>
    /// <exception cref="TorchArgumentException">The index does not fit x and src, or the dtypes differ.</exception>
    static abstract T ScatterAdd(T x, int dim, T index, T src);

    /// <summary>Something is added to x as by <see cref="ScatterAdd"/>; x is returned.</summary>
    /// <exception cref="TorchArgumentException">The index does not fit x and src, or the dtypes differ.</exception>
    static abstract T ScatterAdd_(T x, int dim, T index, T src);

    /// <summary>What the index sends to one place of x, put together: its sum, product, mean, largest or smallest.</summary>
    /// <param name="x">What is at the places before.</param>
    /// <param name="dim">The dimension whose places the index names.</param>
    /// <param name="index">Of three dimensions with dim 0, src[i, j, k] goes to [index[i, j, k], j, k].</param>
    /// <param name="src">What is sent.</param>
    /// <param name="reduce">How elements that meet become one.</param>
    /// <param name="includeSelf">Whether the element of x takes part; where nothing is sent it stays as it is.</param>
    /// <remarks>
    /// dx and dsrc: for Sum the gradient of the place; for Mean divided by how many met there; for Prod times the product of the others,
    /// zeros included; for Amax and Amin shared evenly by those that equal the result. dx is 0 where x took no part.
    /// </remarks>
    /// <exception cref="TorchArgumentException">The index does not fit x and src, or the dtypes differ.</exception>
    static abstract T ScatterReduce(T x, int dim, T index, T src, ScatterReduction reduce, bool includeSelf);

    /// <summary>x becomes what <see cref="ScatterReduce"/> makes of it, and is returned.</summary>
    /// <exception cref="TorchArgumentException">The index does not fit x and src, or the dtypes differ.</exception>
    static abstract T ScatterReduce_(T x, int dim, T index, T src, ScatterReduction reduce, bool includeSelf);

    /// <summary>x with alpha source added at places of a dimension: of a matrix with dim 0, result[index[i], j] += alpha source[i, j].</summary>
    /// <remarks>dx: the gradient; dsource: alpha times the gradient at the places named.</remarks>
    /// <exception cref="TorchArgumentException">The source does not fit x and the index, or the dtypes differ.</exception>
    /// <exception cref="TorchIndexException">The index is no vector, or lies outside.</exception>
    static abstract T IndexAdd(T x, int dim, T index, T source, Scalar alpha);

    /// <summary>Something is added to x as by <see cref="IndexAdd"/>; x is returned.</summary>
    /// <exception cref="TorchArgumentException">The source does not fit x and the index, or the dtypes differ.</exception>
    /// <exception cref="TorchIndexException">The index is no vector, or lies outside.</exception>
    static abstract T IndexAdd_(T x, int dim, T index, T source, Scalar alpha);

    /// <summary>x with places of a dimension replaced: of a matrix with dim 0, result[index[i], j] = source[i, j].</summary>
    /// <remarks>dx: the gradient, 0 where something was replaced; dsource: the gradient at the places named.</remarks>
    /// <exception cref="TorchArgumentException">The dtypes differ, or the index is not int64.</exception>
    /// <exception cref="TorchIndexException">The source does not fit, or the index lies outside.</exception>
    static abstract T IndexCopy(T x, int dim, T index, T source);

    /// <summary>Places of x are replaced as by <see cref="IndexCopy"/>; x is returned.</summary>
    /// <exception cref="TorchArgumentException">The dtypes differ, or the index is not int64.</exception>
    /// <exception cref="TorchIndexException">The source does not fit, or the index lies outside.</exception>
    static abstract T IndexCopy_(T x, int dim, T index, T source);

    /// <summary>x with a number at the places of a dimension that a vector names; negative ones count from the end.</summary>
    /// <remarks>dx: the gradient, 0 at those places.</remarks>
    /// <exception cref="TorchIndexException">The index is not int64, or lies outside.</exception>
    static abstract T IndexFill(T x, int dim, T index, Scalar value);

    /// <summary>Places of x are filled as by <see cref="IndexFill(T, int, T, Scalar)"/>; x is returned.</summary>
    /// <exception cref="TorchIndexException">The index is not int64, or lies outside.</exception>
    static abstract T IndexFill_(T x, int dim, T index, Scalar value);

    /// <summary>x with the element of a 0-dim tensor at the places of a dimension that a vector names.</summary>
    /// <remarks>dx: the gradient, 0 at those places; dvalue: the sum of the gradient at them, each counted once.</remarks>
    /// <exception cref="TorchArgumentException">The value has a dimension.</exception>
    /// <exception cref="TorchIndexException">The index is not int64, or lies outside.</exception>
    static abstract T IndexFill(T x, int dim, T index, T value);

    /// <summary>Places of x are filled as by <see cref="IndexFill(T, int, T, T)"/>; x is returned.</summary>
    /// <exception cref="TorchArgumentException">The value has a dimension.</exception>
    /// <exception cref="TorchIndexException">The index is not int64, or lies outside.</exception>
    static abstract T IndexFill_(T x, int dim, T index, T value);

    /// <summary>What a vector of places sends to one place of a dimension, put together: as <see cref="ScatterReduce"/>, whole places at once.</summary>
    /// <remarks>Of a matrix with dim 0, source[i, j] goes to [index[i], j]. dx and dsource: as there. There is no Sum: IndexAdd is it.</remarks>
    /// <exception cref="TorchArgumentException">The source does not fit x and the index, or the dtypes differ.</exception>
    /// <exception cref="TorchIndexException">The index is no vector, or lies outside.</exception>
    static abstract T IndexReduce(T x, int dim, T index, T source, ScatterReduction reduce, bool includeSelf);

    /// <summary>x becomes what <see cref="IndexReduce"/> makes of it, and is returned.</summary>
    /// <exception cref="TorchArgumentException">The source does not fit x and the index, or the dtypes differ.</exception>
    /// <exception cref="TorchIndexException">The index is no vector, or lies outside.</exception>
    static abstract T IndexReduce_(T x, int dim, T index, T source, ScatterReduction reduce, bool includeSelf);

    /// <summary>x with the elements that index tensors name together replaced by the values, broadcast, or with these added to them.</summary>
    /// <remarks>
    /// Indices are those of <see cref="Index"/>. dx: the gradient, 0 where something was replaced; dvalues: the gradient at the places named.
    /// </remarks>
    /// <exception cref="TorchIndexException">An index lies outside, or the shapes do not fit.</exception>
    /// <exception cref="TorchArgumentException">The values do not fit the places, or have another dtype.</exception>
    static abstract T IndexPut(T x, ReadOnlySpan<T?> indices, T values, bool accumulate);

    /// <summary>Elements of x are replaced, or added to, as by <see cref="IndexPut"/>; x is returned.</summary>
    /// <exception cref="TorchIndexException">An index lies outside, or the shapes do not fit.</exception>
    /// <exception cref="TorchArgumentException">The values do not fit the places, or have another dtype.</exception>
    static abstract T IndexPut_(T x, ReadOnlySpan<T?> indices, T values, bool accumulate);

    /// <summary>x with the elements at row-major positions replaced by those of the source, or with these added; negative ones count from the end.</summary>
    /// <remarks>dx: the gradient, 0 where something was replaced; dsource: the gradient at the positions.</remarks>
    /// <exception cref="TorchArgumentException">Index and source have not as many elements, or the dtypes do not fit.</exception>
    /// <exception cref="TorchIndexException">A position lies outside.</exception>
    static abstract T Put(T x, T index, T source, bool accumulate);

    /// <summary>Elements of x are replaced, or added to, as by <see cref="Put"/>; x is returned.</summary>
    /// <exception cref="TorchArgumentException">Index and source have not as many elements, or the dtypes do not fit.</exception>
    /// <exception cref="TorchIndexException">A position lies outside.</exception>
    static abstract T Put_(T x, T index, T source, bool accumulate);

    /// <summary>x with the first elements of the source, in row-major order, where the mask is true; broadcast over the shapes of x and the mask.</summary>
    /// <remarks>dx: the gradient, 0 where the mask is true; dsource: the gradient where it is, 0 for elements that were not needed.</remarks>
    /// <exception cref="TorchArgumentException">The mask is not bool, the dtypes differ, or the source has too few elements.</exception>
    static abstract T MaskedScatter(T x, T mask, T source);

    /// <summary>x gets the first elements of the source where the mask, broadcast to its shape, is true, and is returned.</summary>
    /// <remarks>dx and dsource: as of <see cref="MaskedScatter"/>.</remarks>
    /// <exception cref="TorchArgumentException">The mask is not bool, the dtypes differ, or the source has too few elements.</exception>
    static abstract T MaskedScatter_(T x, T mask, T source);
}
