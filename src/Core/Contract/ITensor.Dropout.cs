namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>A tensor of x's shape, dtype and device whose elements are 1 with probability p, else 0.</summary>
    /// <remarks>Nothing flows to x. The draws are those that PyTorch makes from the same <see cref="ManualSeed"/>.</remarks>
    static abstract T Bernoulli(T x, double p);
}
