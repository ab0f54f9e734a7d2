namespace TwinGrad;

/// <summary>What PyTorch's gradcheck says.</summary>
internal static class GradCheckSentences
{
    internal const string GradientDType = "Gradient has dtype mismatch";
    internal const string GradientSize = "Analytical gradient has incorrect size";
    internal const string NotMultiplied = "backward not multiplied by grad_output";
    internal const string ExpectedZero = "Numerical gradient for function expected to be zero";

    internal const string UndefinedGradThrew =
        "Expected backward function to handle undefined output grads. Please look at \"Notes about undefined output gradients\" in "
        + "\"tools/autograd/derivatives.yaml\"";

    internal const string UndefinedGradNotZero =
        "Expected all input grads to be undefined or zero when all output grads are undefined or zero. Please look at \"Notes about "
        + "undefined output gradients\" in \"tools/autograd/derivatives.yaml\"";

    internal static string NotDouble(int input)
        => $"Input #{input} requires gradient and is not a double precision floating point or complex. This check will likely fail if all the "
            + "inputs are not of double precision floating point or complex. ";

    internal static TorchArgumentException NothingToCheck()
        => new("gradcheck expects at least one input tensor to require gradient, but none of the them have requires_grad=True.", "ValueError");

    internal static TorchArgumentException GradOutputs(int given, int needed)
        => new($"gradgradcheck takes a gradient for each of the function's {needed} outputs that require grad, but got {given}.", "ValueError");

    internal static TorchArgumentException StrideOfZero(int input)
        => new($"The {input}th input has a dimension with stride 0. gradcheck only supports inputs that are non-overlapping to be able to "
            + "compute the numerical gradients correctly. You should call .contiguous on the input before passing it to gradcheck.");

    internal static TorchArgumentException Overlap(int input)
        => new($"The {input}th input shows an element of its memory several times. gradcheck only supports inputs that are non-overlapping to "
            + "be able to compute the numerical gradients correctly. You should call .contiguous on the input before passing it to gradcheck.");

    internal static string OtherCountNearby(double eps, int below, int above)
        => $"Expected `func` to return as many outputs when inputs are perturbed by {PythonFloat.Repr(eps)}, but got: {below} and {above}.";

    internal static string OtherShapeNearby(double eps, Shape below, Shape above)
        => $"Expected `func` to return outputs with the same shape when inputs are perturbed by {PythonFloat.Repr(eps)}, but got: shapes "
            + $"torch.Size({below}) and torch.Size({above}).";

    internal static string OtherDTypeNearby(double eps, DType below, DType above)
        => $"Expected `func` to return outputs with the same dtype when inputs are perturbed by {PythonFloat.Repr(eps)}, but got: dtypes "
            + $"{below} and {above}.";

    internal static string BackwardNotReentrant(double tolerance)
        => "Backward is not reentrant, i.e., running backward with same input and grad_output multiple times gives different values, although "
            + $"analytical gradient matches numerical gradient.The tolerance for nondeterminism was {PythonFloat.Repr(tolerance)}.";

    internal static string FunctionNotDeterministic(int output, int element, double first, double again)
        => $"The function is not deterministic: called twice with the same inputs, element {element} of output {output} is "
            + $"{PythonFloat.Repr(first)} and then {PythonFloat.Repr(again)}.";

    internal static string Mismatch(int output, int input, string numerical, string analytical)
        => $"Jacobian mismatch for output {output} with respect to input {input},\nnumerical:{numerical}\nanalytical:{analytical}\n";

    internal static string RecomputedSlowly(string numerical, string analytical, double largest, bool slowAgrees)
        => "\nThe above quantities relating the numerical and analytical jacobians are computed \nin fast mode. See: "
            + "https://github.com/pytorch/pytorch/issues/53876 for more background \nabout fast mode. Below, we recompute numerical and "
            + $"analytical jacobians in slow mode:\n\nNumerical:\n {numerical}\nAnalytical:\n{analytical}\n\nThe max per-element difference "
            + $"(slow mode) is: {PythonFloat.Repr(largest)}.\n"
            + (slowAgrees
                ? "\nFast gradcheck failed but element-wise differences are small. This means that the\ntest might've passed in slow_mode!\n"
                : "");
}
