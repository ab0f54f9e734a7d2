namespace TwinGrad.Bench.Gate;

/// <summary>What is timed, on one side. Everything that a body makes it also disposes of, as careful code does.</summary>
internal interface IOperations
{
    /// <summary>x + 2.5 on 10 floats.</summary>
    void AddNumber();

    /// <summary>x * y on 10 floats, not recorded.</summary>
    void Multiply();

    /// <summary>x * y on 10 floats that require grad.</summary>
    void MultiplyRecorded();

    /// <summary>1 - x on 10 floats.</summary>
    void OneMinus();

    /// <summary>x * 2.0 on 10 floats.</summary>
    void Double();

    /// <summary>x.pow(2) of a single number, backward, and the gradient back to zero.</summary>
    void SquareAndBackward();

    /// <summary>autograd.grad of x.pow(2) of a single number.</summary>
    void GradOfSquare();

    /// <summary>A shape that does not fit, and the exception caught.</summary>
    void CaughtError();

    /// <summary>The sum of a million floats.</summary>
    void SumOfMillion();

    /// <summary>The product of two 64 x 64 matrices.</summary>
    void MatrixProduct();

    /// <summary>One number out of a tensor.</summary>
    void Item();

    /// <summary>A tensor from an array of 1000 floats.</summary>
    void FromArray();

    /// <summary>The notebook's neuron: sigmoid(w x + b), binary cross-entropy of the clamped output, backward, gradients to zero.</summary>
    void Neuron();
}
