namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>The bits that both have, of bools x and y; broadcast over both shapes. Bools and integers only.</summary>
    static abstract T BitwiseAnd(T x, T y);

    /// <summary>The bits that either has, of bools x or y; broadcast over both shapes. Bools and integers only.</summary>
    static abstract T BitwiseOr(T x, T y);

    /// <summary>The bits that one of both has, of bools whether they differ; broadcast over both shapes. Bools and integers only.</summary>
    static abstract T BitwiseXor(T x, T y);

    /// <summary>The bits that x does not have, of bools not x. Bools and integers only.</summary>
    static abstract T BitwiseNot(T x);
}
