using System.Runtime.InteropServices;

namespace TwinGrad;

// Custom functions: a node of the native graph whose backward is a callback. The node's pointers are known to its FunctionNode alone.
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial FunctionPointers THSAutograd_CSharpNode_ctor(FunctionNode.ApplyCallback apply, FunctionNode.DeletedCallback deleted);

    [LibraryImport(Library)]
    internal static partial void THSAutograd_CSharpNode_disposeSharedPtr(FunctionPointers node);

    [LibraryImport(Library)]
    internal static partial void THSAutograd_CSharpNode_disposeWeakPtr(FunctionPointers node);

    [LibraryImport(Library)]
    internal static partial void THSAutograd_CSharpNode_setNextEdges(
        FunctionPointers node, TensorPointers inputs, [MarshalAs(UnmanagedType.U1)] bool recording);

    [LibraryImport(Library)]
    internal static partial void THSAutograd_Function_wrapOutputs(
        TensorPointers inputs, TensorPointers nonDifferentiable, TensorPointers dirty, TensorPointers results, FunctionPointers node,
        delegate* unmanaged[Cdecl]<nuint, nint*> allocator);

    [LibraryImport(Library)]
    internal static partial nint THSAutograd_SavedVariable_ctor(
        TensorHandle tensor, FunctionPointers node, [MarshalAs(UnmanagedType.U1)] bool inPlaceOnView);

    [LibraryImport(Library)]
    internal static partial nint THSAutograd_SavedVariable_unpack(nint saved, FunctionPointers node);

    [LibraryImport(Library)]
    internal static partial void THSAutograd_SavedVariable_dispose(nint saved);
}

/// <summary>Native tensors and how many: LibTorchSharp's <c>TensorArray</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct TensorPointers(nint* tensors, long count)
{
    internal readonly nint* Tensors = tensors;
    internal readonly long Count = count;
}

/// <summary>A node of the native graph: LibTorchSharp's <c>CSharpNodePtr</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct FunctionPointers
{
    /// <summary>Keeps the node until a tensor does.</summary>
    internal readonly nint Shared;

    /// <summary>Finds the node as long as it is there.</summary>
    internal readonly nint Weak;
}
