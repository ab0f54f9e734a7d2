using ReferenceTensor = TwinGrad.Reference.Tensor;

namespace TwinGrad.Tests;

/// <summary>Each operator alone on both engines in float64: values, first and second gradients, kinks and the edges of domains included.</summary>
[TestClass]
public sealed class OperatorAgreementTests
{
    private static readonly double[] Special =
    [
        0, -0.0, 1, -1, 2, -2, 0.5, -0.5, 3, 10, -10, 1e-8, -1e-8, 1e8, 700, -700, 1e-300, 0.1, Math.PI, -Math.E,
        double.NaN, double.PositiveInfinity, double.NegativeInfinity,
    ];

    public static IEnumerable<object[]> UnaryNames => Operators<Tensor>.Unary.Keys.Select(name => new object[] { name });

    public static IEnumerable<object[]> BinaryNames => Operators<Tensor>.Binary.Keys.Select(name => new object[] { name });

    public static IEnumerable<object[]> ShapedNames => Operators<Tensor>.Shaped.Keys.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(UnaryNames))]
    public void A_function_of_one_tensor_agrees(string name)
        => Compare(name, x => Operators<Tensor>.Unary[name](x[0]), x => Operators<ReferenceTensor>.Unary[name](x[0]), Input.Of(Special));

    [TestMethod]
    [DynamicData(nameof(BinaryNames))]
    public void A_function_of_two_tensors_agrees(string name)
    {
        var (torch, reference) = (Operators<Tensor>.Binary[name], Operators<ReferenceTensor>.Binary[name]);
        Input[][] inputs =
        [
            [Input.Of([.. from x in Special from y in Special select x]), Input.Of([.. from x in Special from y in Special select y])],
            [new([2, 3], [0.5, 1, 2, -1, 3, 0]), new([3], [2, 1, -1])],
            [new([2, 1], [0.5, 2]), new([1, 3], [2, 0, -1])],
            [new([], [0.5]), new([2, 2], [2, 0, -1, 0.5])],
            [new([0], []), new([1], [2])],
        ];
        foreach (var input in inputs)
            Compare(name, x => torch(x[0], x[1]), x => reference(x[0], x[1]), input);
    }

    [TestMethod]
    [DynamicData(nameof(ShapedNames))]
    public void A_function_of_a_tensors_shape_agrees(string name)
        => Compare(
            name, x => Operators<Tensor>.Shaped[name](x[0]), x => Operators<ReferenceTensor>.Shaped[name](x[0]),
            new Input([2, 3, 4], [.. Enumerable.Range(1, 24).Select(i => Math.Sin(i) * 2)]));

    private static void Compare(string what, Func<Tensor[], Tensor> torch, Func<ReferenceTensor[], ReferenceTensor> reference, params Input[] inputs)
        => Agreement.Check(what, Derivatives.Of(torch, inputs, DType.Float64), Derivatives.Of(reference, inputs, DType.Float64));
}
