using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace TwinGrad;

/// <summary>Turns what libtorch left behind after a failed call into the exception that PyTorch raises.</summary>
internal static unsafe partial class NativeError
{
    private const string ScriptError = "\nRuntimeError: ";

    /// <summary>The result of a call that gives a tensor.</summary>
    internal static nint Check(nint result)
    {
        if (result == 0)
            Throw();
        return result;
    }

    /// <summary>The result of a call for which PyTorch calls an index out of bounds a RuntimeError: gather and scatter.</summary>
    internal static nint CheckElements(nint result) => CheckElements(() => Check(result));

    /// <inheritdoc cref="CheckElements(nint)"/>
    internal static TResult CheckElements<TResult>(Func<TResult> call)
    {
        try
        {
            return call();
        }
        catch (TorchIndexException outside)
        {
            throw new TorchArgumentException(outside.Message, nativeTrace: outside.NativeTrace);
        }
    }

    /// <summary>After a call that gives nothing: whether it failed.</summary>
    internal static void Check()
    {
        if (Take() is { } error)
            throw error;
    }

    /// <summary>The error of this thread's last native call, or null where it had none.</summary>
    internal static Exception? Take()
    {
        var error = NativeMethods.THSTorch_get_and_reset_last_err();
        return error == 0 ? null : Read(error);
    }

    private static void Throw() => throw Take() ?? new TorchException("libtorch returned no tensor and gave no reason");

    private static Exception Read(nint error)
    {
        var text = Marshal.PtrToStringUTF8(error)!;
        // The native side made the text with strdup and leaves it to us. Both sides use the system's C library, hence its one heap.
        NativeMemory.Free((void*)error);
        return Of(text);
    }

    /// <summary>The exception that a text of libtorch's is about. Its sentence is without libtorch's frames: those go to a property.</summary>
    internal static Exception Of(string text)
    {
        var end = text.IndexOf("\nException raised from", StringComparison.Ordinal);
        if (end < 0)
            end = text.IndexOf("\nframe #0", StringComparison.Ordinal); // an allocation's error goes straight to its frames
        var sentence = (end < 0 ? text : text[..end]).TrimEnd();
        var frames = end < 0 ? null : text[(end + 1)..];
        // TorchScript's interpreter tells where in the script it was, and behind that the operator's own sentence.
        if (sentence.StartsWith("The following operation failed in the TorchScript interpreter.", StringComparison.Ordinal))
            sentence = sentence[(sentence.LastIndexOf(ScriptError, StringComparison.Ordinal) + ScriptError.Length)..];
        sentence = CppTensorType().Replace(sentence, "[torch.$1Tensor ");
        if (IndexSentence().IsMatch(sentence))
            return new TorchIndexException(sentence, frames);
        if (NotImplementedSentence().IsMatch(sentence))
            return new TorchNotImplementedException(sentence, frames);
        if (LinAlgSentence().IsMatch(sentence))
            return new TorchLinAlgException(sentence, frames);
        return new TorchException(sentence, frames);
    }

    /// <summary>PyTorch's Python layer says <c>torch.FloatTensor</c> where libtorch says <c>CPUFloatType</c>.</summary>
    [GeneratedRegex("\\[CPU(\\w+)Type ")]
    private static partial Regex CppTensorType();

    [GeneratedRegex("^Dimension out of range|^((select|index_copy_)\\(\\): )?index (-?\\d+ )?(is )?out of|cannot be applied to a 0-dim tensor|^too many indices|"
        + "^out of range: tried to access index|^shape mismatch: indexing tensors|^Target -?\\d+ is out of bounds")]
    private static partial Regex IndexSentence();

    [GeneratedRegex("not implemented for '|^Could not run 'aten::")]
    private static partial Regex NotImplementedSentence();

    [GeneratedRegex("input matrix is singular\\.$|is not positive-definite\\)\\.$|: The algorithm failed to converge because the input matrix|"
        + "the input matrix does not have full rank")]
    private static partial Regex LinAlgSentence();
}
