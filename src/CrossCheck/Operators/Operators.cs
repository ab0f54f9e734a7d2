namespace TwinGrad;

/// <summary>The functions of the <see cref="Catalogue"/>, a family a file. They are found by reflection.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
internal static partial class Operators<T>
    where T : class, ITensor<T>
{
    /// <summary>A tensor of places or classes.</summary>
    private static T Index(ReadOnlySpan<long> shape, params ReadOnlySpan<long> places) => TensorFactory<T>.Tensor(places, shape);

    private const string Moves = "which elements are made equal, or 0, moves with x";

    private const string Fractions = "whole numbers are equal or 0 in other places";

    private const string NotFinite = "the result is not finite";
}
