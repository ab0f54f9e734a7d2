namespace TwinGrad;

/// <summary>The operators of libtorch that are called by their own names.</summary>
/// <remarks>Those whose export catches exceptions and passes every argument are in <see cref="NativeMethods"/> instead: that way is the shorter one.</remarks>
internal static partial class Aten;
