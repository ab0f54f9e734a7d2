namespace TwinGrad.Tests;

[TestClass]
public sealed class ElfSymbolVersionsTests
{
    private static readonly byte[] Library = LibraryFile.Read();

    [TestMethod]
    public void TheUnusedMarkIsAllThatAsksForTheNewestVersion()
    {
        var elf = ElfSymbolVersions.Read(Library);
        var need = elf.Needs.Single(n => n.Version == "GLIBCXX_3.4.32");
        var (symbols, relocated) = elf.UsersOf(need);

        Assert.AreEqual("libstdc++.so.6", need.Library);
        Assert.AreEqual("_ZSt21ios_base_library_initv", string.Join(", ", symbols));
        Assert.IsFalse(relocated);
    }

    [TestMethod]
    public void AVersionInUseIsSeenToBeInUse()
    {
        var elf = ElfSymbolVersions.Read(Library);
        var (symbols, relocated) = elf.UsersOf(elf.Needs.Single(n => n.Version == "GLIBCXX_3.4.21"));
        Assert.IsNotEmpty(symbols);
        Assert.IsTrue(relocated);
    }

    [TestMethod]
    public void MarkingWeakChangesOneByte()
    {
        var elf = ElfSymbolVersions.Read(Library);
        var need = elf.Needs.Single(n => n.Version == "GLIBCXX_3.4.32");
        var mended = elf.WithWeak(need);

        var changed = Enumerable.Range(0, Library.Length).Where(i => Library[i] != mended[i]).ToList();
        Assert.AreEqual(need.FlagsOffset, changed.Single());
        Assert.AreEqual(2, mended[need.FlagsOffset]);
    }

    [TestMethod]
    [DataRow(0, "not a 64-bit little-endian ELF file")]
    [DataRow(63, "not a 64-bit little-endian ELF file")]
    [DataRow(64, "the ELF file is cut short: it has 64 bytes")]
    [DataRow(1_000_000, "the ELF file is cut short: it has 1000000 bytes")]
    public void ACutFileIsReported(int length, string message)
    {
        var thrown = Assert.ThrowsExactly<InvalidDataException>(() => ElfSymbolVersions.Read(Library[..length]));
        Assert.StartsWith(message, thrown.Message);
    }

    [TestMethod]
    [DataRow(4, "not a 64-bit little-endian ELF file", DisplayName = "32-bit")]
    [DataRow(5, "not a 64-bit little-endian ELF file", DisplayName = "big-endian")]
    public void AnotherKindOfFileIsReported(int position, string message)
    {
        var other = (byte[])Library.Clone();
        other[position] ^= 3;
        Assert.AreEqual(message, Assert.ThrowsExactly<InvalidDataException>(() => ElfSymbolVersions.Read(other)).Message);
    }

    [TestMethod]
    public void ADamagedFileIsReportedOrReadAndNothingElseHappens()
    {
        // The parts that are read: the header, the section table at the end, and the tables in front.
        var random = new Random(1);
        var damaged = (byte[])Library.Clone();
        var reported = 0;
        for (var round = 0; round < 3000; round++)
        {
            var position = (round % 3) switch
            {
                0 => random.Next(64),
                1 => Library.Length - 1 - random.Next(2400),
                _ => 0x3dfae + random.Next(0x1b54),
            };
            damaged[position] = (byte)random.Next(256);
            try
            {
                var elf = ElfSymbolVersions.Read(damaged);
                foreach (var need in elf.Needs.Take(2))
                    _ = elf.UsersOf(need);
            }
            catch (InvalidDataException)
            {
                reported++;
            }

            damaged[position] = Library[position];
        }

        Assert.IsGreaterThan(100, reported);
    }
}
