using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>All that a training run needs to go on as if it had never stopped.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <param name="Progress">
/// What is no tensor: options, schedules, where in which epoch the run is, its history. Numbers keep every bit; those that JSON has no number
/// for come back as the texts NaN, Infinity and -Infinity. At most 60 levels deep, and 64 MB as text.
/// </param>
/// <param name="Tensors">
/// The tensors by part (<c>weights</c>, <c>optimizer</c>, <c>random</c>) and name. A part's name has 1 to 40 characters out of a to z, 0 to 9,
/// - and _.
/// </param>
public sealed record Checkpoint<T>(JsonObject Progress, IReadOnlyDictionary<string, IReadOnlyDictionary<string, T>> Tensors)
    where T : class, ITensor<T>;
