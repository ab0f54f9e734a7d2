namespace TwinGrad.Bench.Quick;

/// <summary>The same neuron as nothing but native calls, numbers as constants: the floor of every binding.</summary>
internal sealed unsafe class NativeNeuron
{
    private readonly nint _input = Native.NewOnes([], requiresGrad: false);
    private readonly nint _label = Native.NewOnes([], requiresGrad: false);
    private readonly nint _weight = Native.NewOnes([], requiresGrad: true);
    private readonly nint _bias = Native.NewOnes([], requiresGrad: true);
    private readonly nint _one = Native.NewOnes([], requiresGrad: false);
    private readonly nint _factor = Native.THSTorch_float64_to_scalar(1);
    private readonly nint _low = Native.THSTorch_float64_to_scalar(1e-8);
    private readonly nint _high = Native.THSTorch_float64_to_scalar(1 - 1e-8);

    internal void Run()
    {
        var product = Native.THSTensor_mul(_weight, _input);
        var z = Native.THSTensor_add(product, _bias, _factor);
        var sigmoid = Native.THSTensor_sigmoid(z);
        var p = Native.THSTensor_clamp(sigmoid, _low, _high);
        var logP = Native.THSTensor_log(p);
        var first = Native.THSTensor_mul(_label, logP);
        var otherLabel = Native.THSTensor_sub(_one, _label);
        var otherP = Native.THSTensor_sub(_one, p);
        var logOther = Native.THSTensor_log(otherP);
        var second = Native.THSTensor_mul(otherLabel, logOther);
        var sum = Native.THSTensor_add(first, second, _factor);
        var loss = Native.THSTensor_neg(sum);
        Native.THSAutograd_backward(&loss, 1, null, 0, retainGraph: false, createGraph: false, null, 0);
        var weightGrad = Native.THSTensor_grad(_weight);
        var biasGrad = Native.THSTensor_grad(_bias);
        Native.THSInit_zeros_(weightGrad);
        Native.THSInit_zeros_(biasGrad);
        ReadOnlySpan<nint> made =
        [
            biasGrad, weightGrad, loss, sum, second, logOther, otherP, otherLabel, first, logP, p, sigmoid, z, product,
        ];
        foreach (var tensor in made)
            Native.THSTensor_dispose(tensor);
    }
}
