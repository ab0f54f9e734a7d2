using System.Text;
using System.Text.RegularExpressions;

namespace TwinGrad;

/// <summary>An operator of libtorch that is called by its own name, where no export calls it, or none that catches exceptions and passes every argument.</summary>
/// <remarks>
/// <code>
/// internal static readonly NativeFunction Cummax = new("x: Tensor, dim: int", "torch.cummax(x, dim)");
///
/// nint[] valuesAndIndices = Cummax.Call(x, dim);
/// </code>
/// It is a TorchScript function of one expression, compiled at its first call. One operator an expression: TorchScript would differentiate
/// longer ones by rules of its own, which are not libtorch's.
/// </remarks>
/// <param name="parameters">
/// Names and TorchScript types: Tensor, int, float, bool, number, <c>List[...]</c> of Tensor or int or float, and <c>Optional[...]</c> of those; <c>List[Optional[Tensor]]</c> where each is given.
/// </param>
/// <param name="expression">What it gives: a tensor, several, or a list of them.</param>
internal sealed unsafe partial class NativeFunction(string parameters, string expression)
{
    private const string Name = "f";

    private readonly bool[] _optional = [.. parameters.Split(", ").Select(parameter => parameter.Contains(": Optional[", StringComparison.Ordinal))];

    private readonly Lazy<nint> _compiled = new(() => ScriptInterpreter.Compile(Source(parameters, expression)));

    /// <summary>Makes sure that libtorch knows the operator and takes such arguments.</summary>
    internal void Compile() => _ = _compiled.Value;

    /// <summary>Calls the operator. The caller owns the tensors.</summary>
    internal nint[] Call(params ReadOnlySpan<NativeArgument> arguments)
    {
        var length = arguments.Length;
        for (var i = 0; i < arguments.Length; i++)
            length += arguments[i].IsNone && !_optional[i] ? throw Error.NoTensor() : arguments[i].Count;
        var values = new ScriptInterpreter.Value[length];
        using var held = new HandleScope(length);
        // The lists' items lie behind the arguments, so that one array is all that must not move.
        fixed (ScriptInterpreter.Value* first = values)
        {
            var items = first + arguments.Length;
            for (var i = 0; i < arguments.Length; i++)
                values[i] = arguments[i].Write(held, ref items);
            return ScriptInterpreter.Invoke(_compiled.Value, Name, values.AsSpan(0, arguments.Length));
        }
    }

    /// <summary>Calls an operator that works in place: what it gives is its first argument once more.</summary>
    internal void Run(params ReadOnlySpan<NativeArgument> arguments)
    {
        foreach (var result in Call(arguments))
            NativeTensor.Own(result).Dispose();
    }

    /// <summary>The function's text. A list of numbers comes in as a tensor of them, and what may be None as what is none.</summary>
    private static string Source(string parameters, string expression)
    {
        var body = new StringBuilder();
        foreach (Match list in NumberList().Matches(parameters))
        {
            var (name, optional, type) = (list.Groups[1].Value, list.Groups[2].Success, list.Groups[3].Value);
            if (optional)
            {
                body.Append($"    {name}: Optional[List[{type}]] = None\n");
                body.Append($"    if {name}_ is not None:\n        items_of_{name}: List[{type}] = {name}_.tolist()\n        {name} = items_of_{name}\n");
            }
            else
                body.Append($"    {name}: List[{type}] = {name}_.tolist()\n");
        }
        foreach (Match list in OptionalList().Matches(parameters))
            body.Append($"    {list.Groups[1]}: List[Optional[Tensor]] = []\n    for item in {list.Groups[1]}_:\n        {list.Groups[1]}.append(item)\n");
        var signature = NumberList().Replace(parameters, match => match.Groups[2].Success
            ? $"{match.Groups[1]}_: Optional[Tensor]"
            : $"{match.Groups[1]}_: Tensor");
        signature = OptionalList().Replace(signature, match => $"{match.Groups[1]}_: List[Tensor]");
        return $"def {Name}({signature}):\n{body}    return {expression}\n";
    }

    [GeneratedRegex(@"(\w+): (Optional\[)?List\[(int|float)\]\]?")]
    private static partial Regex NumberList();

    [GeneratedRegex(@"(\w+): List\[Optional\[Tensor\]\]")]
    private static partial Regex OptionalList();

    /// <summary>Native objects that a call uses, held until it is over.</summary>
    internal readonly ref struct HandleScope(int capacity) : IDisposable
    {
        private readonly List<NativeTensor> _tensors = new(capacity);
        private readonly List<ScalarHandle> _numbers = [];

        internal nint Hold(TensorHandle handle)
        {
            var tensor = handle.Hold();
            _tensors.Add(tensor);
            return tensor.Pointer;
        }

        internal nint Hold(ScalarHandle number)
        {
            var added = false;
            number.DangerousAddRef(ref added);
            _numbers.Add(number);
            return number.DangerousGetHandle();
        }

        public void Dispose()
        {
            foreach (var tensor in _tensors)
                tensor.Release();
            foreach (var number in _numbers)
                number.DangerousRelease();
        }
    }
}
