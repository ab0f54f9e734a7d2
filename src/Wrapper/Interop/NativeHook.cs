using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TwinGrad;

/// <summary>Registers tensor hooks with libtorch through its C++ interface; there is no C one. docs/native-calls.md has the evidence.</summary>
/// <remarks>
/// The entry takes a <c>std::function&lt;TensorBase(const TensorBase&amp;)></c>. On linux-x64 that is libstdc++'s, which its name says
/// (<c>St8function</c>), and which is laid out as <see cref="Function"/> is. What it refers to is a <see cref="HookList{T}"/>, held by a
/// <see cref="GCHandle"/> that goes when libtorch destroys the function.
/// </remarks>
internal static unsafe class NativeHook
{
    // unsigned at::TensorBase::_register_hook(std::function<at::TensorBase(at::TensorBase const&)>) const
    private const string RegisterHook = "_ZNK2at10TensorBase14_register_hookESt8functionIFS0_RKS0_EE";

    // c10::UndefinedTensorImpl::_singleton and the virtual functions of it and of other tensors
    private const string UndefinedTensor = "_ZN3c1019UndefinedTensorImpl10_singletonE";
    private const string UndefinedTensorFunctions = "_ZTVN3c1019UndefinedTensorImplE";
    private const string TensorFunctions = "_ZTVN3c1010TensorImplE";

    private static readonly Lazy<Entry> Found = new(Find);

    /// <summary>What libstdc++ asks of what it holds.</summary>
    private enum Request
    {
        TypeInfo = 0,
        Pointer = 1,
        Clone = 2,
        Destroy = 3,
    }

    /// <summary>Has backward passes run the hooks of a list on the gradient of a tensor, which must require grad.</summary>
    /// <exception cref="TorchNotImplementedException">There is no such entry on this platform, or not the expected one.</exception>
    internal static void Register(TensorHandle tensor, HookList<Tensor> hooks)
    {
        var entry = Found.Value;
        var function = new Function
        {
            Hooks = GCHandle.ToIntPtr(GCHandle.Alloc(hooks)),
            Manager = &Manage,
            Invoker = &Invoke,
        };
        NativeTensor? held = null;
        try
        {
            held = tensor.Hold();
            ((delegate* unmanaged[Cdecl]<nint, Function*, uint>)entry.Register)(held.Pointer, &function);
        }
        finally
        {
            held?.Release();
            // The callee takes a copy, or what it contains; the caller of a C++ function destroys what is left.
            if (function.Manager is not null)
                Free(&function.Hooks);
        }
    }

    private static Entry Find()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
            throw Error.HooksUnreachable($"the C++ of {NativeNames.Platform} passes functions and tensors in another way than that of linux-x64");
        var register = Symbol(RegisterHook);
        var undefined = Symbol(UndefinedTensor);
        // The first word of a C++ object points behind the first two words of its class' virtual functions.
        if (*(nint*)undefined != Symbol(UndefinedTensorFunctions) + 2 * sizeof(nint))
            throw Error.HooksUnreachable("its undefined tensor is laid out in another way");
        using var tensor = NativeTensor.Own(NativeError.Check(NativeMethods.THSTensor_empty(
            shape: null, dims: 0, DType.Float32.Code, (int)DeviceType.Cpu, deviceIndex: -1, requiresGrad: false)));
        if (**(nint**)tensor.Pointer != Symbol(TensorFunctions) + 2 * sizeof(nint))
            throw Error.HooksUnreachable("its tensors are laid out in another way");
        return new(register, undefined);
    }

    private static nint Symbol(string name)
        => NativeLibrary.TryGetExport(LibTorchLoader.Handle, name, out var address)
            ? address
            : throw Error.HooksUnreachable($"libtorch {LibTorchLoader.Info.StatedLibTorchVersion ?? BuildChoice.LibTorchVersion} has no {name}");

    /// <summary>libstdc++'s <c>_M_manager</c>.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte Manage(nint* target, nint* source, Request request)
    {
        switch (request)
        {
            case Request.Clone:
                *target = Copy(*source);
                break;
            case Request.Destroy:
                Free(target);
                break;
            case Request.TypeInfo or Request.Pointer:
                *target = 0;
                break;
        }
        return 0;
    }

    private static nint Copy(nint hooks)
    {
        try
        {
            return GCHandle.ToIntPtr(GCHandle.Alloc(GCHandle.FromIntPtr(hooks).Target));
        }
        catch (OutOfMemoryException)
        {
            return 0; // a function that does nothing
        }
    }

    private static void Free(nint* hooks)
    {
        if (*hooks != 0)
            GCHandle.FromIntPtr(*hooks).Free();
        *hooks = 0;
    }

    /// <summary>libstdc++'s <c>_M_invoker</c>: gradient in, gradient out, through the place that the caller has for it.</summary>
    /// <remarks>An undefined tensor says that the gradient stays. One of another dtype has libtorch end the pass with an error that is caught.</remarks>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint* Invoke(nint* result, nint* function, nint* gradient)
    {
        *result = Found.Value.Undefined;
        // The hook may remove itself, or free what its function holds: nothing of that is looked at afterwards.
        if (*function == 0 || *gradient == Found.Value.Undefined)
            return result;
        try
        {
            var hooks = (HookList<Tensor>)GCHandle.FromIntPtr(*function).Target!;
            if (hooks.IsEmpty || !BackwardPass.RunsHooks)
                return result;
            var given = Tensor.OfPass(NativeError.Check(NativeMethods.THSTensor_alias((nint)gradient)));
            BackwardPass.Current?.Seen?.Before(hooks, given);
            var changed = hooks.Run(given);
            BackwardPass.Current?.Seen?.After(hooks, changed);
            if (!ReferenceEquals(changed, given))
                Give(changed.Handle, result);
        }
        catch (Exception thrown)
        {
            BackwardPass.FailInHook(thrown);
            Refuse(result);
        }
        return result;
    }

    private static void Refuse(nint* result)
    {
        try
        {
            using var truth = NativeTensor.Own(NativeError.Check(NativeMethods.THSTensor_empty(
                shape: null, dims: 0, DType.Bool.Code, (int)DeviceType.Cpu, deviceIndex: -1, requiresGrad: false)));
            Give(truth, result);
        }
        catch (Exception)
        {
            // Not even that much memory: the pass goes on with the gradient as it was, and then throws what was thrown.
        }
    }

    /// <summary>Puts a tensor, counted once more, where a C++ caller expects one.</summary>
    private static void Give(TensorHandle tensor, nint* place)
    {
        var counted = (nint*)NativeError.Check(NativeMethods.THSTensor_alias(tensor));
        (*place, *counted) = (*counted, *place);
        NativeMethods.THSTensor_dispose((nint)counted);
    }

    private sealed record Entry(nint Register, nint Undefined);

    /// <summary>libstdc++'s <c>std::function</c>: 16 bytes for what it holds, then what to do with that, then what to call.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Function
    {
        internal nint Hooks;
        private readonly nint _unused;
        internal delegate* unmanaged[Cdecl]<nint*, nint*, Request, byte> Manager;
        internal delegate* unmanaged[Cdecl]<nint*, nint*, nint*, nint*> Invoker;
    }
}
