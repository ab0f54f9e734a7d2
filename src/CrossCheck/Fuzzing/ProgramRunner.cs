using ReferenceTensor = TwinGrad.Reference.Tensor;
using TorchTensor = TwinGrad.Tensor;

namespace TwinGrad;

/// <summary>Runs programs on an engine and differentiates what they give.</summary>
internal static class ProgramRunner
{
    /// <summary>The program on libtorch.</summary>
    internal static ProgramResult OnTorch(RandomProgram program)
    {
        using var scope = Torch.NewScope();
        return Run<TorchTensor>(program, null);
    }

    /// <summary>The program on the reference engine, each step a little wrong if a disturbance is given.</summary>
    internal static ProgramResult OnReference(RandomProgram program, Disturbance? disturbance = null)
        => Run<ReferenceTensor>(program, disturbance);

    private static ProgramResult Run<T>(RandomProgram program, Disturbance? disturbance)
        where T : class, ITensor<T>
    {
        var tensors = new List<T>(program.Steps.Count);
        double[][] first = [], second = [];
        var loss = 0.0;
        ProgramRefusal? refusal = null;
        var where = "";
        try
        {
            foreach (var step in program.Steps)
            {
                where = $"step {tensors.Count}";
                T[] arguments = [.. step.Arguments.Select(argument => tensors[argument])];
                tensors.Add(disturbance is null ? step.Apply(arguments) : disturbance.Apply(step, arguments));
            }
            where = "first derivative";
            Differentiate();
        }
        // Whatever an engine throws is its answer, and is compared with the other's.
        catch (Exception exception)
        {
            refusal = new(where, exception);
        }
        return new([.. tensors.Select(tensor => new ProgramTensor(tensor.Shape, tensor.DType, tensor.ToArray<double>()))], first, second, refusal)
        {
            Loss = loss,
        };

        void Differentiate()
        {
            T[] results = [.. program.Results.Select(result => tensors[result]).Where(tensor => tensor.DType.IsFloatingPoint)];
            loss = results.Sum(result => Loss(result.ToArray<double>(), program.Weighted));
            results = [.. results.Where(tensor => tensor.RequiresGrad)];
            if (program.Orders == 0 || results.Length == 0)
                return;
            T[] leaves = [.. program.Steps.Select((step, i) => (step, i)).Where(pair => pair.step is LeafStep).Select(pair => tensors[pair.i])];
            T?[] cotangents = [.. results.Select(result => Cotangent(result, program.Weighted))];
            var gradients = Autograd.Grad(results, leaves, cotangents, createGraph: program.Orders > 1, allowUnused: true);
            first = [.. gradients.Select(Elements)];
            if (program.Orders == 1)
                return;
            where = "second derivative";
            var square = gradients.Where(gradient => gradient is { RequiresGrad: true }).Aggregate(
                (T?)null, (sum, gradient) => sum is null ? gradient!.Pow(2).Sum() : sum + gradient!.Pow(2).Sum());
            second = square is null
                ? Array.ConvertAll(leaves, _ => Array.Empty<double>())
                : [.. Autograd.Grad([square], leaves, allowUnused: true).Select(Elements)];
        }
    }

    private static double Loss(double[] values, bool weighted) => values.Select((value, i) => value * Weight(i, weighted)).Sum();

    private static T Cotangent<T>(T y, bool weighted)
        where T : class, ITensor<T>
        => TensorFactory<T>.Tensor<double>([.. Enumerable.Range(0, (int)y.Numel).Select(i => Weight(i, weighted))], y.Shape, y.DType);

    private static double Weight(int place, bool weighted) => weighted ? Derivatives.Cotangent(place) : 1;

    private static double[] Elements<T>(T? gradient)
        where T : class, ITensor<T>
        => gradient?.ToArray<double>() ?? [];
}
