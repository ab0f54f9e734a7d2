namespace TwinGrad.Tests;

/// <summary>CSV files: what is read of them, and what is said of those that are wrong.</summary>
[TestClass]
public sealed class CsvTableTests
{
    [TestMethod]
    public void Columns_are_found_by_name()
    {
        var table = Read("a,b,c\n1,2.5,-3\n4e2,+5,.5\n");
        CollectionAssert.AreEqual(new[] { "a", "b", "c" }, table.Columns.ToArray());
        Assert.AreEqual(2, table.RowCount);
        CollectionAssert.AreEqual(new[] { 1.0, 400 }, table["a"]);
        CollectionAssert.AreEqual(new[] { -3, 0.5 }, table["c"]);
    }

    [TestMethod]
    [DataRow("\"a\",\"b \"\"x\"\", y\"\r\n\"1\",\"2\"\r\n", DisplayName = "quotes")]
    [DataRow("a,\"b \"\"x\"\", y\"\n1,2", DisplayName = "no line end at the end")]
    [DataRow("a,\"b \"\"x\"\", y\"\r1,2\r", DisplayName = "carriage returns")]
    [DataRow("\n", DisplayName = "an empty line before the header is the header")]
    public void Rfc4180_is_read(string text)
    {
        var table = Read(text);
        string[] expected = text == "\n" ? [""] : ["a", "b \"x\", y"];
        CollectionAssert.AreEqual(expected, table.Columns.ToArray());
        if (table.RowCount > 0)
            CollectionAssert.AreEqual(new[] { 2.0 }, table["b \"x\", y"]);
    }

    [TestMethod]
    public void Some_columns_can_be_read_where_others_hold_text()
    {
        var table = CsvTable.Read(new StringReader("name,b,a\nx,1,2\ny,3,4\n"), "t", ["a", "b"]);
        CollectionAssert.AreEqual(new[] { "b", "a" }, table.Columns.ToArray());
        CollectionAssert.AreEqual(new[] { 2.0, 4 }, table["a"]);
        Refuses("t has no column 'c'; there are 'name', 'b', 'a'", () => CsvTable.Read(new StringReader("name,b,a\n"), "t", ["c"]));
        Refuses("t has no column 'name'; there are 'b', 'a'", () => table["name"]);
    }

    [TestMethod]
    public void Fields_can_be_separated_otherwise()
    {
        CollectionAssert.AreEqual(new[] { 2.0 }, CsvTable.Read(new StringReader("a;b\n1;2\n"), "t", separator: ';')["b"]);
        CollectionAssert.AreEqual(new[] { 2.0 }, CsvTable.Read(new StringReader("a\tb\n1\t2\n"), "t", separator: '\t')["b"]);
        foreach (var separator in "\".+-\r\n1e\uFFFF")
            Assert.ThrowsExactly<TorchArgumentException>(() => CsvTable.Read(new StringReader("a\n1\n"), "t", separator: separator));
    }

    [TestMethod]
    public void Empty_lines_are_passed_over_and_counted()
    {
        CollectionAssert.AreEqual(new[] { 1.0, 2 }, Read("a,b\n\n1,0\r\n\r\n2,0\n\n")["a"]);
        Refuses("t: line 5, column 'a': 'x' is not a number", () => Read("a,b\n\n1,0\n\nx,0\n"));
    }

    [TestMethod]
    public void Numbers_are_those_of_every_culture()
    {
        CollectionAssert.AreEqual(new[] { double.NaN, double.PositiveInfinity, 12, 0 }, Read("a\nnan\nInfinity\n 12 \n1e-999\n")["a"]);
        foreach (var text in new[] { "1;2", "1 2", "0x10", "1_000", "", "true", "\"1,5\"", "1.234.5", "٣" })
            Assert.ThrowsExactly<DataFormatException>(() => Read($"a,b\n{text},1\n"), text);
    }

