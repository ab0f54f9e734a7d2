using Kind = TwinGrad.ScriptInterpreter.Kind;
using Value = TwinGrad.ScriptInterpreter.Value;

namespace TwinGrad;

/// <summary>Functions of libtorch that its C exports lack or leave open to C++ exceptions, called through TorchScript.</summary>
/// <remarks>
/// The exported <c>autograd.grad</c> lets exceptions out, and what a tensor's version is has no export at all. Both are operators of
/// TorchScript, whose interpreter turns every exception of an operator into one that the export catches. The script is this constant text,
/// compiled once.
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

    // Compiled at the first use, and never freed: other threads may be running it when the process ends.
    private static readonly Lazy<nint> Compiled = new(() => ScriptInterpreter.Compile(Source));

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

    private static nint[] Invoke(string function, params ReadOnlySpan<Value> arguments)
        => ScriptInterpreter.Invoke(Compiled.Value, function, arguments);
}
