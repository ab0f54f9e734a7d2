namespace TwinGrad;

/// <summary>The sentences of the warnings that come with rearranged tensors.</summary>
internal static class ArrangementWarning
{
    internal const string TOfOtherThanMatrix =
        "The use of `x.T` on tensors of dimension other than 2 to reverse their shape is deprecated and it will throw an error in a future "
        + "release. Consider `x.mT` to transpose batches of matrices or `x.permute(*torch.arange(x.ndim - 1, -1, -1))` to reverse the "
        + "dimensions of a tensor.";

    internal const string TOf0Dim =
        "Tensor.T is deprecated on 0-D tensors. This function is the identity in these cases.";

    internal const string HOf0Dim =
        "Tensor.H is deprecated on 0-D tensors. Consider using x.conj().";

    internal static string BatchTransposeOf0Dim(string name)
        => $"Tensor.{name} is deprecated on 0-D tensors. " + (name == "mH" ? "Consider using x.conj()." : "This function is the identity in these cases.");
}
