using System.Runtime.CompilerServices;

namespace TwinGrad.Examples;

/// <summary>The notebook in C#: a kernel with its variables, and one method a section that runs the section's cells.</summary>
/// <typeparam name="Tensor">
/// The engine's tensor. It goes by that name, as the kernel's <see cref="Torch"/> does by its own, so that the lines of a cell read, and can
/// be pasted into a program, as they stand: with <c>using TwinGrad;</c> they mean libtorch.
/// </typeparam>
internal sealed partial class Notebook<Tensor>(NotebookTorch<Tensor> torch)
    where Tensor : class, ITensor<Tensor>
{
    private readonly List<string> _warnings = [];

    // The notebook's variables. A cell uses what an earlier one has set.
    private Tensor x = default!;
    private Tensor y = default!;
    private Tensor z = default!;
    private Tensor w = default!;
    private Tensor b = default!;
    private Tensor yPred = default!;
    private Tensor loss = default!;

    private NotebookTorch<Tensor> Torch { get; } = torch;

    /// <summary>The cells that ran, in order.</summary>
    internal List<CellRun> Cells { get; } = [];

    /// <summary>The gradients they arrived at.</summary>
    internal List<GradientRun> Gradients { get; } = [];

    /// <summary>Runs the section of that name.</summary>
    internal void Run(string section)
    {
        Warnings.Warning += _warnings.Add;
        var always = Warnings.Always;
        Warnings.Always = true;
        try
        {
            SectionOf(section)();
        }
        finally
        {
            Warnings.Always = always;
            Warnings.Warning -= _warnings.Add;
        }
    }

    private Action SectionOf(string name) => name switch
    {
        "by-hand" => ByHand,
        "requires-grad" => RequiresGrad,
        "chain-rule" => ChainRule,
        "non-leaf-grad" => NonLeafGrad,
        "neuron-by-hand" => NeuronByHand,
        "neuron-autograd" => NeuronAutograd,
        "vector" => Vector,
        "zero-grad" => ZeroGrad,
        "requires-grad-off" => RequiresGradOff,
        "detach" => Detach,
        "no-grad" => NoGrad,
        _ => throw new ArgumentException($"the notebook has no section '{name}'", nameof(name)),
    };

    /// <summary>A cell that only holds remarks.</summary>
    private void Remark(int n) => Add(n, null, null);

    /// <summary>A cell that prints nothing.</summary>
    private void Cell(int n, Action code, [CallerArgumentExpression(nameof(code))] string text = "")
    {
        code();
        Add(n, text, null);
    }

    /// <summary>A cell that shows the value of its last line.</summary>
    private void Show(int n, Func<object?> code, [CallerArgumentExpression(nameof(code))] string text = "")
        => Add(n, text, PythonText.Of(code()));

    /// <summary>A cell that prints lines.</summary>
    private void Print(int n, Func<object?[]> code, [CallerArgumentExpression(nameof(code))] string text = "")
        => Add(n, text, string.Join('\n', code().Select(PythonText.Of)));

    /// <summary>A cell that ends in an error.</summary>
    private void Raises(int n, Action code, [CallerArgumentExpression(nameof(code))] string text = "")
    {
        try
        {
            code();
            Add(n, text, null);
        }
        catch (TorchException exception)
        {
            Add(n, text, $"{exception.PythonType}: {exception.Message}");
        }
    }

    /// <summary>The gradient that the last cell has shown.</summary>
    /// <param name="n">The cell.</param>
    /// <param name="name">The gradient's name.</param>
    /// <param name="gradient">What the engine computed.</param>
    /// <param name="at">What was differentiated by.</param>
    /// <param name="function">What was differentiated.</param>
    /// <param name="formula">The derivative derived by hand, element by element.</param>
    private void Gradient(
        int n, string name, Tensor gradient, Tensor at, Func<Tensor, Tensor> function, Func<double, double>? formula = null)
    {
        var values = at.ToArray<double>();
        var shape = at.Shape;
        Gradients.Add(new(
            n,
            name,
            gradient.ToArray<double>(),
            formula is null ? null : Array.ConvertAll(values, value => formula(value)),
            point => function(TensorFactory<Tensor>.Tensor(point, shape, DType.Float64)).Item<double>(),
            values));
    }

    private void Add(int n, string? text, string? printed)
    {
        var run = new CellRun(n, text is null ? null : CSharpText.Of(text), printed, _warnings.LastOrDefault());
        _warnings.Clear();
        Cells.Add(run);
    }
}
