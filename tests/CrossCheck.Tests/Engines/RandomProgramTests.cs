using CsCheck;
using ReferenceTensor = TwinGrad.Reference.Tensor;

namespace TwinGrad.Tests;

/// <summary>Random programs on both engines. A failure is shrunk and printed with the seed that repeats it.</summary>
[TestClass]
public sealed class RandomProgramTests
{
    // Without a seed every run would test other programs and none could be relied on; the environment's CsCheck_Seed overrules it.
    private const string Seed = "0000KFd9ZyW2";

    [TestMethod]
    public void Values_first_and_second_gradients_agree_in_float64()
        => RandomProgram.Any.Sample(program => Compare(program, program), seed: Seed, iter: 1000, threads: 1);

    [TestMethod]
    public void A_program_with_one_wrong_operation_is_found_and_its_seed_told()
    {
        var failure = Assert.Throws<Exception>(() => RandomProgram.Any.Sample(
            program => Compare(program, program with { Steps = [.. program.Steps.Select(Faulty)] }), seed: Seed, iter: 1000, threads: 1));

        Assert.Contains("seed", failure.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("sigmoid", failure.Message);

        static Step Faulty(Step step) => step.ToString().StartsWith("sigmoid", StringComparison.Ordinal) ? step with { Operation = step.Operation - 1 } : step;
    }

    private static void Compare(RandomProgram onTorch, RandomProgram onReference)
        => Agreement.Check(
            onTorch.ToString(),
            Derivatives.Of<Tensor>(onTorch.Run, onTorch.Leaves, DType.Float64),
            Derivatives.Of<ReferenceTensor>(onReference.Run, onReference.Leaves, DType.Float64),
            noise: 1e-11);
}
