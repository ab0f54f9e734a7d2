namespace TwinGrad.Tests;

/// <summary>What holds on the CPU and not on a GPU, with the reasons. What is here is not run on a GPU.</summary>
internal static class CudaExceptions
{
    private const string Assertion =
        "a kernel of CUDA finds a place that is out of bounds by an assertion, after which the process can use the GPU no more";

    /// <summary>Tests, as <c>Class.Method</c>.</summary>
    internal static IReadOnlyDictionary<string, string> Tests { get; } = new Dictionary<string, string>
    {
        [$"{nameof(GatheringTests)}.{nameof(GatheringTests.Elements_that_are_not_there_are_refused)}"] = Assertion,
        [$"{nameof(LossTests)}.{nameof(LossTests.Targets_are_classes_that_exist)}"] = Assertion,
        [$"{nameof(TensorIndexingTests)}.{nameof(TensorIndexingTests.Indices_that_do_not_fit_are_refused)}"] = Assertion,
    };
}
