namespace TwinGrad;

/// <summary>The type of a tensor's elements, as <c>torch.dtype</c>.</summary>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/tensor_attributes.html#torch.dtype"/>.</remarks>
public sealed class DType
{
    private DType(string name, sbyte code, int itemSize, DTypeCategory category)
    {
        Name = name;
        Code = code;
        ItemSize = itemSize;
        Category = category;
    }

    /// <summary>Unsigned 8-bit integer.</summary>
    public static DType UInt8 { get; } = new("uint8", 0, 1, DTypeCategory.Integer);

    /// <summary>Signed 8-bit integer.</summary>
    public static DType Int8 { get; } = new("int8", 1, 1, DTypeCategory.Integer);

    /// <summary>Signed 16-bit integer.</summary>
    public static DType Int16 { get; } = new("int16", 2, 2, DTypeCategory.Integer);

    /// <summary>Signed 32-bit integer.</summary>
    public static DType Int32 { get; } = new("int32", 3, 4, DTypeCategory.Integer);

    /// <summary>Signed 64-bit integer, the dtype of whole numbers in PyTorch.</summary>
    public static DType Int64 { get; } = new("int64", 4, 8, DTypeCategory.Integer);

    /// <summary>IEEE 754 binary16.</summary>
    public static DType Float16 { get; } = new("float16", 5, 2, DTypeCategory.Floating);

    /// <summary>IEEE 754 binary32, the default floating dtype.</summary>
    public static DType Float32 { get; } = new("float32", 6, 4, DTypeCategory.Floating);

    /// <summary>IEEE 754 binary64.</summary>
    public static DType Float64 { get; } = new("float64", 7, 8, DTypeCategory.Floating);

    /// <summary>Truth value, one byte.</summary>
    public static DType Bool { get; } = new("bool", 11, 1, DTypeCategory.Bool);

    /// <summary>The upper half of a binary32.</summary>
    public static DType BFloat16 { get; } = new("bfloat16", 15, 2, DTypeCategory.Floating);

    /// <summary>Every dtype, in libtorch's order.</summary>
    public static IReadOnlyList<DType> All { get; } =
        [UInt8, Int8, Int16, Int32, Int64, Float16, Float32, Float64, Bool, BFloat16];

    private static DType?[] ByCode { get; } =
        [.. Enumerable.Range(0, All.Max(dtype => dtype.Code) + 1).Select(code => All.FirstOrDefault(dtype => dtype.Code == code))];

    /// <summary>PyTorch's name without the module: <c>float32</c>.</summary>
    public string Name { get; }

    /// <summary>libtorch's number of this dtype (<c>c10::ScalarType</c>).</summary>
    public sbyte Code { get; }

    /// <summary>Bytes an element takes.</summary>
    public int ItemSize { get; }

    /// <summary>Bool, integer or floating: what type promotion compares first.</summary>
    public DTypeCategory Category { get; }

    /// <summary>Whether elements are floating-point numbers, the only ones that can require grad.</summary>
    public bool IsFloatingPoint => Category == DTypeCategory.Floating;

    /// <summary>The dtype with libtorch's number <paramref name="code"/>.</summary>
    /// <exception cref="TorchNotImplementedException">No dtype of this library has that number (complex, quantized).</exception>
    public static DType FromCode(sbyte code)
        => code >= 0 && code < ByCode.Length && ByCode[code] is { } dtype ? dtype : throw Error.UnknownDType(code);

    /// <summary>The dtype called <paramref name="name"/>, with or without <c>torch.</c> before it.</summary>
    /// <exception cref="TorchArgumentException">There is no such dtype.</exception>
    public static DType Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var bare = name.StartsWith("torch.", StringComparison.Ordinal) ? name["torch.".Length..] : name;
        return All.FirstOrDefault(dtype => dtype.Name == bare) ?? throw Error.UnknownDType(name);
    }

    /// <summary>The dtype that holds both <paramref name="a"/> and <paramref name="b"/>, as <c>torch.promote_types</c>.</summary>
    public static DType Promote(DType a, DType b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a == b)
            return a;
        if (a.Category != b.Category)
            return a.Category > b.Category ? a : b;
        if (a.ItemSize == b.ItemSize)
            return a.IsFloatingPoint ? Float32 : Int16; // float16 with bfloat16, uint8 with int8
        var wide = a.ItemSize > b.ItemSize ? a : b;
        return wide;
    }

    /// <summary>PyTorch's name: <c>torch.float32</c>.</summary>
    public override string ToString() => "torch." + Name;
}

/// <summary>The kinds of dtype in the order that type promotion ranks them.</summary>
public enum DTypeCategory
{
    /// <summary>Truth values.</summary>
    Bool,

    /// <summary>Whole numbers.</summary>
    Integer,

    /// <summary>Floating-point numbers.</summary>
    Floating,
}
