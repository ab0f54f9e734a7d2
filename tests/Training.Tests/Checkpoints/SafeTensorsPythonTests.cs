using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace TwinGrad.Tests;

/// <summary>A file is what the format says, byte for byte: as the format's own writer lays it out, and as Python reads it.</summary>
[TestClass]
public sealed class SafeTensorsPythonTests
{
    // What needs neither safetensors nor torch, only the format: the header's length, the header, and the elements.
    private const string Reader = """
        import json, struct, sys
        data = open(sys.argv[1], 'rb').read()
        n, = struct.unpack('<Q', data[:8])
        header = json.loads(data[8:8 + n].decode('utf-8'))
        print(n % 8, json.dumps(header.pop('__metadata__'), ensure_ascii=True))
        codes = {'F64': 'd', 'F32': 'f', 'F16': 'e', 'I64': 'q', 'I32': 'i', 'I16': 'h', 'I8': 'b', 'U8': 'B', 'BOOL': '?'}
        for name, info in header.items():
            start, end = info['data_offsets']
            values = [v for v, in struct.iter_unpack('<' + codes[info['dtype']], data[8 + n + start:8 + n + end])]
            print(ascii(name), info['dtype'], info['shape'], start, values)
        """;

    private static Dictionary<string, Tensor> Tensors => new()
    {
        ["b"] = Torch.Tensor<float>([1, -0f, float.NegativeInfinity], [3, 1]),
        ["a"] = Torch.Tensor<float>([0.5f]),
        ["double"] = Torch.Tensor(0.1, DType.Float64),
        ["half"] = Torch.Tensor<float>([1, 2], DType.Float16),
        ["long"] = Torch.Tensor<long>([long.MinValue]),
        ["int"] = Torch.Tensor<int>([-1], DType.Int32),
        ["short"] = Torch.Tensor<int>([-2], DType.Int16),
        ["sbyte"] = Torch.Tensor<int>([-3], DType.Int8),
        ["byte"] = Torch.Tensor<int>([255], DType.UInt8),
        ["bool"] = Torch.Tensor<bool>([true, false]),
        ["empty"] = Torch.Zeros([0, 4]),
        ["ä😀\n"] = Torch.Tensor<bool>([true]),
    };

    private static readonly Dictionary<string, string> Metadata = new() { ["format"] = "pt", ["é"] = "\"" };

    [TestMethod]
    public void PythonReadsWhatWeWrite()
    {
        using var folder = new TemporaryFolder();
        SafeTensors.Save(folder["x.safetensors"], Tensors, Metadata);
        var lines = Python(Reader, folder["x.safetensors"]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] expected =
        [
            """0 {"format": "pt", "\u00e9": "\""}""",
            "'long' I64 [1] 0 [-9223372036854775808]",
            "'double' F64 [] 8 [0.1]",
            "'a' F32 [1] 16 [0.5]",
            "'b' F32 [3, 1] 20 [1.0, -0.0, -inf]",
            "'empty' F32 [0, 4] 32 []",
            "'int' I32 [1] 32 [-1]",
            "'half' F16 [2] 36 [1.0, 2.0]",
            "'short' I16 [1] 40 [-2]",
            "'sbyte' I8 [1] 42 [-3]",
            "'byte' U8 [1] 43 [255]",
            "'bool' BOOL [2] 44 [True, False]",
            "'\\xe4\\U0001f600\\n' BOOL [1] 46 [True]",
        ];
        CollectionAssert.AreEqual(expected, lines, string.Join('\n', lines));
    }

    /// <summary>make_fixture.py lays the file out by the rules of the format's own writer.</summary>
    [TestMethod]
    public void WhatWeWriteIsWhatTheFormatsOwnWriterWrites()
    {
        using var written = new MemoryStream();
        SafeTensors.Save(written, Fixture(), new Dictionary<string, string> { ["format"] = "pt" });
        using var resource = typeof(SafeTensorsPythonTests).Assembly.GetManifestResourceStream("fixture.safetensors")!;
        using var fixture = new MemoryStream();
        resource.CopyTo(fixture);
        CollectionAssert.AreEqual(fixture.ToArray(), written.ToArray());
        fixture.Position = 0;
        var loaded = SafeTensors.Load<Tensor>(fixture);
        Assert.AreEqual("pt", loaded.Metadata["format"]);
        CollectionAssert.AreEqual(new float[] { 1, 2, 3, 4, 5, 6 }, loaded.Tensors["layer.weight"].ToArray<float>());
        Assert.AreSame(DType.BFloat16, loaded.Tensors["scale"].DType);
    }

    /// <summary>Two files of the format's own test suite (safetensors/src/tensor.rs: test_forced_alignement, test_whitespace_padded_header).</summary>
    [TestMethod]
    public void TheFormatsOwnExamplesAreWrittenAndRead()
    {
        using var written = new MemoryStream();
        SafeTensors.Save(written, new Dictionary<string, Tensor> { ["attn0"] = Torch.Arange(6, DType.Float32).View(1, 1, 2, 3) });
        byte[] expected =
        [
            72, 0, 0, 0, 0, 0, 0, 0, .. """{"attn0":{"dtype":"F32","shape":[1,1,2,3],"data_offsets":[0,24]}}       """u8,
            0, 0, 0, 0, 0, 0, 128, 63, 0, 0, 0, 64, 0, 0, 64, 64, 0, 0, 128, 64, 0, 0, 160, 64,
        ];
        CollectionAssert.AreEqual(expected, written.ToArray());
        Assert.IsEmpty(SafeTensors.Load<Tensor>(new MemoryStream([6, 0, 0, 0, 0, 0, 0, 0, .. "{}\r \t\n"u8])).Tensors);
    }

    private static Dictionary<string, Tensor> Fixture() => new()
    {
        ["layer.bias"] = Torch.Tensor<float>([0.25f, -0.5f]),
        ["layer.weight"] = Torch.Tensor<float>([1, 2, 3, 4, 5, 6], [2, 3]),
        ["mask"] = Torch.Tensor<bool>([true, false, true]),
        ["scale"] = Torch.Tensor<float>([1.5f], DType.BFloat16),
        ["steps"] = Torch.Tensor(7L),
        ["größe \"x\"\\"] = Torch.Tensor<int>([1, 2, 3], DType.UInt8),
    };

    private static string Python(string program, string argument)
    {
        var start = new ProcessStartInfo("/usr/bin/env", ["python3", "-c", program, argument]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode == 127)
                Assert.Inconclusive($"there is no python3 on this machine: {errors.Result}");
            Assert.AreEqual(0, process.ExitCode, errors.Result.ToString(CultureInfo.InvariantCulture));
            return output;
        }
        catch (Win32Exception exception)
        {
            Assert.Inconclusive($"there is no python3 on this machine: {exception.Message}");
            throw;
        }
    }
}
