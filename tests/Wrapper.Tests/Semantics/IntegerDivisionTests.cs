namespace TwinGrad.Tests;

/// <summary>libtorch divides integers in the dtype of the result; where that makes the divisor -1, the smallest number ends the process.</summary>
[TestClass]
public sealed class IntegerDivisionTests
{
    private static Tensor X => Torch.Tensor([int.MinValue, -6L], DType.Int32);

    /// <summary>An int64 without dimensions, which becomes -1 as an int32.</summary>
    private static Tensor Y => Torch.Tensor<long>([uint.MaxValue], []);

    [TestMethod]
    public void A_divisor_that_becomes_minus_1_is_divided_by()
    {
        Tensor[] quotients = [Tensor.Div(X, Y, RoundingMode.Trunc), Tensor.Div(X, Y, RoundingMode.Floor), X.FloorDivide(Y)];
        foreach (var quotient in quotients)
            Assert.AreEqual("tensor([-2147483648,           6], dtype=torch.int32)", quotient.ToString());
    }

    [TestMethod]
    public void A_divisor_that_becomes_minus_1_leaves_no_remainder()
    {
        Tensor[] remainders = [X % Y, X.Fmod(Y), X % uint.MaxValue, X.Fmod(uint.MaxValue)];
        foreach (var remainder in remainders)
            Assert.AreEqual("tensor([0, 0], dtype=torch.int32)", remainder.ToString());
    }
}
