using System.Reflection;
using System.Runtime.InteropServices;

namespace TwinGrad.Tests;

/// <summary>What a managed declaration makes of a native function, as far as a machine can tell: the kind of each value.</summary>
internal sealed record NativeSignature(string Name, string Returns, IReadOnlyList<string> Parameters)
{
    internal static NativeSignature Of(MethodInfo method) => new(
        method.Name,
        KindOf(method.ReturnParameter),
        [.. method.GetParameters().Select(KindOf)]);

    /// <summary>Whether both describe one native function.</summary>
    internal bool Fits(NativeSignature other)
        => Name == other.Name && Returns == other.Returns && Parameters.SequenceEqual(other.Parameters);

    public override string ToString() => $"{Returns} {Name}({string.Join(", ", Parameters)})";

    private static string KindOf(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (type == typeof(void))
            return "nothing";
        // ref, out, arrays, strings and delegates are addresses like IntPtr, SafeHandle and what our marshaller makes of a tensor.
        if (type.IsByRef || type.IsPointer || type.IsFunctionPointer || !type.IsValueType
            || type == typeof(nint) || type == typeof(nuint) || type == typeof(TensorHandle))
            return "pointer";
        if (type.IsEnum)
            type = type.GetEnumUnderlyingType();
        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => KindOfBool(parameter),
            TypeCode.SByte or TypeCode.Byte => "8-bit integer",
            TypeCode.Int16 or TypeCode.UInt16 => "16-bit integer",
            TypeCode.Int32 or TypeCode.UInt32 => "32-bit integer",
            TypeCode.Int64 or TypeCode.UInt64 => "64-bit integer",
            TypeCode.Single => "float",
            TypeCode.Double => "double",
            _ => KindOfStruct(type),
        };
    }

    private static string KindOf(Type type) => type.IsPointer || type == typeof(nint) ? "pointer" : type.Name;

    /// <summary>The kinds of its fields, in the order in which they lie.</summary>
    private static string KindOfStruct(Type type)
        => $"({string.Join(", ", type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Select(field => KindOf(field.FieldType)))})";

    /// <summary>Without a word to the contrary, .NET passes a bool as a Win32 BOOL of 32 bits. C++'s has one byte.</summary>
    private static string KindOfBool(ParameterInfo parameter)
        => parameter.GetCustomAttribute<MarshalAsAttribute>()?.Value is UnmanagedType.U1 or UnmanagedType.I1
            ? "one-byte bool"
            : "32-bit bool";
}
