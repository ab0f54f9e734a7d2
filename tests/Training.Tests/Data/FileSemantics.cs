using System.Buffers.Binary;
using System.IO.Compression;

namespace TwinGrad.Tests;

/// <summary>Tensors of files: IDX in all its types, and tables as tensors.</summary>
public abstract class FileSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void Every_type_of_idx_is_read()
    {
        Prints("tensor([  0, 127, 128, 255], dtype=torch.uint8)", Read(IdxBytes.Of(0x08, [4], [0, 127, 128, 255])));
        Prints("tensor([   0,  127, -128,   -1], dtype=torch.int8)", Read(IdxBytes.Of(0x09, [4], [0, 127, 128, 255])));
        Prints("tensor([   258, -32768], dtype=torch.int16)", Read(IdxBytes.Of(0x0B, [2], [1, 2, 0x80, 0])));
        Prints("tensor([16909060,       -2], dtype=torch.int32)", Read(IdxBytes.Of(0x0C, [2], [1, 2, 3, 4, 255, 255, 255, 254])));
        var numbers = new byte[8];
        BinaryPrimitives.WriteSingleBigEndian(numbers, 1.5f);
        BinaryPrimitives.WriteSingleBigEndian(numbers.AsSpan(4), float.NegativeInfinity);
        Prints("tensor([1.5000,   -inf])", Read(IdxBytes.Of(0x0D, [2], numbers)));
        BinaryPrimitives.WriteDoubleBigEndian(numbers, -2.25);
        Prints("tensor([-2.2500], dtype=torch.float64)", Read(IdxBytes.Of(0x0E, [1], numbers)));
    }

    [TestMethod]
    public void The_lengths_are_the_files()
    {
        Prints(
            """
            tensor([[0, 1, 2],
                    [3, 4, 5]], dtype=torch.uint8)
            """, Read(IdxBytes.Of(0x08, [2, 3], [0, 1, 2, 3, 4, 5])));
        Prints("tensor(7, dtype=torch.uint8)", Read(IdxBytes.Of(0x08, [], [7])));
        HasShape(Read(IdxBytes.Of(0x0E, [0, 5], [])), 0, 5);
        var large = new byte[300_000];
        new Random(1).NextBytes(large);
        CollectionAssert.AreEqual(large, Read(IdxBytes.Of(0x08, [3, 100_000], large)).ToArray<byte>());
    }

    [TestMethod]
    public void A_file_that_lies_is_refused()
    {
        Refuses("t: an IDX file begins with 00 00, its type and its number of dimensions, but this with 50 4B 03 04", () => Read([0x50, 0x4B, 3, 4, 0, 0]));
        Refuses("t: the types of IDX are 08, 09 and 0B to 0E, but this file's is 0A", () => Read(IdxBytes.Of(0x0A, [1], [1])));
        Refuses("t: ends after 2 bytes where 4 of a header are announced", () => Read([0, 0]));
        Refuses("t: ends after 6 bytes where 2 lengths of 4 bytes are announced", () => Read([0, 0, 8, 2, 0, 0, 0, 1, 0, 0]));
        Refuses("t: ends after 3 bytes where 4 of shape [2, 2] are announced", () => Read(IdxBytes.Of(0x08, [2, 2], [1, 2, 3])));
        Refuses("t: goes on after the 2 bytes that it announces", () => Read(IdxBytes.Of(0x08, [2], [1, 2, 3])));
    }

    [TestMethod]
    public void Announced_lengths_take_no_memory()
    {
        foreach (var packed in new[] { false, true })
        {
            var before = GC.GetTotalAllocatedBytes();
            RefusesFile("ends after 3 bytes where 2147483591 of shape [2147483591] are announced", IdxBytes.Of(0x08, [2147483591], [1, 2, 3]), packed);
            RefusesFile("announces elements of shape [4294967295, 4294967295, 4294967295], more than the 2147483591 bytes that are read", IdxBytes.Of(0x0E, [uint.MaxValue, uint.MaxValue, uint.MaxValue], [1]), packed);
            Assert.IsLessThan(8_000_000, GC.GetTotalAllocatedBytes() - before);
        }
        // 255 lengths, as many as a byte counts; and a 0 among others whose product nobody can count.
        RefusesFile(null, IdxBytes.Of(0x08, [.. Enumerable.Repeat(uint.MaxValue, 255)], []), packed: false);
        RefusesFile(null, IdxBytes.Of(0x08, [0, uint.MaxValue, uint.MaxValue, uint.MaxValue], []), packed: false);
    }

    [TestMethod]
    public void A_packed_file_is_unpacked_or_refused()
    {
        using var folder = new TemporaryFolder();
        var bytes = IdxBytes.Of(0x08, [3], [1, 2, 3]);
        Prints("tensor([1, 2, 3], dtype=torch.uint8)", IdxFile.Read<T>(folder.Write("a", bytes)));
        Prints("tensor([1, 2, 3], dtype=torch.uint8)", IdxFile.Read<T>(folder.Write("b", IdxBytes.Packed(bytes))));
        var broken = IdxBytes.Packed(bytes);
        broken[^6] ^= 0x55;
        Assert.Contains("is not as gzip packs it", Assert.ThrowsExactly<DataFormatException>(() => IdxFile.Read<T>(folder.Write("c", broken))).Message);
        Assert.ThrowsExactly<DataFormatException>(() => IdxFile.Read<T>(folder.Write("d", IdxBytes.Packed(bytes)[..^12])));
        using var stream = new GZipStream(new MemoryStream(IdxBytes.Packed(bytes)), CompressionMode.Decompress);
        Prints("tensor([1, 2, 3], dtype=torch.uint8)", IdxFile.Read<T>(stream, "e"));
        Assert.ThrowsExactly<FileNotFoundException>(() => IdxFile.Read<T>(Path.Combine(folder.Path, "f")));
    }

    [TestMethod]
    public void Mutated_bytes_are_read_or_refused()
    {
        var random = new Random(5);
        for (var round = 0; round < 10_000; round++)
        {
            var packed = round % 2 == 0;
            var bytes = IdxBytes.Of((byte)random.Next(0x07, 0x10), [2, 3], new byte[6 * random.Next(9)]);
            if (packed)
                bytes = IdxBytes.Packed(bytes);
            for (var edit = random.Next(1, 5); edit > 0; edit--)
                bytes[random.Next(bytes.Length)] = random.Next(2) == 0 ? (byte)random.Next(4) : (byte)random.Next(256);
            bytes = bytes[..random.Next(bytes.Length / 2, bytes.Length + 1)];
            using Stream stream = packed ? new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress) : new MemoryStream(bytes);
            try
            {
                var tensor = IdxFile.Read<T>(stream, "t");
                Assert.HasCount((int)tensor.Numel, tensor.ToArray<double>());
            }
            catch (DataFormatException exception)
            {
                Assert.StartsWith("t: ", exception.Message);
            }
        }
    }

    [TestMethod]
    public void A_table_becomes_samples()
    {
        var table = CsvTable.Read(new StringReader("x,kind,y\n1,0,2\n3,2,4\n"), "t");
        var classes = table.ToDataset<T>("kind", DType.Int64);
        Prints(
            """
            tensor([[1., 2.],
                    [3., 4.]])
            """, classes.Inputs);
        Prints("tensor([0, 2])", classes.Targets);
        HasShape(table.ToDataset<T>("y").Targets, 2, 1);
        Prints("tensor([[2., 1.],\n        [4., 3.]], dtype=torch.float64)", table.ToTensor<T>(["y", "x"], DType.Float64));
        HasShape(CsvTable.Read(new StringReader("a,b\n"), "t").ToTensor<T>(), 0, 2);
        Refuses("t has no column 'z'; there are 'x', 'kind', 'y'", () => table.ToDataset<T>("z"));
    }

    [TestMethod]
    public void A_number_that_is_no_class_is_refused()
    {
        var table = CsvTable.Read(new StringReader("half,large,minus,nan,two,least\n0,0,0,0,0,0\n\n1.5,256,-1,nan,2,-9223372036854775808\n"), "t");
        Refuses("t: line 4, column 'half': 1.5 is no int64", () => table.ToTensor<T>(["half"], DType.Int64));
        Refuses("t: line 4, column 'large': 256 is no uint8", () => table.ToTensor<T>(["two", "large"], DType.UInt8));
        Refuses("t: line 4, column 'minus': -1 is no uint8", () => table.ToTensor<T>(["minus"], DType.UInt8));
        Refuses("t: line 4, column 'nan': NaN is no int32", () => table.ToTensor<T>(["nan"], DType.Int32));
        Refuses("t: line 4, column 'two': 2 is no bool", () => table.ToTensor<T>(["two"], DType.Bool));
        Prints("tensor([[ 0],\n        [-1]], dtype=torch.int8)", table.ToTensor<T>(["minus"], DType.Int8));
    }

    private static T Read(byte[] bytes) => IdxFile.Read<T>(new MemoryStream(bytes), "t");

    private static void RefusesFile(string? cause, byte[] bytes, bool packed)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("x", packed ? IdxBytes.Packed(bytes) : bytes);
        var exception = Assert.Throws<Exception>(() => { IdxFile.Read<T>(path); });
        Assert.IsInstanceOfType<ITorchException>(exception, exception.ToString());
        if (cause is not null)
            Assert.AreEqual($"{path}: {cause}", exception.Message);
    }
}
