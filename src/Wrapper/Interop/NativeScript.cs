using System.Runtime.InteropServices;

namespace TwinGrad;

/// <summary>Functions of libtorch that its C exports lack or leave open to C++ exceptions, called through TorchScript.</summary>
/// <remarks>
/// The exported <c>autograd.grad</c> lets exceptions out, and what a tensor's version is has no export at all. Both are operators of
/// TorchScript, whose interpreter turns every exception of an operator into one that the export catches. The script is this constant text,
/// compiled once: that the compiler's own exceptions would not be caught matters to nobody.
/// </remarks>
internal static unsafe class NativeScript
{
    private const string Source = """
        def grad_of_numbers(outputs: List[Tensor], inputs: List[Tensor], retain_graph: bool, create_graph: bool):
            return torch.autograd.grad(outputs, inputs, None, retain_graph, create_graph, True)

        def grad(outputs: List[Tensor], inputs: List[Tensor], gradients: List[Tensor], retain_graph: bool, create_graph: bool):
            optional: List[Optional[Tensor]] = []
            for gradient in gradients:
                optional.append(gradient)
            return torch.autograd.grad(outputs, inputs, optional, retain_graph, create_graph, True)

        def version(x: Tensor):
            return [torch.tensor(x._version())]

        def is_inference(x: Tensor):
            return [torch.tensor(x.is_inference())]

        """;

    [ThreadStatic]
    private static Value* _results;

    [ThreadStatic]
    private static nuint _resultCount;

    // Compiled at the first use, and never freed: other threads may be running it when the process ends.
    private static readonly Lazy<nint> Compiled = new(() => NativeError.Check(NativeMethods.THSJIT_compile(Source)));

    /// <summary>What a value going in is, as the native side numbers it.</summary>
    internal enum Kind : long
    {
        Tensor = 0,
        Boolean = 2,
        TensorList = 5,
    }

    /// <summary>The gradients of the inputs of outputs that are numbers or have gradients of their own; 0 for one that is not in the graph. The caller owns the tensors.</summary>
    internal static nint[] Grad(HandleArray outputs, HandleArray inputs, HandleArray gradients, bool retainGraph, bool createGraph)
    {
        Value[] outputValues = Values(outputs), inputValues = Values(inputs), gradientValues = Values(gradients);
        fixed (Value* outputList = outputValues, inputList = inputValues, gradientList = gradientValues)
        {
            Value from = new(Kind.TensorList, outputValues.Length, (nint)outputList);
            Value to = new(Kind.TensorList, inputValues.Length, (nint)inputList);
            Value with = new(Kind.TensorList, gradientValues.Length, (nint)gradientList);
            Value retain = new(Kind.Boolean, retainGraph ? 1 : 0);
            Value create = new(Kind.Boolean, createGraph ? 1 : 0);
            return gradients.Count == 0
                ? Invoke("grad_of_numbers", from, to, retain, create)
                : Invoke("grad", from, to, with, retain, create);
        }
    }

    /// <summary>How often the tensor's memory was written in place.</summary>
    internal static int Version(Tensor x)
    {
        using var answer = Ask("version", x);
        return (int)*(long*)NativeMethods.THSTensor_data(answer);
    }

    /// <summary>Whether the tensor was made in inference mode.</summary>
    internal static bool IsInference(Tensor x)
    {
        using var answer = Ask("is_inference", x);
        return *(bool*)NativeMethods.THSTensor_data(answer);
    }

    /// <summary>A 0-dim tensor with what the script says of a tensor.</summary>
    private static TensorHandle Ask(string function, Tensor x)
    {
        using var held = HandleArray.Hold(x);
        return new(Invoke(function, new Value(Kind.Tensor, held.Pointers[0]))[0]);
    }

    private static Value[] Values(HandleArray tensors) => Array.ConvertAll(tensors.Pointers, tensor => new Value(Kind.Tensor, tensor));

    /// <summary>Runs a function of the script, which gives a list of tensors, or None in a tensor's place.</summary>
    private static nint[] Invoke(string function, params ReadOnlySpan<Value> arguments)
    {
        try
        {
            fixed (Value* values = arguments)
                NativeMethods.THSJIT_CompilationUnit_Invoke(Compiled.Value, function, values, arguments.Length, &Allocate, out _, idx: 0);
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
    /// <param name="Handle">The tensor, the list's first value, or the bool itself.</param>
    [StructLayout(LayoutKind.Sequential)]
    internal readonly record struct Value(Kind Kind, long Length, nint Handle)
    {
        internal Value(Kind kind, nint handle)
            : this(kind, -1, handle)
        {
        }
    }
}
