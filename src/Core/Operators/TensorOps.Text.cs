namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <summary>Dtype, shape, device and how it takes part in the graph, on one short line: <c>float32[32, 64] cpu requires_grad</c>.</summary>
        /// <remarks>What an operation made names its node instead: <c>float32[32, 64] cpu &lt;MulBackward0&gt;</c>.</remarks>
        public string Summary => TensorSummary.Of(x);
    }
}
