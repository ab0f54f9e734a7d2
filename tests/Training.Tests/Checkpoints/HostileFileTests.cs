namespace TwinGrad.Tests;

/// <summary>What a file says about itself is believed only as far as the file goes: the message says what is wrong, and hardly any memory is taken.</summary>
[TestClass]
public sealed class HostileFileTests
{
    private const string One = """{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""";

    /// <summary>What an engine takes at its first use is not the file's doing.</summary>
    [ClassInitialize]
    public static void BothEnginesAreLoaded(TestContext context)
    {
        foreach (var dtype in DType.All)
            _ = (Torch.Zeros([1], dtype), Reference.Torch.Zeros([1], dtype));
    }

    [TestMethod]
    public void AWholeFileIsRead() => Assert.HasCount(1, SafeTensors.Load<Reference.Tensor>(new MemoryStream(SafeTensorsBytes.File(One, 8))).Tensors);

    [TestMethod]
    [DataRow(new byte[0], "it has 0 bytes, and the length of the header alone takes 8")]
    [DataRow(new byte[] { 1, 2, 3 }, "it has 3 bytes, and the length of the header alone takes 8")]
    [DataRow(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 }, "the header does not begin with {")]
    [DataRow(new byte[] { 255, 255, 255, 255, 255, 255, 255, 255, 0x7B }, "the first 8 bytes say that the header has 18446744073709551615 bytes, and 100000000 are the most")]
    [DataRow(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0x80, 0x7B }, "the first 8 bytes say that the header has 9223372036854775808 bytes, and 100000000 are the most")]
    [DataRow(new byte[] { 0, 0xE1, 0xF5, 5, 0, 0, 0, 0, 0x7B }, "the first 8 bytes say that the header has 100000000 bytes, but only 1 follow")]
    [DataRow(new byte[] { 1, 0xE1, 0xF5, 5, 0, 0, 0, 0, 0x7B }, "the first 8 bytes say that the header has 100000001 bytes, and 100000000 are the most")]
    [DataRow(new byte[] { 3, 0, 0, 0, 0, 0, 0, 0, 0x7B, 0x7D }, "the first 8 bytes say that the header has 3 bytes, but only 2 follow")]
    [DataRow(new byte[] { 0x50, 0x4B, 3, 4, 0, 0, 8, 8, 0, 0, 0 }, "it begins as a zip archive does, which PyTorch's torch.save writes")]
    [DataRow(new byte[] { 0x80, 2, 0x8A, 0x0A, 0x6C, 0xFC, 0x9C, 0x46, 0xF9 }, "it begins as a pickle does, which PyTorch's torch.save writes")]
    public void TheStartIsChecked(byte[] file, string what) => Fails(file, what);

    [TestMethod]
    [DataRow("[1]", "the header does not begin with {")]
    [DataRow(" {}", "the header does not begin with {")]
    [DataRow("{", "the header is no JSON of this format")]
    [DataRow("{}x", "the header is no JSON of this format")]
    [DataRow("{}{}", "the header is no JSON of this format")]
    [DataRow("{}\0", "the header is no JSON of this format")]
    [DataRow("{\"a\0\":1}", "the header is no JSON of this format")]
    [DataRow("{,}", "the header is no JSON of this format")]
    [DataRow("{\"a\":}", "the header is no JSON of this format")]
    [DataRow("{/**/}", "the header is no JSON of this format")]
    [DataRow("{\"\\ud800\":{}}", "the header is no JSON of this format")]
    [DataRow("{\"x\":1}", "of tensor 'x' the description is a number, not an object")]
    [DataRow("{\"x\":null}", "of tensor 'x' the description is null, not an object")]
    [DataRow("{\"x\":[[[[[[[[[1]]]]]]]]]}", "of tensor 'x' the description is an array, not an object")]
    [DataRow("{\"x\":{\"new\":[[[[[[[[1]]]]]]]]}}", "the header is no JSON of this format")]
    [DataRow("{\"__metadata__\":1}", "__metadata__ is a number, not an object of texts")]
    [DataRow("{\"__metadata__\":null}", "__metadata__ is null, not an object of texts")]
    [DataRow("{\"__metadata__\":{\"a\":1}}", "a value of __metadata__ is a number, not a text")]
    [DataRow("{\"__metadata__\":{\"a\":{}}}", "a value of __metadata__ is an object, not a text")]
    [DataRow("{\"__metadata__\":{\"a\":\"\",\"a\":\"\"}}", "a key of __metadata__ is there twice")]
    [DataRow("{\"__metadata__\":{},\"__metadata__\":{}}", "there are two __metadata__")]
    public void TheHeaderIsChecked(string header, string what) => Fails(SafeTensorsBytes.File(header), what);

    [TestMethod]
    [DataRow("""{"dtype":"F32","shape":[2]}""", "the field data_offsets is missing")]
    [DataRow("""{"dtype":"F32","data_offsets":[0,8]}""", "the field shape is missing")]
    [DataRow("""{"shape":[2],"data_offsets":[0,8]}""", "the field dtype is missing")]
    [DataRow("""{"dtype":"F32","dtype":"F32","shape":[2],"data_offsets":[0,8]}""", "the field dtype is there twice")]
    [DataRow("""{"dtype":"F32","shape":[2],"shape":[2],"data_offsets":[0,8]}""", "the field shape is there twice")]
    [DataRow("""{"dtype":"U16","shape":[2],"data_offsets":[0,8]}""", "the dtype is 'U16', which is none of I64, F64, F32, I32, BF16, F16, I16, I8, U8, BOOL")]
    [DataRow("""{"dtype":"f32","shape":[2],"data_offsets":[0,8]}""", "the dtype is 'f32', which is none of")]
    [DataRow("""{"dtype":1,"shape":[2],"data_offsets":[0,8]}""", "the dtype is a number, not a text")]
    [DataRow("""{"dtype":"F32","shape":2,"data_offsets":[0,8]}""", "shape is a number, not an array")]
    [DataRow("""{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}""", "shape has a number that is no count: -2")]
    [DataRow("""{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}""", "shape has a number that is no count: 2.0")]
    [DataRow("""{"dtype":"F32","shape":[1e300],"data_offsets":[0,8]}""", "shape has a number that is no count: 1e300")]
    [DataRow("""{"dtype":"F32","shape":[18446744073709551615],"data_offsets":[0,8]}""", "shape has a number that is no count: 18446744073709551615")]
    [DataRow("""{"dtype":"F32","shape":["2"],"data_offsets":[0,8]}""", "shape has a number that is no count: a text")]
    [DataRow("""{"dtype":"F32","shape":[[2]],"data_offsets":[0,8]}""", "shape has a number that is no count: an array")]
    [DataRow("""{"dtype":"F32","shape":[null],"data_offsets":[0,8]}""", "shape has a number that is no count: null")]
    [DataRow("""{"dtype":"F32","shape":[2],"data_offsets":[0]}""", "data_offsets has 1 numbers, not 2")]
    [DataRow("""{"dtype":"F32","shape":[2],"data_offsets":[0,8,9]}""", "data_offsets has more than 2 numbers")]
    [DataRow("""{"dtype":"F32","shape":[2],"data_offsets":[8,0]}""", "data_offsets [8, 0] end before they begin")]
    [DataRow("""{"dtype":"F32","shape":[2],"data_offsets":[4,12]}""", "data_offsets [4, 12] leave a hole after 0")]
    [DataRow("""{"dtype":"F32","shape":[2],"data_offsets":[0,7]}""", "data_offsets [0, 7] do not hold the 8 bytes of shape [2] and dtype F32")]
    [DataRow("""{"dtype":"F32","shape":[2],"data_offsets":[0,9223372036854775807]}""", "data_offsets [0, 9223372036854775807] do not hold the 8 bytes of shape [2] and dtype F32")]
    [DataRow("""{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}""", "the shape [4611686018427387904, 4] has more bytes than a computer can count")]
    [DataRow("""{"dtype":"F32","shape":[9223372036854775807],"data_offsets":[0,8]}""", "the shape [9223372036854775807] has more bytes than a computer can count")]
    [DataRow("""{"dtype":"F32","shape":[0,9223372036854775807,9],"data_offsets":[0,0]}""", "the shape [0, 9223372036854775807, 9] has more bytes than a computer can count")]
    [DataRow("""{"dtype":"F32","shape":[1000000000000],"data_offsets":[0,4000000000000]}""", "no safetensors file: its tensors take 4000000000000 bytes, and the file has 8 for them")]
    [DataRow("""{"dtype":"F32","shape":[1],"data_offsets":[0,4]}""", "no safetensors file: its tensors take 4 bytes, and the file has 8 for them")]
    [DataRow("""{"dtype":"F32","shape":[3],"data_offsets":[0,12]}""", "no safetensors file: its tensors take 12 bytes, and the file has 8 for them")]
    public void ADescriptionIsChecked(string description, string what)
        => Fails(SafeTensorsBytes.File($"{{\"x\":{description}}}", 8), what.StartsWith("no ", StringComparison.Ordinal) ? what : $"of tensor 'x' {what}");

    [TestMethod]
    [DataRow(0, 8, 0, 8, "of tensor 'b' data_offsets [0, 8] overlap with what ends at 8")]
    [DataRow(0, 8, 4, 12, "of tensor 'b' data_offsets [4, 12] overlap with what ends at 8")]
    [DataRow(0, 8, 9, 17, "of tensor 'b' data_offsets [9, 17] leave a hole after 8")]
    [DataRow(0, 8, 8, 16, "its tensors take 16 bytes, and the file has 17 for them")]
    public void TensorsLieSideBySide(long start, long end, long start2, long end2, string what)
        => Fails(
            SafeTensorsBytes.File(
                $$$"""{"a":{"dtype":"F32","shape":[2],"data_offsets":[{{{start}}},{{{end}}}]},"b":{"dtype":"F32","shape":[2],"data_offsets":[{{{start2}}},{{{end2}}}]}}""", 17),
            what);

    [TestMethod]
    public void ANameIsThereOnce()
        => Fails(SafeTensorsBytes.File($"{One[..^1]},{One[1..]}", 16), "of tensor 'x' there are two");

    [TestMethod]
    public void ANameIsTextInUtf8()
        => Fails(SafeTensorsBytes.File([.. "{\""u8, 0xC3, 0x28, .. "\":1}"u8]), "the header is no JSON of this format: it is not UTF-8");

    [TestMethod]
    public void ATruthValueIs0Or1()
    {
        var file = SafeTensorsBytes.File("""{"x":{"dtype":"BOOL","shape":[2],"data_offsets":[0,2]}}""", 2);
        file[^1] = 2;
        Fails(file, "of tensor 'x' a truth value is the byte 2, which is neither 0 nor 1");
    }

    [TestMethod]
    public void WhatIsTooLongForAMessageIsCut()
    {
        var name = new string('n', 1_000_000);
        var message = Fails(SafeTensorsBytes.File($"{{\"{name}\":1}}"), "(1000000 characters)");
        Assert.IsLessThan(1000, message.Length);
        Assert.IsLessThan(1000, Fails(SafeTensorsBytes.File($"{{\"x\":{{\"shape\":[{new string('1', 1_000_000)}]}}}}"), "one of 1000000 digits").Length);
        Assert.IsLessThan(1000, Fails(SafeTensorsBytes.File($"{{\"x\":{{\"shape\":[{string.Join(',', new int[500_000])}]}}}}"), "shape has more than 64 numbers").Length);
        Assert.IsLessThan(1000, Fails(SafeTensorsBytes.File($"{{\"x\":{{\"dtype\":\"{name}\"}}}}"), "(1000000 characters)").Length);
    }

    [TestMethod]
    public void DepthEndsTheReadingAtOnce()
        => Fails(SafeTensorsBytes.File("{\"x\":{\"y\":" + new string('[', 2_000_000)), "the header is no JSON of this format");

    [TestMethod]
    public void UnknownFieldsAreLeftOut()
    {
        var file = SafeTensorsBytes.File("""{"x":{"new":{"a":[1,{}]},"dtype":"F32","shape":[2],"data_offsets":[0,8],"z":null}}""", 8);
        Assert.HasCount(1, SafeTensors.Load<Reference.Tensor>(new MemoryStream(file)).Tensors);
    }

    [TestMethod]
    public void AnIntegerThatTheReferenceEngineDoesNotHoldIsRefusedByName()
    {
        var file = SafeTensorsBytes.File("""{"x":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}""", 8);
        file[^1] = 0x7F;
        var exception = Assert.ThrowsExactly<CheckpointException>(() => SafeTensors.Load<Reference.Tensor>(new MemoryStream(file)));
        Assert.StartsWith("tensor 'x' of 'the stream' can't be held: the reference engine holds integers as doubles", exception.Message);
        Assert.AreEqual(0x7F00_0000_0000_0000, SafeTensors.Load<Tensor>(new MemoryStream(file)).Tensors["x"].Item<long>());
    }

    private static string Fails(byte[] file, string what)
    {
        string? message = null;
        foreach (var load in new Action<Stream>[] { stream => SafeTensors.Load<Reference.Tensor>(stream), stream => SafeTensors.Load<Tensor>(stream) })
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var exception = Assert.ThrowsExactly<CheckpointException>(() => load(new MemoryStream(file)));
            var taken = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.Contains(what, exception.Message);
            Assert.Contains("'the stream'", exception.Message);
            // The header is copied once, and a name in it takes two bytes a character as a string.
            Assert.IsLessThan((1 << 20) + 4L * file.Length, taken);
            Assert.AreEqual("the stream", exception.File);
            message = exception.Message;
        }
        return message!;
    }
}
