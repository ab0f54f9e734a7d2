namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction Embedding = new(
        "weight: Tensor, x: Tensor, padding_idx: int, scale_grad_by_freq: bool",
        "torch.embedding(weight, x, padding_idx, scale_grad_by_freq, False)");

    internal static readonly NativeFunction EmbeddingBag = new(
        "weight: Tensor, x: Tensor, offsets: Tensor, scale_grad_by_freq: bool, mode: int, per_sample_weights: Optional[Tensor], "
            + "include_last_offset: bool, padding_idx: Optional[int]",
        "torch.embedding_bag(weight, x, offsets, scale_grad_by_freq, mode, False, per_sample_weights, include_last_offset, padding_idx)");
}
