using System.Runtime.InteropServices;

namespace TwinGrad;

/// <summary>Compiles and runs TorchScript: the way to operators of libtorch that have no export, or none that catches exceptions.</summary>
/// <remarks>The interpreter turns every exception of an operator into one that the export catches.</remarks>
internal static unsafe class ScriptInterpreter
{
    [ThreadStatic]
    private static Value* _results;

    [ThreadStatic]
    private static nuint _resultCount;

    /// <summary>What a value going in is, as the native side numbers it.</summary>
    internal enum Kind : long
    {
        Tensor = 0,
        Scalar = 1,
        Boolean = 2,
        Int32 = 3,
        TensorList = 5,
        None = 8,
    }

    /// <summary>Functions in TorchScript, compiled. They are never freed: other threads may be running them when the process ends.</summary>
    internal static nint Compile(string source) => NativeError.Check(NativeMethods.THSJIT_compile(source));

    /// <summary>Runs a function that gives a tensor, or a list or a tuple of them, with 0 for None in a tensor's place. The caller owns the tensors.</summary>
    internal static nint[] Invoke(nint functions, string name, ReadOnlySpan<Value> arguments)
    {
        try
        {
            fixed (Value* values = arguments)
                NativeMethods.THSJIT_CompilationUnit_Invoke(functions, name, values, arguments.Length, &Allocate, out _, idx: 0);
            NativeError.Check();
            var results = new nint[(int)_resultCount];
            for (var i = 0; i < results.Length; i++)
                results[i] = _results[i].Handle;
            return results;
        }
        finally
        {
            NativeMemory.Free(_results);
            _results = null;
            _resultCount = 0;
        }
    }

    /// <summary>Gives the native side room for a list of results. It runs under native code, where no exception may pass.</summary>
    [UnmanagedCallersOnly]
    private static Value* Allocate(int list, nuint length)
    {
        try
        {
            _results = (Value*)NativeMemory.AllocZeroed(length, (nuint)sizeof(Value));
        }
        catch (OutOfMemoryException)
        {
            _results = null; // which the native side reports as its error
        }
        _resultCount = _results is null ? 0 : length;
        return _results;
    }

    /// <summary>A value on its way in or out: LibTorchSharp's <c>TensorOrScalar</c>.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Length">How many values a list has.</param>
    /// <param name="Handle">The tensor or number, the list's first value, or the bool or int itself.</param>
    [StructLayout(LayoutKind.Sequential)]
    internal readonly record struct Value(Kind Kind, long Length, nint Handle)
    {
        internal Value(Kind kind, nint handle)
            : this(kind, -1, handle)
        {
        }
    }
}
