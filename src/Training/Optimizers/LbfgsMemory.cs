using System.Globalization;

namespace TwinGrad;

/// <summary>
/// What LBFGS knows of the function's curvature, while a step changes it. Nothing of the state that it was read from is changed, so that a
/// step that does not come to its end leaves no trace.
/// </summary>
internal sealed class LbfgsMemory<T>
    where T : class, ITensor<T>
{
    internal static readonly string[] NumberNames = ["func_evals", "n_iter", "t", "prev_loss", "H_diag", "ro.*"];

    internal static readonly string[] TensorNames = ["d", "prev_flat_grad", "old_dirs.*", "old_stps.*"];

    private readonly List<T> _made = [];
    private readonly List<T> _gradientChanges = [];
    private readonly List<T> _moves = [];
    private readonly List<double> _ro = [];

    /// <summary>Reads a state.</summary>
    internal LbfgsMemory(ParameterState<T> state)
    {
        double Number(string name, double initial = 0) => state.Numbers.TryGetValue(name, out var value) ? value : initial;

        (Evaluations, Iterations) = (Number("func_evals"), Number("n_iter"));
        (Length, PreviousLoss, InitialScale) = (Number("t"), Number("prev_loss"), Number("H_diag", 1));
        (Direction, PreviousGradient) = (state.Tensors.GetValueOrDefault("d"), state.Tensors.GetValueOrDefault("prev_flat_grad"));
        for (var i = 0; state.Numbers.TryGetValue(Item("ro", i), out var ro); i++)
        {
            _gradientChanges.Add(state.Tensors[Item("old_dirs", i)]);
            _moves.Add(state.Tensors[Item("old_stps", i)]);
            _ro.Add(ro);
        }
    }

    internal double Evaluations { get; set; }

    internal double Iterations { get; set; }

    /// <summary>How long the last step along the direction was.</summary>
    internal double Length { get; set; }

    internal double PreviousLoss { get; set; }

    internal T? Direction { get; private set; }

    internal T? PreviousGradient { get; set; }

    /// <summary>The factor that stands for the inverse Hessian before the remembered changes correct it.</summary>
    private double InitialScale { get; set; }

    internal static string Item(string list, int place) => string.Create(CultureInfo.InvariantCulture, $"{list}.{place}");

    /// <summary>A tensor that lives as long as the step, or longer if it is remembered.</summary>
    internal T Make(Func<T> make)
    {
        var made = T.Unscoped(make);
        _made.Add(made);
        return made;
    }

    /// <summary>The direction of the next step: at first against the gradient, then against the gradient as the curvature bends it.</summary>
    internal T NextDirection(T gradient, int historySize)
    {
        if (Direction is not { } last || PreviousGradient is not { } before)
            return Direction = Make(() => T.Neg(gradient));
        Remember(Make(() => T.Sub(gradient, before)), Make(() => T.Mul(last, Length)), historySize);
        var direction = Make(() => T.Neg(gradient));
        var al = new double[_ro.Count];
        for (var i = al.Length - 1; i >= 0; i--)
        {
            al[i] = FlatVector.Dot(_moves[i], direction) * _ro[i];
            T.Add_(direction, _gradientChanges[i], -al[i]);
        }
        T.Mul_(direction, InitialScale);
        for (var i = 0; i < al.Length; i++)
            T.Add_(direction, _moves[i], al[i] - FlatVector.Dot(_gradientChanges[i], direction) * _ro[i]);
        return Direction = direction;
    }

    /// <summary>The state after the step. What it does not hold of the state before, and of what the step made, is freed.</summary>
    internal ParameterState<T> Settled(ParameterState<T> before)
    {
        var state = new ParameterState<T>();
        (state.Numbers["func_evals"], state.Numbers["n_iter"]) = (Evaluations, Iterations);
        (state.Numbers["t"], state.Numbers["prev_loss"], state.Numbers["H_diag"]) = (Length, PreviousLoss, InitialScale);
        if (Direction is not null && PreviousGradient is not null)
            (state.Tensors["d"], state.Tensors["prev_flat_grad"]) = (Direction, PreviousGradient);
        for (var i = 0; i < _ro.Count; i++)
        {
            state.Numbers[Item("ro", i)] = _ro[i];
            (state.Tensors[Item("old_dirs", i)], state.Tensors[Item("old_stps", i)]) = (_gradientChanges[i], _moves[i]);
        }
        Free(before.Tensors.Values.Concat(_made).Except<T>(state.Tensors.Values, ReferenceEqualityComparer.Instance));
        return state;
    }

    /// <summary>Frees what a step made that did not come to its end.</summary>
    internal void Abandon() => Free(_made);

    /// <summary>Frees tensors that nobody else holds.</summary>
    internal static void Free(IEnumerable<T> tensors)
    {
        foreach (var tensor in tensors)
            T.Free(tensor);
    }

    private void Remember(T gradientChange, T move, int historySize)
    {
        var curvature = FlatVector.Dot(gradientChange, move);
        if (!(curvature > 1e-10))
            return;
        while (_ro.Count >= historySize)
        {
            _gradientChanges.RemoveAt(0);
            _moves.RemoveAt(0);
            _ro.RemoveAt(0);
        }
        _gradientChanges.Add(gradientChange);
        _moves.Add(move);
        _ro.Add(1 / curvature);
        InitialScale = curvature / FlatVector.Dot(gradientChange, gradientChange);
    }
}
