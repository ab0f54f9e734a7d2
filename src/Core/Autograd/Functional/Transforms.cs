namespace TwinGrad;

/// <summary>What the transforms of <c>torch.autograd.functional</c> have in common: points to differentiate at, gradients, zeros for none.</summary>
internal static partial class Transforms<T>
    where T : ITensor<T>
{
    /// <summary>Where the function is called and differentiated: tensors that require grad.</summary>
    private static T[] Points(IReadOnlyList<T> inputs, Request request)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.Count > 0 ? Taken(inputs, request, requiresGrad: true) : throw Error.NoGradInputs();
    }

    /// <summary>The vector as tensors of the same shapes as what it is multiplied with; null where it is left out and may be.</summary>
    private static T[]? Vector(IReadOnlyList<T>? v, T[] others, bool several, Request request, Func<TorchArgumentException> missing)
    {
        if (v is null)
            return others is [{ Numel: 1 }] ? null : throw missing();
        var vector = Taken(v, request, requiresGrad: false);
        Check.VectorLike(vector, others, several);
        return vector;
    }

    /// <summary>
    /// Tensors of the same memory as those that were given, but never the same objects: the function may hold those too, and what it makes
    /// of them is constant. Gradients flow back to what was given where they can and the graph was asked for.
    /// </summary>
    private static T[] Taken(IReadOnlyList<T> tensors, Request request, bool requiresGrad)
    {
        var taken = new T[tensors.Count];
        for (var i = 0; i < taken.Length; i++)
        {
            var given = Check.Given(tensors[i]);
            taken[i] = request.CreateGraph && given.RequiresGrad ? T.View(given, given.Shape) : T.RequiresGrad_(T.Detach(given), requiresGrad);
        }
        return taken;
    }

    /// <summary>d(sum of outputs * v)/d(input); outputs that were not computed of any input, or not at all, have no part in it.</summary>
    private static T?[] Gradients(T?[] outputs, T[] inputs, T[]? v, bool createGraph, bool? retainGraph = null)
    {
        var roots = new List<T>();
        var vectors = new List<T>();
        for (var i = 0; i < outputs.Length; i++)
        {
            if (outputs[i] is not { RequiresGrad: true } root)
                continue;
            roots.Add(root);
            if (v is not null)
                vectors.Add(v[i]);
        }
        return roots.Count == 0
            ? new T?[inputs.Length]
            : [.. Autograd.Grad(roots, inputs, v is null ? null : vectors, retainGraph, createGraph, allowUnused: true)];
    }

    /// <summary>The gradients with zeros in the place of those that are not there, which strict refuses with a sentence about their place.</summary>
    private static T[] Filled(
        T?[] gradients, T[] like, Request request, Func<int, TorchException> independent, Func<int, TorchException> constant)
    {
        var filled = new T[gradients.Length];
        for (var i = 0; i < filled.Length; i++)
        {
            if (gradients[i] is not { } gradient)
                filled[i] = request.Strict ? throw independent(i) : Zeros(like[i], requiresGrad: false);
            else if (request is { Strict: true, CreateGraph: true } && !gradient.RequiresGrad)
                throw constant(i);
            else
                filled[i] = gradient;
        }
        return filled;
    }

    private static T Zeros(T like, bool requiresGrad)
        => T.Full(like.Shape, 0, like.DType, like.Device, requiresGrad);

    private static T[] Zeros(T[] like) => Array.ConvertAll(like, other => Zeros(other, requiresGrad: true));

    /// <summary>The results, without the graph behind them unless it was asked for.</summary>
    private static T[] Released(T[] results, bool createGraph) => createGraph ? results : Array.ConvertAll(results, T.Detach);

    /// <summary>What all transforms are told.</summary>
    /// <param name="CreateGraph">Record what is computed, for derivatives of higher order.</param>
    /// <param name="Strict">Refuse what does not depend on an input.</param>
    internal readonly record struct Request(bool CreateGraph, bool Strict);
}
