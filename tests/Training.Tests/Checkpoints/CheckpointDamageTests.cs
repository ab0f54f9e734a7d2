using System.Text.Json.Nodes;

namespace TwinGrad.Tests;

/// <summary>A checkpoint that was damaged, or that is none, is told to be: which file, and how.</summary>
[TestClass]
public sealed class CheckpointDamageTests
{
    private const string Hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [TestMethod]
    public void EveryBitOfAPartCounts()
    {
        using var folder = new TemporaryFolder();
        CheckpointFolderSemantics<Reference.Tensor>.Save(folder.Path, 1);
        var part = folder[folder.Names.Single(name => name.StartsWith("weights-", StringComparison.Ordinal))];
        var whole = File.ReadAllBytes(part);
        for (var at = 0; at < whole.Length; at += 7)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= (byte)(1 << (at % 8));
            File.WriteAllBytes(part, damaged);
            Assert.Contains("has the SHA-256 ", Fails(folder.Path), at.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        File.WriteAllBytes(part, whole[..^1]);
        Assert.Contains($"has {whole.Length - 1} bytes, and {whole.Length} were written", Fails(folder.Path));
        File.WriteAllBytes(part, [.. whole, 0]);
        Assert.Contains($"has {whole.Length + 1} bytes, and {whole.Length} were written", Fails(folder.Path));
        File.Delete(part);
        Assert.Contains($"its part weights should be in '{Path.GetFileName(part)}', which is missing", Fails(folder.Path));
        File.WriteAllBytes(part, whole);
        CheckpointFolderSemantics<Reference.Tensor>.IsNumbered(1, CheckpointFolder.Load<Reference.Tensor>(folder.Path));
    }

    [TestMethod]
    [DataRow("", "The input does not contain any JSON tokens")]
    [DataRow("{", "Expected depth to be zero")]
    [DataRow("[]", "it is no JSON object")]
    [DataRow("null", "it is no JSON object")]
    [DataRow("{}", "it has no field format with the text TwinGrad checkpoint")]
    [DataRow("""{"format": 1}""", "it has no field format with the text TwinGrad checkpoint")]
    [DataRow("""{"format": "other"}""", "it has no field format with the text TwinGrad checkpoint")]
    [DataRow("""{"format": "TwinGrad checkpoint"}""", "its version is not given, and this library reads version 1")]
    [DataRow("""{"format": "TwinGrad checkpoint", "version": 2}""", "its version is 2, and this library reads version 1")]
    [DataRow("""{"format": "TwinGrad checkpoint", "version": "1"}""", "its version is \"1\", and this library reads version 1")]
    [DataRow("""{"format": "TwinGrad checkpoint", "version": 1}""", "it has no object parts")]
    [DataRow("""{"format": "TwinGrad checkpoint", "version": 1, "parts": []}""", "it has no object parts")]
    [DataRow("""{"format": "TwinGrad checkpoint", "version": 1, "parts": {}}""", "it has no object progress")]
    [DataRow("""{"format": "TwinGrad checkpoint", "version": 1, "version": 1, "parts": {}, "progress": {}}""", "Duplicate property")]
    [DataRow("""{"format": "TwinGrad checkpoint", "version": 1, "parts": {"weights": null}, "progress": {}}""", "what it says of part weights")]
    [DataRow("""{"format": "TwinGrad checkpoint", "version": 1, "parts": {}, "progress": {"a": [{"b": "\ud800"}]}}""", "missing low surrogate")]
    [DataRow("""{"format": "TwinGrad checkpoint", "version": 1, "parts": {}, "progress": {"a": {"\ud800": 1}}}""", "missing low surrogate")]
    public void WhatIsNoCheckpointIsToldToBeNone(string text, string what)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["checkpoint.json"], text);
        Assert.Contains(what, Fails(folder.Path));
        // Nor is it overwritten: it may be somebody's.
        var exception = Assert.ThrowsExactly<CheckpointException>(() => CheckpointFolderSemantics<Reference.Tensor>.Save(folder.Path, 1));
        Assert.Contains(what, exception.Message);
        Assert.AreEqual(text, File.ReadAllText(folder["checkpoint.json"]));
    }

    [TestMethod]
    [DataRow("../weights", """{"bytes": 1, "sha256": "HASH", "dtypes": {}}""")]
    [DataRow("weights\n", """{"bytes": 1, "sha256": "HASH", "dtypes": {}}""")]
    [DataRow("weights", """{"bytes": -1, "sha256": "HASH", "dtypes": {}}""")]
    [DataRow("weights", """{"bytes": 1e300, "sha256": "HASH", "dtypes": {}}""")]
    [DataRow("weights", """{"bytes": "1", "sha256": "HASH", "dtypes": {}}""")]
    [DataRow("weights", """{"bytes": 1, "sha256": "../../x", "dtypes": {}}""")]
    [DataRow("weights", """{"bytes": 1, "sha256": 5, "dtypes": {}}""")]
    [DataRow("weights", """{"bytes": 1, "sha256": "HASH", "dtypes": []}""")]
    [DataRow("weights", """{"bytes": 1, "sha256": "HASH", "dtypes": {"x": "int64"}}""")]
    [DataRow("weights", """{"bytes": 1, "sha256": "HASH", "dtypes": {"x": null}}""")]
    [DataRow("weights", """{"bytes": 1, "sha256": "HASH"}""")]
    [DataRow("weights", """{"bytes": 1, "sha256": "HASH", "dtypes": {}, "more": 1}""")]
    public void NoPartLeadsOutOfTheFolder(string name, string part)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["checkpoint.json"], new JsonObject
        {
            ["format"] = "TwinGrad checkpoint",
            ["version"] = 1,
            ["parts"] = new JsonObject { [name] = JsonNode.Parse(part.Replace("HASH", Hash, StringComparison.Ordinal)) },
            ["progress"] = new JsonObject(),
        }.ToJsonString());
        Assert.Contains("is no name with bytes, sha256 and dtypes", Fails(folder.Path));
    }

    [TestMethod]
    public void WhereThereIsNoneTheMessageSaysSo()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["file"], "");
        foreach (var path in new[] { folder.Path, folder["none"], folder["file"] })
        {
            Assert.Contains("there is no checkpoint in ", Fails(path));
            Assert.IsNull(CheckpointFolder.TryLoad<Reference.Tensor>(path));
        }
    }

    [TestMethod]
    public void AProgressOfManyLevelsOrBytesIsRefusedBeforeItIsRead()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["checkpoint.json"], string.Concat(Enumerable.Repeat("{\"a\":", 100_000)));
        Assert.Contains("depth", Fails(folder.Path));
        using (var large = File.Create(folder["checkpoint.json"]))
            large.SetLength((64 << 20) + 1);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("67108865 bytes, and 67108864 are the most", Fails(folder.Path));
        Assert.IsLessThan(1 << 20, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static string Fails(string folder)
    {
        var exception = Assert.ThrowsExactly<CheckpointException>(() => CheckpointFolder.Load<Reference.Tensor>(folder));
        Assert.Contains(folder, exception.Message);
        return exception.Message;
    }
}