    [TestMethod]
    public void What_is_wrong_is_said_with_its_place()
    {
        Refuses("t: is empty, but the first line of a CSV file names its columns", () => Read(""));
        Refuses("t: line 1: the header names column 'a' twice", () => Read("a,b,a\n"));
        Refuses("t: line 3: there are 1 fields, but the header names 2 columns", () => Read("a,b\n1,2\n3\n"));
        Refuses("t: line 2: there are 3 fields, but the header names 2 columns", () => Read("a,b\n1,2,3\n"));
        Refuses("t: line 2, column 'b': '' is not a number", () => Read("a,b\n1,\n"));
        Refuses("t: line 2, column 'a': '1e999' is beyond float64", () => Read("a\n1e999\n"));
        Refuses("t: line 2, column 'a': '\\u0000\\u001b' is not a number", () => Read("a\n\0\u001b\n"));
        Refuses($"t: line 2, column 'a': '{new string('x', 60)}...' is not a number", () => Read($"a\n{new string('x', 5000)}\n"));
        Refuses("t: line 2: begins with U+FFFF, which is no character of text", () => Read("a\n\uFFFF1\n"));
        // Two lines of a quoted field are two lines of the file.
        Refuses("t: line 5, column 'a': 'x' is not a number", () => Read("\"a\",\"b\nb\"\n1,2\n3,4\nx,5\n"));
        var exception = Assert.ThrowsExactly<DataFormatException>(() => Read("a,b\n1,\"2\n"));
        Assert.StartsWith("t: line 2: ", exception.Message);
        Assert.IsNotNull(exception.InnerException);
        exception = Assert.ThrowsExactly<DataFormatException>(() => Read("a,b\n1,x\n"));
        Assert.AreEqual(("t", 2L, "b"), (exception.File, exception.Line, exception.Column));
    }

    [TestMethod]
    public void A_record_without_end_is_not_read_into_memory()
    {
        var endless = new Endless();
        Assert.ThrowsExactly<DataFormatException>(() => CsvTable.Read(endless, "t"));
        Assert.IsLessThan(10_000_000, endless.Given);
    }

    [TestMethod]
    public void A_file_is_named_by_its_path()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.csv", [0xEF, 0xBB, 0xBF, .. "a\n1\n"u8]);
        CollectionAssert.AreEqual(new[] { "a" }, CsvTable.Read(path).Columns.ToArray(), "the mark of UTF-8 is no part of a name");
        path = folder.Write("b.csv", [.. "a\n"u8, 0xFF, 0x31, 0x0A]);
        Assert.StartsWith($"{path}: line 2, column 'a': ", Assert.ThrowsExactly<DataFormatException>(() => CsvTable.Read(path)).Message);
        Assert.ThrowsExactly<FileNotFoundException>(() => CsvTable.Read(Path.Combine(folder.Path, "c.csv")));
    }

    [TestMethod]
    public void Mutated_text_is_read_or_refused()
    {
        var random = new Random(7);
        const string Alphabet = "0123456789ab,;.\"\r\n\0-+eE#\\ \t\uFFFF\uFEFFé";
        for (var round = 0; round < 20_000; round++)
        {
            var text = "a,b,\"c d\"\n1,2.5,3\r\n-4,5e3,\"6\"\n7,8,nan\n".ToList();
            for (var edit = random.Next(1, 8); edit > 0; edit--)
            {
                var place = random.Next(text.Count);
                if (random.Next(3) == 0)
                    text.RemoveAt(place);
                else if (random.Next(2) == 0)
                    text.Insert(place, Alphabet[random.Next(Alphabet.Length)]);
                else
                    text[place] = Alphabet[random.Next(Alphabet.Length)];
            }
            try
            {
                var table = Read(new([.. text]));
                Assert.IsTrue(table.Columns.All(column => table[column].Length == table.RowCount));
            }
            catch (DataFormatException exception)
            {
                Assert.StartsWith("t: ", exception.Message);
            }
        }
    }

    private static CsvTable Read(string text) => CsvTable.Read(new StringReader(text), "t");

    private static void Refuses(string sentence, Func<object> call)
    {
        var exception = Assert.Throws<Exception>(() => { call(); });
        Assert.IsInstanceOfType<ITorchException>(exception);
        Assert.AreEqual(sentence, exception.Message);
    }

    /// <summary>A quoted field that never ends.</summary>
    private sealed class Endless : TextReader
    {
        internal long Given { get; private set; }

        public override int Read(char[] buffer, int index, int count)
        {
            buffer.AsSpan(index, count).Fill('x');
            if (Given == 0)
                buffer[index] = '"';
            Given += count;
            return count;
        }
    }
}
