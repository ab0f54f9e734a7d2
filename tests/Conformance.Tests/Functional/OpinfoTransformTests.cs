using TwinGrad.Conformance.Python;

namespace TwinGrad.Conformance.Tests.Functional;

/// <summary>
/// The transforms on the samples of PyTorch's operator database: with g the gradient of the weighted sum of a sample's outputs, the recorded
/// gradient of g's square is 2 g^T H.
/// </summary>
[TestClass]
public sealed class OpinfoTransformTests
{
    private const double Tolerance = 1e-7;

    // H v is not v^T H where the rule is no gradient of a function (of other than symmetric matrices), and is finite where that is nan.
    private static readonly string[] Asymmetric = ["linalg.pinv.hermitian#", "linalg.norm.subgradients_at_zero#"];

    [TestMethod]
    public void Gradients_and_products_with_the_Hessian_are_the_recorded_ones_on_libtorch() => Compare<Tensor>(withHvp: false);

    [TestMethod]
    public void Gradients_and_products_with_the_Hessian_are_the_recorded_ones_on_the_reference() => Compare<Reference.Tensor>(withHvp: true);

    private static void Compare<T>(bool withHvp)
        where T : class, ITensor<T>
    {
        var products = new OpinfoComparison("product with the Hessian", Tolerance);
        var gradients = new OpinfoComparison("gradient", Tolerance);
        List<string> differences = [];
        foreach (var golden in GoldenFile.Read<OpinfoCase>(Goldens.Find("opinfo")))
        {
            if (golden is not { SeededRandom: false, OutputProcess: null, IsCoarse: false, Second.Gradients: { } second, Grads.Count: > 0 })
                continue;
            var sample = new WeightedSum<T>(golden);
            IReadOnlyList<T> g = [];
            try
            {
                var first = gradients.Compare<T>(golden.Grads, () => g = Autograd.Grad(sample.At, sample.Leaves));
                var vhp = products.Compare<T>(second, () => Autograd.Vhp(sample.At, sample.Leaves, Doubled(g)).Vhp);
                // libtorch has no third derivatives of many operators, and H v by the trick asks for some.
                var hvp = withHvp && !Array.Exists(Asymmetric, id => golden.Id.StartsWith(id, StringComparison.Ordinal)) ? products.Compare<T>(second, () => Autograd.Hvp(sample.At, sample.Leaves, Doubled(g)).Hvp) : null;
                if ((first ?? vhp ?? hvp) is { } difference)
                    differences.Add($"{golden.Id}: {difference}");
            }
            catch (CannotAnswerException)
            {
                // The replay of the database tells what can't be played.
            }
        }
        Assert.IsEmpty(differences, string.Join("\n", differences));
        Assert.IsGreaterThan(30, products.Agreed);
    }

    private static T[] Doubled<T>(IReadOnlyList<T> g)
        where T : class, ITensor<T>
        => [.. g.Select(gradient => gradient * 2)];

    /// <summary>The sum of a sample's outputs times their cotangents, as a function of the tensors that require grad.</summary>
    private sealed class WeightedSum<T>(OpinfoCase golden)
        where T : class, ITensor<T>
    {
        internal T[] Leaves { get; } =
        [
            .. Tensors([golden.Input, .. golden.Args, .. golden.Kwargs.Values]).Where(tensor => tensor.RequiresGrad).Select(Made),
        ];

        internal T At(T[] points)
        {
            var next = new Queue<T>(points);
            var arguments = new PythonArguments(
                [Argument(golden.Input, next), .. golden.Args.Select(argument => Argument(argument, next))],
                golden.Kwargs.ToDictionary(argument => argument.Key, argument => Argument(argument.Value, next)));
            var result = new PythonEvaluator<T>().Call(golden.Call, arguments);
            var outputs = result is PythonSequence { Items: var items } ? items.Cast<T>() : [(T)result!];
            return outputs.Zip(golden.Outputs).Where(pair => pair.Second.Cotangent is not null && pair.First.RequiresGrad)
                .Select(pair => (pair.First * PythonTorch<T>.Leaf(pair.Second.Cotangent!, pair.Second.Shape, pair.First.DType)).Sum())
                .Aggregate((sum, term) => sum + term);
        }

        private static object? Argument(object? recorded, Queue<T> points) => recorded switch
        {
            OpinfoTensor { RequiresGrad: true } => points.Dequeue(),
            OpinfoTensor tensor => Made(tensor),
            PythonList { Items: var items } => new PythonList(items.Select(item => Argument(item, points)).ToList()),
            PythonTuple { Items: var items } => new PythonTuple([.. items.Select(item => Argument(item, points))]),
            _ => recorded,
        };

        private static T Made(OpinfoTensor tensor) => PythonTorch<T>.Leaf(tensor.Data, tensor.Shape, DType.Parse(tensor.Dtype ?? "float64"));

        private static IEnumerable<OpinfoTensor> Tensors(IEnumerable<object?> arguments) => arguments.SelectMany(argument => argument switch
        {
            OpinfoTensor tensor => [tensor],
            PythonSequence { Items: var items } => Tensors(items),
            _ => [],
        });
    }
}
