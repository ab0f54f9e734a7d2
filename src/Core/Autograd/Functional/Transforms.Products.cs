namespace TwinGrad;

internal static partial class Transforms<T>
{
    /// <summary>v^T J by one backward pass.</summary>
    internal static (T[] Outputs, T[] Products) Vjp(Mapping<T> f, IReadOnlyList<T> inputs, IReadOnlyList<T>? v, Request request)
    {
        using var recording = new GradMode<T>(enabled: true);
        var points = Points(inputs, request);
        var outputs = f.At(points);
        Check.OutputsRequireGrad(outputs, request.Strict);
        var vector = Vector(v, outputs, f.SeveralOutputs, request, Error.NoVectorForOutput);
        var gradients = Gradients(outputs, points, vector, request.CreateGraph);
        var products = Filled(gradients, points, request, Error.OutputIndependent, Error.JacobianConstant);
        return (Released(outputs, request.CreateGraph), Released(products, request.CreateGraph));
    }

    /// <summary>J v by two backward passes: w^T J is linear in w, and its derivative by w along v is J v.</summary>
    /// <remarks>
    /// The value of w has no say in the result, as long as it is finite. See Townsend, A new trick for calculating Jacobian vector products (2017).
    /// </remarks>
    internal static (T[] Outputs, T[] Products) Jvp(Mapping<T> f, IReadOnlyList<T> inputs, IReadOnlyList<T>? v, Request request)
    {
        using var recording = new GradMode<T>(enabled: true);
        var points = Points(inputs, request);
        var vector = Vector(v, points, f.SeveralInputs, request, Error.NoVectorForInput);
        var outputs = f.At(points);
        Check.OutputsRequireGrad(outputs, request.Strict);
        var w = Zeros(outputs);
        var pulledBack = Gradients(outputs, points, w, createGraph: true);
        Check.GradientsRequireGrad(pulledBack, request.Strict, Error.GradientConstant);
        var gradients = Gradients(pulledBack, w, vector, request.CreateGraph);
        var products = Filled(gradients, outputs, request, Error.GradientIndependentOfVector, Error.JacobianConstant);
        return (Released(outputs, request.CreateGraph), Released(products, request.CreateGraph));
    }

    /// <summary>v^T H by two backward passes: the gradient of v times the gradient.</summary>
    internal static (T Output, T[] Products) Vhp(Mapping<T> f, IReadOnlyList<T> inputs, IReadOnlyList<T>? v, Request request)
    {
        using var recording = new GradMode<T>(enabled: true);
        var points = Points(inputs, request);
        var vector = Vector(v, points, f.SeveralInputs, request, Error.NoVectorForInput);
        var (output, gradient) = Gradient(f, points, request.Strict);
        var second = Gradients(gradient, points, vector, request.CreateGraph);
        var products = Filled(second, points, request, Error.JacobianIndependent, Error.HessianConstant);
        return (Released([output], request.CreateGraph)[0], Released(products, request.CreateGraph));
    }

    /// <summary>H v by three backward passes: w^T H is linear in w, and its derivative by w along v is H v.</summary>
    internal static (T Output, T[] Products) Hvp(Mapping<T> f, IReadOnlyList<T> inputs, IReadOnlyList<T>? v, Request request)
    {
        using var recording = new GradMode<T>(enabled: true);
        var points = Points(inputs, request);
        var vector = Vector(v, points, f.SeveralInputs, request, Error.NoVectorForInput);
        var (output, gradient) = Gradient(f, points, request.Strict);
        var w = Zeros(points);
        var pulledBack = Gradients(gradient, points, w, createGraph: true);
        var second = Gradients(pulledBack, w, vector, request.CreateGraph);
        var products = Filled(second, points, request, Error.HessianIndependentOfVector, Error.HessianConstant);
        return (Released([output], request.CreateGraph)[0], Released(products, request.CreateGraph));
    }

    /// <summary>The value of a function to one element and its gradient, recorded for another derivative.</summary>
    private static (T Output, T?[] Gradient) Gradient(Mapping<T> f, T[] points, bool strict)
    {
        var outputs = f.At(points);
        Check.OutputsRequireGrad(outputs, strict);
        Check.OneElement(outputs[0], f.Transform);
        var gradient = Gradients(outputs, points, v: null, createGraph: true);
        Check.GradientsRequireGrad(gradient, strict, Error.JacobianConstantInHessian);
        return (outputs[0], gradient);
    }
}
