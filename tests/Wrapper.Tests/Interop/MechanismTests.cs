using System.Reflection;
using System.Runtime.InteropServices;

namespace TwinGrad.Tests;

/// <summary>
/// What of the ten mechanisms (docs/native-calls.md) is impossible by what is declared, and stays so as declarations are added.
/// The loops that try them are in <see cref="StressTests"/>.
/// </summary>
[TestClass]
public sealed class MechanismTests
{
    /// <summary>Functions whose pointer nobody else can know yet, or any more, and what they do with it.</summary>
    private static readonly Dictionary<string, string> TakesABarePointer = new()
    {
        ["THSTensor_dispose"] = "frees what a handle owned",
        ["THSTorch_dispose_scalar"] = "frees what a handle owned",
        ["THSTensor_numel"] = "reads a result before it has a handle",
        ["THSTensor_ndimension"] = "reads a tensor that its caller holds",
        ["THSTensor_size"] = "reads a tensor that its caller holds",
        ["THSTensor_stride"] = "reads a tensor that its caller holds",
        ["THSTensor_type"] = "reads a result before it has a handle",
        ["THSTensor_requires_grad"] = "reads a result before it has a handle",
        ["THSGenerator_get_rng_state"] = "reads a generator that only its caller knows, for the length of the call",
        ["THSGenerator_set_rng_state"] = "sets one likewise, to a state that was checked",
        ["THSGenerator_dispose"] = "frees one likewise",
        ["THSAutograd_deleteInferenceModeGuard"] = "frees a guard that only its owner knows",
        ["THSJIT_CompilationUnit_Invoke"] = "runs scripts, which are never freed, over what their callers hold",
        ["THSTensor_alias"] = "takes a TorchSharp tensor, or a gradient under native frames, which the caller keeps alive",
        ["THSAutograd_SavedVariable_unpack"] = "reads what a custom function saved, which only its FunctionNode knows",
        ["THSAutograd_SavedVariable_dispose"] = "frees what a custom function saved, which only its FunctionNode knows",
    };

    private static readonly IReadOnlyList<MethodInfo> Declared =
        [.. typeof(NativeMethods).GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
            .Where(method => method.Name.StartsWith("THS", StringComparison.Ordinal))];

    /// <summary>A and J: a handle is held for the length of the call; a bare pointer is not.</summary>
    [TestMethod]
    public void BarePointersGoInOnlyWhereNobodyElseKnowsThem()
    {
        // A parameter that is always null says so by its name: noGenerator, none.
        var bare = Declared
            .Where(method => method.GetParameters().Any(parameter
                => parameter.ParameterType == typeof(nint) && !parameter.Name!.StartsWith("no", StringComparison.Ordinal)))
            .Select(method => method.Name).Distinct();
        CollectionAssert.AreEquivalent(TakesABarePointer.Keys.ToArray(), bare.ToArray());
    }

    /// <summary>C and I: optimizers, generators, modules and data loaders, where catches are too narrow, are not called.</summary>
    /// <remarks>Of TorchScript only what compiles and runs constant texts; of generators the default one, with states that were checked.</remarks>
    [TestMethod]
    public void OnlyTensorsAutogradAndSettingsAreCalled()
    {
        string[] families = ["THSAutograd", "THSBackend", "THSCuda", "THSInit", "THSLinalg", "THSNN", "THSSpecial", "THSTensor", "THSTorch", "THSTorchCuda"];
        string[] others = [.. Declared.Select(method => method.Name).Where(name => !families.Contains(name.Split('_')[0]))];
        string[] checkedElsewhere =
        [
            "THSJIT_compile", "THSJIT_CompilationUnit_Invoke",
            "THSGenerator_default_generator", "THSGenerator_get_rng_state", "THSGenerator_set_rng_state", "THSGenerator_dispose",
        ];
        CollectionAssert.AreEquivalent(checkedElsewhere, others);
        string[] made = ["THSAutograd_CSharpNode_ctor", "THSAutograd_SavedVariable_ctor"];
        string[] makers = [.. Declared.Select(method => method.Name).Where(name => name.EndsWith("_ctor", StringComparison.Ordinal))];
        CollectionAssert.AreEquivalent(made, makers);
        Assert.DoesNotContain(method => method.Name.EndsWith("_forward", StringComparison.Ordinal), Declared);
    }

