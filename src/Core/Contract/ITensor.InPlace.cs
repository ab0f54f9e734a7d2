namespace TwinGrad;

// In-place members change x for every view of its memory. They throw on a leaf that requires grad, on a view of one, and where the
// result's dtype or shape does not fit into x, as PyTorch does.
public partial interface ITensor<T>
{
    /// <summary>x becomes x + y, and is returned.</summary>
    static abstract T Add_(T x, T y);

    /// <summary>x becomes x + y, and is returned.</summary>
    static abstract T Add_(T x, Scalar y);

    /// <summary>x becomes x + alpha y, and is returned. Integers take no fraction as alpha.</summary>
    static abstract T Add_(T x, T y, Scalar alpha);

    /// <summary>x becomes x - y, and is returned.</summary>
    static abstract T Sub_(T x, T y);

    /// <summary>x becomes x - y, and is returned.</summary>
    static abstract T Sub_(T x, Scalar y);

    /// <summary>x becomes x y, element by element, and is returned.</summary>
    static abstract T Mul_(T x, T y);

    /// <summary>x becomes x y, and is returned.</summary>
    static abstract T Mul_(T x, Scalar y);

    /// <summary>x becomes x / y, element by element, and is returned.</summary>
    static abstract T Div_(T x, T y);

    /// <summary>x becomes x / y, and is returned.</summary>
    static abstract T Div_(T x, Scalar y);

    /// <summary>x becomes x + weight (end - x), and is returned. Both of one dtype.</summary>
    static abstract T Lerp_(T x, T end, Scalar weight);

    /// <summary>x becomes x + value tensor1 tensor2, and is returned.</summary>
    static abstract T Addcmul_(T x, T tensor1, T tensor2, Scalar value);

    /// <summary>x becomes x + value tensor1 / tensor2, and is returned. Not of two integer tensors.</summary>
    static abstract T Addcdiv_(T x, T tensor1, T tensor2, Scalar value);

    /// <summary>Every element becomes 0; x is returned.</summary>
    /// <remarks>dx: 0.</remarks>
    static abstract T Zero_(T x);

    /// <summary>Every element becomes the value; x is returned.</summary>
    /// <remarks>dx: 0.</remarks>
    static abstract T Fill_(T x, Scalar value);

    /// <summary>Every element becomes the one of a 0-dim tensor; x is returned.</summary>
    /// <remarks>dx: 0, dvalue: the sum of the gradient.</remarks>
    /// <exception cref="TorchArgumentException">The value has a dimension.</exception>
    static abstract T Fill_(T x, T value);

    /// <summary>A tensor like x, in memory of its own, whose every element is the value.</summary>
    /// <remarks>dx: 0.</remarks>
    static abstract T Fill(T x, Scalar value);

    /// <summary>A tensor like x, in memory of its own, whose every element is that of a 0-dim tensor.</summary>
    /// <remarks>dx: 0, dvalue: the sum of the gradient.</remarks>
    /// <exception cref="TorchArgumentException">The value has a dimension.</exception>
    static abstract T Fill(T x, T value);

    /// <summary>The elements of y, broadcast and converted, replace those of x; x is returned.</summary>
    /// <remarks>dx: 0, dy: 1.</remarks>
    static abstract T Copy_(T x, T y);

    /// <summary>Drops the dimension from x's own shape if its length is 1; x is returned.</summary>
    static abstract T Squeeze_(T x, int dim);

    /// <summary>Drops every dimension of length 1 from x's own shape; x is returned.</summary>
    static abstract T Squeeze_(T x);

    /// <summary>Puts a dimension of length 1 into x's own shape; x is returned.</summary>
    static abstract T Unsqueeze_(T x, int dim);

    /// <inheritdoc cref="Add_(T, T)"/>
    void operator +=(T y) => T.Add_((T)this, y);

    /// <inheritdoc cref="Add_(T, Scalar)"/>
    void operator +=(Scalar y) => T.Add_((T)this, y);

    /// <inheritdoc cref="Sub_(T, T)"/>
    void operator -=(T y) => T.Sub_((T)this, y);

    /// <inheritdoc cref="Sub_(T, Scalar)"/>
    void operator -=(Scalar y) => T.Sub_((T)this, y);

    /// <inheritdoc cref="Mul_(T, T)"/>
    void operator *=(T y) => T.Mul_((T)this, y);

    /// <inheritdoc cref="Mul_(T, Scalar)"/>
    void operator *=(Scalar y) => T.Mul_((T)this, y);

    /// <inheritdoc cref="Div_(T, T)"/>
    void operator /=(T y) => T.Div_((T)this, y);

    /// <inheritdoc cref="Div_(T, Scalar)"/>
    void operator /=(Scalar y) => T.Div_((T)this, y);
}
