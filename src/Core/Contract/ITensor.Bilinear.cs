namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>sum_jk x1_aj weight_bjk x2_ak: for each row a of x1 and x2 the bilinear forms b. PyTorch's name is <c>_trilinear</c>.</summary>
    /// <remarks>dx1: sum_bk g_ab weight_bjk x2_ak, dweight: sum_a g_ab x1_aj x2_ak, dx2: sum_bj g_ab x1_aj weight_bjk.</remarks>
    static abstract T Trilinear(T x1, T weight, T x2);
}
