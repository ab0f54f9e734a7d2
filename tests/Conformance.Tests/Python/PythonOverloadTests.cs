using System.Reflection;
using TwinGrad.Conformance.Python;

namespace TwinGrad.Conformance.Tests.Python;

/// <summary>How Python's arguments find their places in C# methods.</summary>
[TestClass]
public sealed class PythonOverloadTests
{
    private static readonly Scalar One = 1;

    private static readonly Scalar Half = 0.5;

    [TestMethod]
    public void Numbers_without_brackets_fill_a_params_list()
        => Assert.AreEqual("[1, 1]", Call(nameof(Sizes), One, One));

    [TestMethod]
    public void None_for_what_has_no_null_is_no_argument()
        => Assert.AreEqual("[]", Call(nameof(Sizes), [null]));

    [TestMethod]
    public void None_for_what_has_to_be_given_is_refused()
        => Assert.IsNull(Call(nameof(Letter), [null]));

    [TestMethod]
    public void One_number_stands_for_a_list_of_it()
        => Assert.AreEqual("[0.5]", Call(nameof(Scales), Half));

    [TestMethod]
    public void Integers_do_not_come_from_a_float()
        => Assert.IsNull(Call(nameof(Sizes), Half));

    [TestMethod]
    public void Tensors_come_one_by_one_where_PyTorch_takes_them_so()
        => Assert.AreEqual("2 tensors", Call(nameof(BlockDiag), Reference.Torch.Ones(1), Reference.Torch.Ones(1)));

    [TestMethod]
    public void Tensors_do_not_come_one_by_one_elsewhere()
        => Assert.IsNull(Call(nameof(Cat), Reference.Torch.Ones(1), Reference.Torch.Ones(1)));

    [TestMethod]
    public void Sequence_of_the_right_length_is_a_tuple()
    {
        var dims = new PythonTuple([new PythonList([One]), new PythonTuple([One, One])]);
        Assert.AreEqual("1 and 2", Call(nameof(Pair), dims));
        Assert.IsNull(Call(nameof(Pair), new PythonTuple([new PythonList([One])])));
    }

    [TestMethod]
    public void String_of_one_letter_is_a_character()
    {
        Assert.AreEqual("U", Call(nameof(Letter), "U"));
        Assert.IsNull(Call(nameof(Letter), "UL"));
    }

    public static string Sizes(params ReadOnlySpan<long> sizes) => $"[{string.Join(", ", sizes.ToArray())}]";

    public static string Scales(ReadOnlySpan<double> scales) => FormattableString.Invariant($"[{string.Join(", ", scales.ToArray())}]");

    public static string BlockDiag(IReadOnlyList<Reference.Tensor> tensors) => $"{tensors.Count} tensors";

    public static string Cat(IReadOnlyList<Reference.Tensor> tensors) => $"{tensors.Count} tensors";

    public static string Pair((long[] X, IReadOnlyList<long> Y) dims) => $"{dims.X.Length} and {dims.Y.Count}";

    public static string Letter(char letter) => $"{letter}";

    /// <summary>What the method of that name returns, or null where it can't take the arguments.</summary>
    private static string? Call(string name, params object?[] arguments)
    {
        var overload = new PythonOverload(typeof(PythonOverloadTests).GetMethod(name, BindingFlags.Public | BindingFlags.Static)!);
        return PythonOverload.TryCall([overload], null, PythonArguments.Of(arguments), out var result) ? (string?)result : null;
    }
}
