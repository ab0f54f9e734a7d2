using System.Runtime.InteropServices;

namespace TwinGrad.Tests;

/// <summary>
/// Our declarations of native functions against those inside of TorchSharp.dll, which are released together with the library that both
/// call: an upgrade that changes a signature is seen here.
/// </summary>
[TestClass]
public sealed class SignatureTests
{
    /// <summary>Where TorchSharp's own declaration is wrong, and why ours is right nevertheless.</summary>
    private static readonly Dictionary<string, string> Excused = new()
    {
        ["THSTensor_copy_"] = "the C function returns nothing; TorchSharp declares an integer and never looks at it",
        ["THSTensor_hardtanh"] = "the C function returns a tensor; TorchSharp declares nothing and gives its input back unchanged",
        ["THSTensor_roll"] = "the C function takes 32 bits for the number of dimensions; TorchSharp passes 64, of which half is read",
        ["THSTorch_manual_seed"] = "exported, and seeds every device; TorchSharp calls THSGenerator_manual_seed, which seeds the CPU",
    };

    private static readonly Type TorchSharp = Type.GetType("TorchSharp.PInvoke.NativeMethods, TorchSharp", throwOnError: true)!;

    [TestMethod]
    public void OurDeclarationsAreTorchSharps()
    {
        var differences = SignatureComparer.Differences(typeof(NativeMethods), TorchSharp);
        var unexcused = differences.Where(found => !Excused.ContainsKey(found.Name)).Select(found => found.Difference);
        Assert.IsEmpty(unexcused, string.Join('\n', unexcused));
        var needless = Excused.Keys.Except(differences.Select(found => found.Name));
        Assert.IsEmpty(needless, "TorchSharp agrees by now: " + string.Join(", ", needless));
    }

    [TestMethod]
    public void EveryFunctionWeDeclareIsCompared()
    {
        var declared = SignatureComparer.Declarations(typeof(NativeMethods));
        Assert.IsGreaterThan(100, declared.Count);
        Assert.Contains(signature => signature.ToString() == "pointer THSTensor_mul(pointer, pointer)", declared);
    }

    [TestMethod]
    public void EveryFunctionWeDeclareIsExported()
    {
        var library = NativeLibrary.Load(LibTorchLoader.Info.LoadedFiles[^1]);
        var missing = SignatureComparer.Declarations(typeof(NativeMethods))
            .Where(signature => !NativeLibrary.TryGetExport(library, signature.Name, out _));
        Assert.IsEmpty(missing, string.Join('\n', missing));
    }

    [TestMethod]
    public void WrongDeclarationsAreFound()
    {
        string[] expected =
        [
            "we say 64-bit integer THSTensor_numel(pointer, 32-bit integer), TorchSharp says 64-bit integer THSTensor_numel(pointer)",
            "we say 32-bit integer THSTensor_ndimension(pointer), TorchSharp says 64-bit integer THSTensor_ndimension(pointer)",
            "we say 64-bit integer THSTensor_size(pointer, double), TorchSharp says 64-bit integer THSTensor_size(pointer, 64-bit integer)",
            "we say nothing THSTensor_retain_grad(pointer, float), TorchSharp says nothing THSTensor_retain_grad(pointer)",
            "we say 32-bit bool THSTensor_is_leaf(pointer), TorchSharp says one-byte bool THSTensor_is_leaf(pointer)",
            "TorchSharp has no THSTensor_misspelt",
        ];
        var found = SignatureComparer.Differences(typeof(Wrong), TorchSharp).Select(difference => difference.Difference);
        CollectionAssert.AreEquivalent(expected, found.ToArray());
    }

    /// <summary>Declarations with a planted mistake each, and one without.</summary>
    private static class Wrong
    {
        internal static nint THSTensor_mul(TensorHandle x, TensorHandle y) => x.Numel == y.Numel ? 0 : 1;

        internal static long THSTensor_numel(nint tensor, int unheardOf) => tensor + unheardOf;

        internal static int THSTensor_ndimension(nint tensor) => (int)tensor;

        internal static long THSTensor_size(nint tensor, double dim) => tensor + (long)dim;

        internal static void THSTensor_retain_grad(nint tensor, float unheardOf) => _ = tensor + unheardOf;

        internal static bool THSTensor_is_leaf(nint tensor) => tensor != 0;

        internal static nint THSTensor_misspelt(nint tensor) => tensor;
    }
}
