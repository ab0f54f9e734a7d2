namespace TwinGrad.Tests;

/// <summary>Tensors come back from a file as they were saved, bit by bit.</summary>
public abstract class SafeTensorsSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void Tensors_of_every_dtype_come_back()
    {
        var tensors = DType.All.ToDictionary(dtype => dtype.Name, dtype => TensorFactory<T>.Tensor<int>([0, 1, 1, 0, 1, 1], [2, 3], dtype));
        var loaded = RoundTrip(tensors);
        CollectionAssert.AreEquivalent(tensors.Keys.ToList(), loaded.Keys.ToList());
        foreach (var (name, tensor) in tensors)
        {
            Assert.AreSame(tensor.DType, loaded[name].DType);
            HasShape(loaded[name], 2, 3);
            CollectionAssert.AreEqual(tensor.ToArray<double>(), loaded[name].ToArray<double>(), name);
            Assert.IsFalse(loaded[name].RequiresGrad);
        }
    }

    [TestMethod]
    public void Extremes_of_floating_numbers_come_back_to_the_bit()
    {
        double[] doubles = [0, -0.0, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue, Infinity, -Infinity, NaN, 0.1, 1 / 3.0, BitConverter.UInt64BitsToDouble(0x7FF8_0000_DEAD_BEEF)];
        float[] singles = [0, -0f, float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue, float.PositiveInfinity, float.NegativeInfinity, float.NaN, 0.1f, BitConverter.UInt32BitsToSingle(0xFFC1_2345)];
        Half[] halves = [Half.Zero, Half.NegativeZero, Half.Epsilon, Half.MaxValue, Half.MinValue, Half.PositiveInfinity, Half.NegativeInfinity, Half.NaN, (Half)0.1, BitConverter.UInt16BitsToHalf(0x7E55)];
        var loaded = RoundTrip(new()
        {
            ["double"] = TensorFactory<T>.Tensor<double>(doubles, DType.Float64),
            ["single"] = TensorFactory<T>.Tensor<float>(singles),
            ["half"] = TensorFactory<T>.Tensor<Half>(halves, DType.Float16),
        });
        CollectionAssert.AreEqual(doubles.Select(BitConverter.DoubleToUInt64Bits).ToArray(), loaded["double"].ToArray<double>().Select(BitConverter.DoubleToUInt64Bits).ToArray());
        CollectionAssert.AreEqual(singles.Select(BitConverter.SingleToUInt32Bits).ToArray(), loaded["single"].ToArray<float>().Select(BitConverter.SingleToUInt32Bits).ToArray());
        CollectionAssert.AreEqual(halves.Select(BitConverter.HalfToUInt16Bits).ToArray(), loaded["half"].ToArray<Half>().Select(BitConverter.HalfToUInt16Bits).ToArray());
    }

    /// <summary>Every number that two bytes can stand for: bytes are read and written again.</summary>
    [TestMethod]
    [DataRow("F16", 0x7C00, 0x0200)]
    [DataRow("BF16", 0x7F80, 0x0040)]
    [DataRow("I16", 0, 0)]
    public void Every_pattern_of_16_bits_comes_back(string dtype, int exponent, int quiet)
    {
        var file = SafeTensorsBytes.File($$$"""{"x":{"dtype":"{{{dtype}}}","shape":[65536],"data_offsets":[0,131072]}}""", 131072);
        var data = file.AsSpan(file.Length - 131072);
        for (var i = 0; i < 65536; i++)
            BitConverter.TryWriteBytes(data[(2 * i)..], (ushort)i);
        using var saved = new MemoryStream();
        SafeTensors.Save(saved, SafeTensors.Load<T>(new MemoryStream(file)).Tensors);
        var again = saved.ToArray().AsSpan((int)saved.Length - 131072);
        for (var i = 0; i < 65536; i++)
        {
            var isSignalling = quiet != 0 && (i & exponent) == exponent && (i & quiet) == 0 && (i & (quiet * 2 - 1)) != 0;
            var expected = isSignalling && typeof(T) == typeof(Reference.Tensor) ? i | quiet : i;
            Assert.AreEqual(expected, BitConverter.ToUInt16(again[(2 * i)..]));
        }
    }

    [TestMethod]
    public void Extremes_of_integers_come_back()
    {
        var most = typeof(T) == typeof(Reference.Tensor) ? (1L << 53) - 1 : long.MaxValue;
        var loaded = RoundTrip(new()
        {
            ["long"] = Ints(most, -most, 0, -1),
            ["int"] = Ints(DType.Int32, int.MaxValue, int.MinValue, -1),
            ["short"] = Ints(DType.Int16, short.MaxValue, short.MinValue, -1),
            ["sbyte"] = Ints(DType.Int8, sbyte.MaxValue, sbyte.MinValue, -1),
            ["byte"] = Ints(DType.UInt8, byte.MaxValue, 0, 128),
        });
        CollectionAssert.AreEqual(new[] { most, -most, 0, -1 }, loaded["long"].ToArray<long>());
        CollectionAssert.AreEqual(new[] { int.MaxValue, int.MinValue, -1 }, loaded["int"].ToArray<int>());
        CollectionAssert.AreEqual(new short[] { short.MaxValue, short.MinValue, -1 }, loaded["short"].ToArray<short>());
        CollectionAssert.AreEqual(new sbyte[] { sbyte.MaxValue, sbyte.MinValue, -1 }, loaded["sbyte"].ToArray<sbyte>());
        CollectionAssert.AreEqual(new byte[] { byte.MaxValue, 0, 128 }, loaded["byte"].ToArray<byte>());
    }

    [TestMethod]
    public void Shapes_of_every_kind_come_back()
    {
        long[][] shapes = [[], [0], [1], [3, 0, 2], [1, 1, 1, 1, 1], [2, 3, 4], [100_003]];
        var tensors = shapes.ToDictionary(shape => $"[{string.Join(",", shape)}]", shape => Counting(shape));
        foreach (var (name, tensor) in RoundTrip(tensors))
        {
            Assert.AreEqual(tensors[name].Shape, tensor.Shape);
            CollectionAssert.AreEqual(tensors[name].ToArray<float>(), tensor.ToArray<float>());
        }
    }

    [TestMethod]
    public void Views_are_saved_as_what_they_show()
    {
        var x = Counting(3, 4);
        var loaded = RoundTrip(new()
        {
            ["turned"] = x.Transpose(0, 1),
            ["column"] = x.Select(1, 2),
            ["row"] = x.Select(0, 1),
            ["expanded"] = Vector(7).Expand(4),
            ["tracked"] = (Leaf(1, 2) * 3),
        });
        CollectionAssert.AreEqual(new float[] { 0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11 }, loaded["turned"].ToArray<float>());
        HasShape(loaded["turned"], 4, 3);
        CollectionAssert.AreEqual(new float[] { 2, 6, 10 }, loaded["column"].ToArray<float>());
        CollectionAssert.AreEqual(new float[] { 4, 5, 6, 7 }, loaded["row"].ToArray<float>());
        CollectionAssert.AreEqual(new float[] { 7, 7, 7, 7 }, loaded["expanded"].ToArray<float>());
        CollectionAssert.AreEqual(new float[] { 3, 6 }, loaded["tracked"].ToArray<float>());
    }

    [TestMethod]
    public void Names_and_metadata_of_every_character_come_back()
    {
        string[] names = ["", "a.b.0", "\"quoted\"\\", "\0\u0001\b\f\n\r\t\u001f\u007f", "ä€😀\uFFFD\uE000", "{}", new string('x', 10_000)];
        var metadata = names.ToDictionary(name => name, name => name + "!");
        using var stream = new MemoryStream();
        SafeTensors.Save(stream, names.ToDictionary(name => name, name => Vector(name.Length)), metadata);
        stream.Position = 0;
        var loaded = SafeTensors.Load<T>(stream);
        foreach (var name in names)
        {
            Assert.AreEqual(name.Length, loaded.Tensors[name].Item<int>());
            Assert.AreEqual(name + "!", loaded.Metadata[name]);
        }
        Assert.HasCount(names.Length, loaded.Metadata);
    }

    [TestMethod]
    public void A_stream_is_written_and_read_from_where_it_is()
    {
        using var stream = new MemoryStream();
        stream.Write("before"u8);
        SafeTensors.Save(stream, new Dictionary<string, T> { ["x"] = Vector(1, 2) });
        stream.Position = "before".Length;
        CollectionAssert.AreEqual(new float[] { 1, 2 }, SafeTensors.Load<T>(stream).Tensors["x"].ToArray<float>());
        Assert.AreEqual(stream.Length, stream.Position);
    }

    [TestMethod]
    public void A_file_without_tensors_comes_back()
    {
        Assert.IsEmpty(RoundTrip([]));
        using var stream = new MemoryStream();
        SafeTensors.Save(stream, new Dictionary<string, T>(), new Dictionary<string, string> { ["format"] = "pt" });
        stream.Position = 0;
        Assert.AreEqual("pt", SafeTensors.Load<T>(stream).Metadata["format"]);
    }

    [TestMethod]
    public void A_file_is_replaced_whole_and_nothing_lies_beside_it()
    {
        using var folder = new TemporaryFolder();
        var path = folder["x.safetensors"];
        SafeTensors.Save(path, new Dictionary<string, T> { ["x"] = Counting(1000) });
        SafeTensors.Save(path, new Dictionary<string, T> { ["x"] = Vector(5) });
        CollectionAssert.AreEqual(new[] { "x.safetensors" }, folder.Names);
        Assert.AreEqual(5, SafeTensors.Load<T>(path).Tensors["x"].Item<int>());
    }

    [TestMethod]
    public void What_cannot_be_written_is_refused_before_anything_is()
    {
        using var folder = new TemporaryFolder();
        var path = folder["x.safetensors"];
        SafeTensors.Save(path, new Dictionary<string, T> { ["x"] = Vector(5) });
        var before = File.ReadAllBytes(path);
        Refuses(
            "no tensor can be called __metadata__ in a safetensors file, as its metadata is. Rename the tensor",
            () => SafeTensors.Save(path, new Dictionary<string, T> { ["__metadata__"] = Vector(1) }));
        Refuses(
            "there is no tensor under the name 'x', but null", () => SafeTensors.Save(path, new Dictionary<string, T> { ["x"] = null! }));
        Refuses(
            "the tensor name 'x\\ud83d' is no Unicode text: half of a surrogate pair stands alone in it",
            () => SafeTensors.Save(path, new Dictionary<string, T> { ["x\ud83d"] = Vector(1) }));
        Refuses(
            "there is no text under the metadata key 'k', but null",
            () => SafeTensors.Save(path, new Dictionary<string, T>(), new Dictionary<string, string> { ["k"] = null! }));
        Assert.Throws<ArgumentException>(() => SafeTensors.Save("", new Dictionary<string, T>()));
        Assert.ThrowsExactly<ArgumentNullException>(() => SafeTensors.Save<T>(path, null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => SafeTensors.Save((Stream)null!, new Dictionary<string, T>()));
        Assert.ThrowsExactly<ArgumentNullException>(() => SafeTensors.Load<T>((Stream)null!));
        CollectionAssert.AreEqual(before, File.ReadAllBytes(path));
        CollectionAssert.AreEqual(new[] { "x.safetensors" }, folder.Names);
    }

    [TestMethod]
    public void Where_no_file_can_be_written_or_read_the_message_says_which()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["taken"]);
        var tensors = new Dictionary<string, T> { ["x"] = Vector(5) };
        foreach (var path in new[] { folder["taken"], folder["none/x.safetensors"], folder["x\0y"], folder[new string('x', 300)] })
        {
            Assert.Contains("cannot write '", Assert.ThrowsExactly<CheckpointException>(() => SafeTensors.Save(path, tensors)).Message);
            var reading = Assert.ThrowsExactly<CheckpointException>(() => SafeTensors.Load<T>(path));
            Assert.Contains("cannot read '", reading.Message);
            Assert.AreEqual(path, reading.File);
        }
        CollectionAssert.AreEqual(new[] { "taken" }, folder.Names);
        Refuses("the stream can't say how long it is. Copy it into a file or a MemoryStream first", () => SafeTensors.Load<T>(new BufferedStream(new NoSeek())));
    }

    private static IReadOnlyDictionary<string, T> RoundTrip(Dictionary<string, T> tensors)
    {
        using var folder = new TemporaryFolder();
        var path = folder["x.safetensors"];
        SafeTensors.Save(path, tensors);
        return SafeTensors.Load<T>(path).Tensors;
    }

    private sealed class NoSeek : MemoryStream
    {
        public override bool CanSeek => false;
    }
}