    /// <summary>E: their result is uninitialised after any error. F: TorchSharp declares them against the C signature.</summary>
    [TestMethod]
    [DataRow("THSTensor_rand")]
    [DataRow("THSTensor_randperm")]
    [DataRow("THSTensor_rand_out")]
    [DataRow("THSTensor_randn_out")]
    [DataRow("THSTensor_randint_out")]
    [DataRow("THSTensor_nanmean")]
    public void ABrokenFunctionIsNotCalled(string name)
    {
        var torchSharps = SignatureComparer.Declarations(Type.GetType("TorchSharp.PInvoke.NativeMethods, TorchSharp", throwOnError: true)!);
        Assert.Contains(signature => signature.Name == name, torchSharps, "misspelt, or gone from TorchSharp");
        Assert.DoesNotContain(method => method.Name == name, Declared);
    }

    /// <summary>G: C# tells the two kinds of handle apart, so that a number in a tensor's place does not compile.</summary>
    [TestMethod]
    public void AHandleIsOfOneKind()
    {
        var handles = Declared.SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType)
            .Where(type => type == typeof(TensorHandle) || type.IsAssignableTo(typeof(SafeHandle))).Distinct().ToArray();
        CollectionAssert.AreEquivalent(new[] { typeof(TensorHandle), typeof(ScalarHandle) }, handles);
        Assert.IsTrue(Array.TrueForAll(handles, type => type.IsSealed));
    }

    /// <summary>H: what finds room for a list of results runs under native frames, hooks and custom functions, and nothing else managed.</summary>
    /// <remarks>The semantics tests throw in hooks and functions; HookFaultSemantics, FunctionFaultSemantics.</remarks>
    [TestMethod]
    public void OnlyRoomForResultsHooksAndFunctionsRunUnderNativeFrames()
    {
        var callbacks = Declared.SelectMany(method => method.GetParameters())
            .Where(parameter => parameter.ParameterType.IsFunctionPointer || parameter.ParameterType.IsAssignableTo(typeof(Delegate)))
            .Select(parameter => parameter.Name!);
        CollectionAssert.AreEquivalent(new[] { "allocator", "apply", "deleted" }, callbacks.Distinct().ToArray());
        var called = typeof(Tensor).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(
                BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttributesData().Any(data => data.AttributeType == typeof(UnmanagedCallersOnlyAttribute)));
        string[] known =
            ["ScriptInterpreter.Allocate", "ResultArray.Allocate", "TensorPair.Place", "NativeHook.Manage", "NativeHook.Invoke"];
        CollectionAssert.AreEquivalent(known, called.Select(method => $"{method.DeclaringType!.Name}.{method.Name}").ToArray());
    }

    /// <summary>J: nobody gets hold of native memory that a Dispose could take away under them.</summary>
    [TestMethod]
    public void NoPublicMemberGivesNativeMemoryAway()
    {
        var giving = typeof(Tensor).Assembly.GetExportedTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.ReturnType.IsByRef || method.ReturnType.IsPointer || method.ReturnType == typeof(nint)
                || method.ReturnType.Name.StartsWith("Span", StringComparison.Ordinal)
                || method.ReturnType.Name.StartsWith("ReadOnlySpan", StringComparison.Ordinal)
                || method.ReturnType.Name.StartsWith("Memory", StringComparison.Ordinal));
        Assert.IsEmpty(giving, string.Join(", ", giving.Select(method => $"{method.DeclaringType!.Name}.{method.Name}")));
    }
}
