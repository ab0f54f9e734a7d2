using System.Reflection;

namespace TwinGrad.Tests;

/// <summary>Finds the native declarations of one class that another class' declarations of the same functions contradict.</summary>
internal static class SignatureComparer
{
    private const BindingFlags Declared = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The functions that a class declares: those that carry LibTorchSharp's prefix.</summary>
    internal static IReadOnlyList<NativeSignature> Declarations(Type type)
        => [.. type.GetMethods(Declared).Where(IsNative).Select(NativeSignature.Of)];

    /// <summary>Each declaration that is not among the others', or differs from all of them, and what is wrong with it.</summary>
    internal static IReadOnlyList<(string Name, string Difference)> Differences(Type ours, Type theirs)
    {
        var known = Declarations(theirs).ToLookup(signature => signature.Name);
        return
        [
            .. from signature in Declarations(ours)
               where !known[signature.Name].Any(signature.Fits)
               select (signature.Name, known.Contains(signature.Name)
                   ? $"we say {signature}, TorchSharp says {string.Join(" and ", known[signature.Name])}"
                   : $"TorchSharp has no {signature.Name}"),
        ];
    }

    // The generator leaves private inner functions beside ours; their names start otherwise.
    private static bool IsNative(MethodInfo method) => method.Name.StartsWith("THS", StringComparison.Ordinal);
}
