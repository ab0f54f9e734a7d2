namespace TwinGrad.Tests;

/// <summary>Which dtype a result has, and what integers and truth values make of arithmetic.</summary>
public abstract class DTypeSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    private const string SubtractionOfBool = "Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a "
        + "mask, use the `~` or `logical_not()` operator instead.";

    /// <summary>torch.result_type of every pair of dtypes, of every dtype with a 0-dim tensor of every dtype, and with numbers.</summary>
    [TestMethod]
    public void Results_promote_as_torch_result_type_says()
    {
        var recorded = Recorded.Promotions;
        Assert.HasCount(2 * 100 + 2 * 30, recorded);
        foreach (var (left, leftDims, right, rightDims, result) in recorded)
        {
            var x = TensorFactory<T>.Ones(leftDims == 0 ? [] : [1L], DType.Parse(left));
            var actual = right switch
            {
                "True" => x * true,
                "1" => x * 1,
                "1.5" => x * 1.5,
                _ => x * TensorFactory<T>.Ones(rightDims == 0 ? [] : [1L], DType.Parse(right)),
            };
            Assert.AreEqual(result, actual.DType.Name, $"{left} ({leftDims}-dim) with {right} ({rightDims}-dim)");
        }
    }

    [TestMethod]
    public void Functions_on_the_reals_make_floats_of_integers()
    {
        foreach (var dtype in DType.All)
        {
            var x = TensorFactory<T>.Ones([2L], dtype);
            var expected = dtype.IsFloatingPoint ? dtype : DType.Float32;
            foreach (var y in new[] { x.Exp(), x.Log(), x.Sin(), x.Cos(), x.Tanh(), x.Sqrt(), x.Sigmoid(), x.Reciprocal(), x / x, x / 2 })
                Assert.AreEqual(expected, y.DType, dtype.Name);
            Assert.AreEqual(dtype.IsFloatingPoint ? dtype : DType.Int64, x.Sum().DType, dtype.Name);
        }
    }

    [TestMethod]
    public void Adding_truth_values_is_or_and_multiplying_and()
    {
        Prints("tensor([ True,  True, False])", Bools(true, true, false) + Bools(true, false, false));
        Prints("tensor([ True, False, False])", Bools(true, true, false) * Bools(true, false, false));
        Prints("tensor([1., 1.])", (Bools(true, true) + Bools(true, true)).To(DType.Float32));
        Prints("tensor(2)", (Bools(true, true) + Bools(true, true)).Sum());
        Prints("tensor([True, True])", (Bools(true, false) + true).Eq(Bools(true, true)));
        Prints("tensor([2, 1])", Bools(true, false) + 1);
        Prints("tensor([2.5000, 1.5000])", Bools(true, false) + 1.5);
    }

    [TestMethod]
    public void Truth_values_are_not_subtracted()
    {
        Refuses(
            "Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.",
            () => Bools(true).Sub_(Bools(true)));
        Refuses(SubtractionOfBool, () => Bools(true) - 1);
        Refuses(SubtractionOfBool, () => 1 - Bools(true));
        Refuses(SubtractionOfBool, () => Ints(1) - Bools(true));
        Refuses(SubtractionOfBool, () => Vector(1) - true);
        Refuses(SubtractionOfBool, () => Vector(1).Sub_(true));
    }

    [TestMethod]
    public void What_has_no_kernel_for_truth_values_says_so()
    {
        Refuses("\"abs_cpu\" not implemented for 'Bool'", () => Bools(true).Abs());
        Refuses("\"pow\" not implemented for 'Bool'", () => Bools(true).Pow(Bools(true)));
        Refuses("\"clamp_min_scalar_cpu\" not implemented for 'Bool'", () => Bools(true).Clamp(min: true));
        Refuses("\"dot\" not implemented for 'Bool'", () => Bools(true).Dot(Bools(true)));
        Refuses("\"addmm_impl_cpu_\" not implemented for 'Bool'", () => Bools(true).View(1, 1).Mm(Bools(true).View(1, 1)));
        Refuses("Boolean inputs not supported for relu", () => Bools(true).Relu());
        Refuses("\"arange_cpu\" not implemented for 'Bool'", () => TensorFactory<T>.Arange(2, DType.Bool));
    }

    [TestMethod]
    public void Integers_stay_integers_except_in_division()
    {
        Prints("tensor([4, 6])", Ints(1, 2) + Ints(3, 4));
        Prints("tensor([  8, -27,   1,  49])", Ints(2, -3, 0, 7).Pow(Ints(3, 3, 0, 2)));
        Prints("tensor([ 8, -8])", Ints(2, -2).Pow(3));
        Prints("tensor([0.5000, 0.5000])", Ints(1, 2) / Ints(2, 4));
        Prints("tensor([inf, nan])", Ints(1, 0) / 0);
        Prints("tensor([4, 0])", Ints(4, -4).Relu());
        Prints("tensor([4, 4])", Ints(4, -4).Abs());
        Prints("tensor([2., 3.])", Ints(4, 9).Pow(0.5));
    }

    [TestMethod]
    public void An_integer_to_a_negative_integer_power_is_0_unless_it_is_1()
    {
        Prints("tensor([ 0,  1, -1,  1,  0])", Ints(2, 1, -1, -1, 0).Pow(Ints(-1, -3, -3, -2, -1)));
        Prints("tensor([0, 1, 8])", T.Pow(2, Ints(-1, 0, 3)));
        Refuses("Integers to negative integer powers are not allowed.", () => Ints(2).Pow(-1));
        Prints("tensor([0.5000])", Ints(2).Pow(-1.0));
    }

    [TestMethod]
    public void Narrow_integers_wrap_around()
    {
        Prints("tensor([ 44, 200], dtype=torch.uint8)", Ints(DType.UInt8, 200, 100) + Ints(DType.UInt8, 100, 100));
        Prints("tensor([ 56, 156], dtype=torch.uint8)", -Ints(DType.UInt8, 200, 100));
        Prints("tensor([255, 254], dtype=torch.uint8)", Ints(DType.UInt8, 1, 0) - 2);
        Prints("tensor([-56,   6], dtype=torch.int8)", Ints(DType.Int8, 100, 3) * 2);
        Prints("tensor([-128,    3], dtype=torch.int8)", Ints(DType.Int8, -128, 3).Abs());
        Prints("tensor([45, 47], dtype=torch.int8)", Ints(DType.Int8, 1, 3) + 300);
        Prints("tensor([-32768], dtype=torch.int16)", Ints(DType.Int16, 32767) + 1);
        Prints("tensor([-2147483648], dtype=torch.int32)", Ints(DType.Int32, int.MaxValue) + 1);
        Prints("tensor([ 44, 255,   2, 254], dtype=torch.uint8)", Vector(300, -1, 2.9, -2.9).To(DType.UInt8));
    }

    [TestMethod]
    public void Numbers_that_a_dtype_cannot_hold_do_not_fill_a_tensor()
    {
        Refuses("value cannot be converted to type uint8_t without overflow", () => TensorFactory<T>.Full([2], 300, DType.UInt8));
        Refuses("value cannot be converted to type int8_t without overflow", () => TensorFactory<T>.Full([2], -129, DType.Int8));
        Refuses("value cannot be converted to type int64_t without overflow", () => TensorFactory<T>.Full([2], NaN, DType.Int64));
        Refuses("value cannot be converted to type int64_t without overflow", () => Ints(1).Fill_(NaN));
        Refuses("value cannot be converted to type c10::Half without overflow", () => TensorFactory<T>.Full([2], 1e10, DType.Float16));
        Refuses("value cannot be converted to type float without overflow", () => TensorFactory<T>.Full([2], 1e300, DType.Float32));
        Prints("tensor([255, 255], dtype=torch.uint8)", TensorFactory<T>.Full([2], -1, DType.UInt8));
        Prints("tensor([-2])", Ints(1).Fill_(-2.7));
        Prints("tensor([inf, inf])", TensorFactory<T>.Full([2], Infinity));
    }

    [TestMethod]
    public void Conversions_cut_fractions_and_test_for_0()
    {
        Prints("tensor([ 2, -2,  0])", Vector(2.9, -2.9, -0.5).To(DType.Int64));
        Prints("tensor([-2147483648, -2147483648], dtype=torch.int32)", Vector(3e10, NaN).To(DType.Int32));
        Prints("tensor([ True, False,  True, False])", Vector(0.5, 0, NaN, -0.0).To(DType.Bool));
        Prints("tensor([1., 0.], dtype=torch.float64)", Bools(true, false).To(DType.Float64));
        var x = Vector(1);
        Assert.AreSame(x, x.To(DType.Float32));
    }

    [TestMethod]
    public void Item_gives_the_number_or_says_why_not()
    {
        Assert.AreEqual(-2, Vector(-2.9).Item<int>());
        Assert.AreEqual(0.1f, Doubles(0.1).Item<float>());
        Assert.IsTrue(Vector(0.5).Item<bool>());
        Assert.AreEqual((Half)0.1, Vector(0.1).Item<Half>());
        Refuses("value cannot be converted to type int64_t without overflow", () => Vector(NaN).Item<int>());
        Refuses("value cannot be converted to type int without overflow", () => Vector(3e9).Item<int>());
        Refuses("value cannot be converted to type uint8_t without overflow", () => Ints(-1).Item<byte>());
        Refuses("Char is not an element type of tensors: use bool, byte, sbyte, short, int, long, Half, float or double", () => Vector(1).Item<char>());
    }

    [TestMethod]
    public void Elements_come_in_row_major_order_whatever_the_strides()
    {
        CollectionAssert.AreEqual(new[] { 0, 3, 1, 4, 2, 5 }, Counting(2, 3).Transpose().ToArray<int>());
        CollectionAssert.AreEqual(new[] { 2.0, 4 }, Vector(1, 2, 3, 4)[TensorIndex.Slice(1, step: 2)].ToArray<double>());
        CollectionAssert.AreEqual(new[] { 7f, 7, 7 }, Vector(7).Expand(3).ToArray<float>());
        CollectionAssert.AreEqual(new[] { 1, -1 }, Vector(1.9, -1.9).ToArray<int>());
        Assert.IsEmpty(Zeros(0, 3).ToArray<float>());
        Refuses("value cannot be converted to type uint8_t without overflow", () => Ints(256).ToArray<byte>());
    }

    [TestMethod]
    public void Half_precision_prints_rounds_and_keeps_its_dtype()
    {
        var (half, brain) = (Doubles(0.1, 3).To(DType.Float16), Doubles(0.1, 3).To(DType.BFloat16));

        Prints("tensor([0.1000, 3.0000], dtype=torch.float16)", half);
        Prints("tensor([0.1001, 3.0000], dtype=torch.bfloat16)", brain);
        Prints("tensor([0.2000, 3.0996], dtype=torch.float16)", half + 0.1);
        Prints("tensor([0.2002, 3.0938], dtype=torch.bfloat16)", brain + 0.1);
        Prints("tensor([ 0.8999, -2.0000], dtype=torch.float16)", 1 - half);
        Prints("tensor(3.0996, dtype=torch.float16)", half.Sum());
        Prints("tensor([0.0334, 1.0000], dtype=torch.bfloat16)", brain / 3);
        Assert.AreEqual((Half)0.1, half[0].Item<Half>());
        Assert.AreEqual(DType.Float32, (half + brain).DType);
        Assert.AreEqual(DType.Float16, (half * Number(2.0)).DType);
        Assert.AreEqual(DType.Float32, (half * Vector(2, 2)).DType);
        Assert.AreEqual(DType.Float16, Gradient(half.Detach().RequiresGrad_(), x => x * x).DType);
    }

    [TestMethod]
    [DataRow("uint8", 256)]
    [DataRow("uint8", -256)]
    [DataRow("int8", 128)]
    [DataRow("int8", -129)]
    [DataRow("int16", 40_000)]
    [DataRow("int32", 1L << 31)]
    public void Integer_that_the_dtype_does_not_hold_is_refused(string dtype, long value)
        => Refuses($"value cannot be converted to type {dtype} without overflow", () => Ints(DType.Parse(dtype), 0, value));

    [TestMethod]
    [DataRow("uint8", -1, 255, DisplayName = "into uint8 also a negative one, as long as its size fits")]
    [DataRow("uint8", 255, 255)]
    [DataRow("int8", -128, -128)]
    [DataRow("int16", 32_767, 32_767)]
    public void Integer_that_the_dtype_holds_is_taken(string dtype, long value, long held)
        => Assert.AreEqual(held, Ints(DType.Parse(dtype), value).Item<long>());
}
