namespace TwinGrad;

/// <summary>What a safetensors file holds.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <param name="Tensors">The tensors by name, in the order in which they lie in the file.</param>
/// <param name="Metadata">The texts under <c>__metadata__</c>; empty where there are none.</param>
public sealed record SafeTensorsFile<T>(IReadOnlyDictionary<string, T> Tensors, IReadOnlyDictionary<string, string> Metadata)
    where T : class, ITensor<T>;
