namespace TwinGrad;

internal static partial class Transforms<T>
{
    /// <summary>J[i][j], the derivative of output i by input j, of the output's shape followed by the input's: a backward pass an element.</summary>
    internal static T[][] Jacobian(Mapping<T> f, IReadOnlyList<T> inputs, Request request)
    {
        using var recording = new GradMode<T>(enabled: true);
        var points = Points(inputs, request);
        var outputs = f.At(points);
        Check.OutputsRequireGrad(outputs, request.Strict);
        var jacobian = new T[outputs.Length][];
        for (var i = 0; i < outputs.Length; i++)
            jacobian[i] = Released(Rows(outputs[i], i, points, request), request.CreateGraph);
        return jacobian;
    }

    /// <summary>H[i][j], the second derivative by inputs i and j: the Jacobian of the gradient.</summary>
    internal static T[][] Hessian(Mapping<T> f, IReadOnlyList<T> inputs, Request request)
    {
        var single = f with
        {
            Function = points =>
            {
                var outputs = f.At(points);
                Check.OutputsRequireGrad(outputs, request.Strict);
                Check.OneElement(outputs[0], f.Transform);
                return [T.Squeeze(outputs[0])];
            },
        };
        var gradient = f with
        {
            SeveralOutputs = true,
            Function = points =>
            {
                var rows = Jacobian(single, points, new(CreateGraph: true, Strict: false))[0];
                Check.GradientsRequireGrad(rows, request.Strict, Error.JacobianConstantInHessian);
                return rows;
            },
        };
        return Jacobian(gradient, inputs, request);
    }

    /// <summary>The derivatives of one output by each input.</summary>
    private static T[] Rows(T output, int place, T[] points, Request request)
    {
        var rows = Array.ConvertAll(points, _ => new T[output.Numel]);
        var elements = Composites.Reshape(output, -1);
        for (var element = 0; element < output.Numel; element++)
        {
            var gradients = Gradients([T.Select(elements, 0, element)], points, v: null, request.CreateGraph, retainGraph: true);
            // PyTorch's sentence about a constant Jacobian names the output where the others name the input.
            var row = Filled(gradients, points, request, input => Error.OutputIndependent(place, input), _ => Error.JacobianConstant(place));
            for (var input = 0; input < row.Length; input++)
                rows[input][element] = row[input];
        }
        return [.. points.Select((point, input) => T.View(T.Stack(rows[input], 0), [.. output.Shape, .. point.Shape]))];
    }
}
