using System.Buffers.Binary;

namespace TwinGrad.Tests;

/// <summary>Where a generator is can be kept and restored; what is no such state is refused before it could do harm.</summary>
[DoNotParallelize]
public abstract class RandomStateSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void A_restored_generator_draws_the_same_again()
    {
        TensorFactory<T>.ManualSeed(1);
        foreach (var drawnBefore in new[] { 0, 1, 5, 622, 623, 624, 625, 1000 })
        {
            TensorFactory<T>.Rand(drawnBefore);
            TensorFactory<T>.Randn(3);
            var state = TensorFactory<T>.GetRandomState();
            var first = Draw();
            Draw();
            TensorFactory<T>.SetRandomState(state);
            CollectionAssert.AreEqual(first, Draw());
        }
    }

    [TestMethod]
    public void A_state_is_a_vector_of_5056_bytes_on_the_CPU()
    {
        var state = TensorFactory<T>.GetRandomState(Device.Cpu);
        HasShape(state, 5056);
        Assert.AreSame(DType.UInt8, state.DType);
        Assert.AreEqual(Device.Cpu, state.Device);
        var copy = TensorFactory<T>.GetRandomState();
        TensorFactory<T>.Rand(1);
        CollectionAssert.AreEqual(state.ToArray<byte>(), copy.ToArray<byte>(), "a state is no view of the generator");
    }

    [TestMethod]
    public void What_is_no_state_is_refused_and_changes_nothing()
    {
        var state = TensorFactory<T>.GetRandomState();
        Refuses("RNG state must be a torch.ByteTensor", () => TensorFactory<T>.SetRandomState(Ones(3)));
        Refuses("RNG state must be a torch.ByteTensor", () => TensorFactory<T>.SetRandomState(state.Float()));
        Refuses(
            "Expected a CPUGeneratorImplState of size 5056 but found the input RNG state size to be 3",
            () => TensorFactory<T>.SetRandomState(Ints(DType.UInt8, 1, 2, 3)));
        Assert.ThrowsExactly<ArgumentNullException>(() => TensorFactory<T>.SetRandomState(null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => T.GetRandomState(null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => T.SetRandomState(state, null!));
        CollectionAssert.AreEqual(state.ToArray<byte>(), TensorFactory<T>.GetRandomState().ToArray<byte>());
    }

    /// <summary>libtorch takes some of these, and then reads beyond the generator's words; others end the process.</summary>
    [TestMethod]
    [DataRow(8, 0, "-1 words are left of 624 from word 0 on")]
    [DataRow(8, 625, "624 words are left of 624 from word 0 on")]
    [DataRow(8, -5, "-6 words are left of 624 from word 0 on")]
    [DataRow(8, int.MinValue, "-2147483649 words are left of 624 from word 0 on")]
    [DataRow(16, 625, "0 words are left of 624 from word 625 on")]
    [DataRow(16, -1, "0 words are left of 624 from word 4294967295 on")]
    [DataRow(12, 0, "it says that it was never seeded")]
    [DataRow(12, 256, "it says that it was never seeded")]
    [DataRow(28, 1, "word 0 is 4294967297, which has more than 32 bits")]
    [DataRow(5040, 2, "what says whether a normal draw is kept is neither 0 nor 1")]
    [DataRow(5052, 255, "what says whether a normal draw is kept is neither 0 nor 1")]
    public void A_broken_state_is_refused(int place, int number, string what)
    {
        TensorFactory<T>.ManualSeed(1);
        var bytes = TensorFactory<T>.GetRandomState().ToArray<byte>();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(place), number);
        Refuses(
            $"Invalid mt19937 state: {what}. Only what GetRandomState gave, byte for byte, is a state",
            () => TensorFactory<T>.SetRandomState(TensorFactory<T>.Tensor<byte>(bytes, DType.UInt8)));
    }

    [TestMethod]
    public void A_state_that_would_be_read_beyond_its_words_is_refused()
    {
        TensorFactory<T>.ManualSeed(1);
        TensorFactory<T>.Rand(100);
        var bytes = TensorFactory<T>.GetRandomState().ToArray<byte>();
        bytes[16]++;
        Assert.Throws<TorchArgumentException>(() => TensorFactory<T>.SetRandomState(TensorFactory<T>.Tensor<byte>(bytes, DType.UInt8)));
    }

    [TestMethod]
    public void A_state_may_lie_in_memory_as_it_likes()
    {
        var state = TensorFactory<T>.GetRandomState();
        var first = Draw();
        TensorFactory<T>.SetRandomState(TensorFactory<T>.Tensor<byte>([.. state.ToArray<byte>().SelectMany(value => new[] { value, value })], [5056, 2], DType.UInt8).Select(1, 0));
        CollectionAssert.AreEqual(first, Draw());
    }

    [TestMethod]
    public void There_is_no_state_of_a_GPU()
    {
        var exception = Assert.Throws<Exception>(() => TensorFactory<T>.GetRandomState(Device.Cuda()));
        Assert.IsInstanceOfType<ITorchException>(exception);
    }

    private static double[] Draw()
        => [
            .. TensorFactory<T>.Rand(5).ToArray<double>(),
            .. TensorFactory<T>.Randn([3], DType.Float64).ToArray<double>(),
            .. TensorFactory<T>.Randn(40).ToArray<double>(),
            .. Ones(9).Dropout().ToArray<double>(),
        ];
}
