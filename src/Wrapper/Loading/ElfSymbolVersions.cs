using System.Buffers.Binary;
using System.Text;

namespace TwinGrad;

/// <summary>The symbols and symbol versions that a 64-bit little-endian ELF library asks of other libraries, and who uses them.</summary>
internal sealed class ElfSymbolVersions
{
    private const uint SymbolTable = 11, WithAddends = 4, WithoutAddends = 9, VersionNeeds = 0x6ffffffe, VersionIndices = 0x6fffffff;
    private const ushort Weak = 2;
    private const int Global = 1, Undefined = 0;

    private readonly byte[] file;
    private readonly List<Section> sections = [];
    private readonly Section symbols, names, indices;

    private ElfSymbolVersions(byte[] file)
    {
        this.file = file;
        ReadSections();
        symbols = Only(SymbolTable, "dynamic symbol table");
        names = Linked(symbols);
        indices = Only(VersionIndices, "table of symbol versions");
        Needs = ReadNeeds(Only(VersionNeeds, "table of needed versions"));
    }

    /// <summary>One version that the library asks for.</summary>
    /// <param name="Library">The library that must have it.</param>
    /// <param name="Version">Its name, such as GLIBCXX_3.4.32.</param>
    /// <param name="Index">Its number in the table of symbol versions.</param>
    /// <param name="FlagsOffset">Where in the file its flags lie.</param>
    internal sealed record Need(string Library, string Version, int Index, int FlagsOffset);

    private sealed record Section(uint Type, long Offset, long Size, uint Link, uint Entries);

    internal IReadOnlyList<Need> Needs { get; }

    /// <summary>Reads a library.</summary>
    /// <exception cref="InvalidDataException">The file is no such library, is damaged, or is cut short.</exception>
    internal static ElfSymbolVersions Read(byte[] file) => new(file);

    /// <summary>The names of the dynamic symbols that carry a version, and whether a relocation refers to one of them.</summary>
    internal (IReadOnlyList<string> Symbols, bool Relocated) UsersOf(Need need)
    {
        var users = new Dictionary<long, string>();
        for (long i = 0; i < symbols.Size / 24; i++)
            if ((U16(At(indices, i * 2, 2)) & 0x7fff) == need.Index)
                users.Add(i, Text(names, U32(At(symbols, i * 24, 24))));
        return ([.. users.Values], RelocatedSymbols().Any(users.ContainsKey));
    }

    /// <summary>The symbols that another library must have: a function that nobody has ends the process at its first call.</summary>
    internal IReadOnlyList<string> RequiredSymbols()
    {
        var required = new List<string>();
        for (long i = 0; i < symbols.Size / 24; i++)
        {
            var at = At(symbols, i * 24, 24);
            if (file[at + 4] >> 4 == Global && U16(at + 6) == Undefined)
                required.Add(Text(names, U32(at)));
        }
        return required;
    }

    /// <summary>A copy of the library in which a version is wished for, no longer required.</summary>
    internal byte[] WithWeak(Need need)
    {
        var copy = (byte[])file.Clone();
        var flags = copy.AsSpan(need.FlagsOffset, 2);
        BinaryPrimitives.WriteUInt16LittleEndian(flags, (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(flags) | Weak));
        return copy;
    }

    private void ReadSections()
    {
        if (file.Length < 64 || !file.AsSpan().StartsWith("\u007fELF\u0002\u0001"u8))
            throw new InvalidDataException("not a 64-bit little-endian ELF file");
        var table = I64(Checked(0x28, 8));
        int size = U16(0x3a), count = U16(0x3c);
        if (size < 64 || count == 0)
            throw new InvalidDataException("the ELF file has no section table");
        for (var i = 0; i < count; i++)
        {
            var at = Checked(Sum(table, (long)i * size), 64);
            sections.Add(new Section(U32(at + 4), I64(at + 0x18), I64(at + 0x20), U32(at + 0x28), U32(at + 0x2c)));
        }
    }

    private List<Need> ReadNeeds(Section table)
    {
        var text = Linked(table);
        var needs = new List<Need>();
        long entry = 0, next;
        do
        {
            var at = At(table, entry, 16);
            var library = Text(text, U32(at + 4));
            var part = entry + U32(at + 8);
            for (int left = U16(at + 2); left > 0; left--)
            {
                var need = At(table, part, 16);
                needs.Add(new Need(library, Text(text, U32(need + 8)), U16(need + 6) & 0x7fff, need + 4));
                part += U32(need + 12);
                if (U32(need + 12) == 0 && left > 1)
                    throw new InvalidDataException("the table of needed versions ends early");
            }

            next = U32(at + 12);
            entry += next;
        }
        while (next != 0);
        return needs;
    }

    private IEnumerable<long> RelocatedSymbols()
    {
        foreach (var section in sections)
        {
            var size = section.Type == WithAddends ? 24 : section.Type == WithoutAddends ? 16 : 0;
            if (size == 0)
                continue;
            for (long i = 0; i < section.Size / size; i++)
                yield return I64(At(section, i * size, size) + 8) >>> 32;
        }
    }

    private Section Only(uint type, string what)
    {
        var found = sections.Where(s => s.Type == type).ToList();
        return found.Count == 1
            ? found[0]
            : throw new InvalidDataException($"the ELF file has {found.Count} sections of the kind '{what}', not one");
    }

    private Section Linked(Section section)
        => section.Link < sections.Count
            ? sections[(int)section.Link]
            : throw new InvalidDataException($"the ELF file has no section {section.Link}");

    private string Text(Section section, long offset)
    {
        var rest = file.AsSpan(At(section, offset, 1), (int)(section.Size - offset));
        var end = rest.IndexOf((byte)0);
        return end >= 0 ? Encoding.ASCII.GetString(rest[..end]) : throw new InvalidDataException("a name in the ELF file has no end");
    }

    /// <summary>The position in the file of some bytes of a section, which must lie in both.</summary>
    private int At(Section section, long offset, int length)
    {
        if (offset < 0 || section.Size < 0 || offset > section.Size - length)
            throw new InvalidDataException($"the ELF file points outside one of its sections, at byte {offset} of {section.Size}");
        Checked(section.Offset, section.Size);
        return (int)(section.Offset + offset);
    }

    private int Checked(long offset, long length)
        => offset >= 0 && length >= 0 && length <= file.Length && offset <= file.Length - length
            ? (int)offset
            : throw new InvalidDataException($"the ELF file is cut short: it has {file.Length} bytes and points to byte {offset}");

    private static long Sum(long a, long b) => a > long.MaxValue - b ? long.MaxValue : a + b;

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at));

    private long I64(int at) => BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(at));
}
