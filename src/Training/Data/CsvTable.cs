using System.Globalization;
using Sylvan.Data.Csv;

namespace TwinGrad;

/// <summary>The numbers of a CSV file, by row and by named column.</summary>
/// <remarks>
/// RFC 4180: the first line names the columns, a field may stand in quotes, a quote in it is doubled. Numbers are written as in C# and Python,
/// whatever the culture; <c>nan</c> and <c>infinity</c> are some. Empty lines are passed over. A record has at most a million characters. See
/// <see href="https://www.rfc-editor.org/rfc/rfc4180"/>.
/// </remarks>
public sealed class CsvTable
{
    private const int LongestRecord = 1 << 20;

    // No character of text, so that no line of text counts as a comment; a line that begins with it all the same is refused.
    private const char CommentMark = '\uFFFF';

    private readonly string _name;
    private readonly List<double> _numbers = [];
    private readonly List<long> _lines = [];

    private CsvTable(string name, string[] columns)
    {
        _name = name;
        Columns = columns.AsReadOnly();
    }

    /// <summary>The columns that were read, in the file's order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>How many rows there are, without the header.</summary>
    public int RowCount => _lines.Count;

    /// <summary>A column's numbers.</summary>
    /// <exception cref="TorchArgumentException">There is no such column.</exception>
    public double[] this[string column]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(column);
            return Numbers([column]);
        }
    }

    /// <summary>Reads a file, encoded in UTF-8 unless it begins with another mark.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Those to be read; what the others hold is no matter then. All of them by default.</param>
    /// <param name="separator">What stands between fields.</param>
    /// <exception cref="DataFormatException">It is no table of numbers; the message names file, line, column and text.</exception>
    /// <exception cref="TorchArgumentException">There is no such column.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static CsvTable Read(string path, IReadOnlyList<string>? columns = null, char separator = ',')
    {
        ArgumentNullException.ThrowIfNull(path);
        using var reader = new StreamReader(path);
        return Read(reader, path, columns, separator);
    }

    /// <summary>Reads text from where a reader is to its end.</summary>
    /// <param name="reader">The text; it is not disposed of.</param>
    /// <param name="name">What errors call it.</param>
    /// <param name="columns">Those to be read; what the others hold is no matter then. All of them by default.</param>
    /// <param name="separator">What stands between fields.</param>
    /// <inheritdoc cref="Read(string, IReadOnlyList{string}, char)"/>
    public static CsvTable Read(TextReader reader, string name, IReadOnlyList<string>? columns = null, char separator = ',')
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(name);
        if (separator is '"' or '.' or '+' or '-' or '\r' or '\n' or CommentMark || char.IsLetterOrDigit(separator))
            throw Error.CsvSeparator(separator);
        // The line of the record that is being read.
        var line = 1L;
        var options = new CsvDataReaderOptions
        {
            HasHeaders = false,
            Delimiter = separator,
            MaxBufferSize = LongestRecord,
            OwnsReader = false,
            Comment = CommentMark,
            CommentHandler = (Action<string>)(_ => throw Error.CsvMarkedLine(name, line, CommentMark)),
        };
        try
        {
            using var records = CsvDataReader.Create(reader, options);
            if (!records.Read())
                throw Error.CsvWithoutHeader(name);
            var header = Header(records, name);
            var table = new CsvTable(name, Chosen(header, columns, name));
            var places = table.Columns.Select(column => Array.IndexOf(header, column)).ToArray();
            for (line += LinesOf(records); records.Read(); line += LinesOf(records))
                table.Add(records, header, places, line);
            return table;
        }
        catch (CsvFormatException exception)
        {
            throw Error.CsvText(name, line, exception);
        }
    }

    /// <summary>Columns side by side, as a tensor of shape [rows, columns].</summary>
    /// <param name="columns">Their names; all by default.</param>
    /// <param name="dtype">float32 by default. An integer dtype takes whole numbers of its range only.</param>
    /// <exception cref="TorchArgumentException">There is no such column.</exception>
    /// <exception cref="DataFormatException">A number is none of an integer dtype.</exception>
    public T ToTensor<T>(IReadOnlyList<string>? columns = null, DType? dtype = null)
        where T : class, ITensor<T>
    {
        columns ??= Columns;
        dtype ??= DType.Float32;
        var numbers = Numbers(columns);
        if (!dtype.IsFloatingPoint)
            CheckWhole(numbers, columns, dtype);
        return T.FromArray<double>(numbers, [RowCount, columns.Count], dtype, Device.Cpu, requiresGrad: false);
    }

    /// <summary>The rows as samples: a target column, and the others, in float32, as inputs of shape [rows, columns].</summary>
    /// <param name="target">The target column.</param>
    /// <param name="targetDType">float32, of shape [rows, 1], by default; of an integer dtype targets are classes, of shape [rows].</param>
    /// <exception cref="TorchArgumentException">There is no such column.</exception>
    /// <exception cref="DataFormatException">A target is none of an integer dtype.</exception>
    public TensorDataset<T> ToDataset<T>(string target, DType? targetDType = null)
        where T : class, ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(target);
        var targets = ToTensor<T>([target], targetDType);
        var inputs = ToTensor<T>([.. Columns.Where(column => column != target)]);
        return new(inputs, targets.DType.IsFloatingPoint ? targets : T.Squeeze(targets, 1));
    }

    private static string[] Header(CsvDataReader records, string name)
    {
        var header = new string[records.RowFieldCount];
        var known = new HashSet<string>();
        for (var place = 0; place < header.Length; place++)
        {
            header[place] = records.GetString(place);
            if (!known.Add(header[place]))
                throw Error.CsvColumnTwice(name, header[place]);
        }
        return header;
    }

    private static string[] Chosen(string[] header, IReadOnlyList<string>? columns, string name)
    {
        if (columns is null)
            return header;
        foreach (var column in columns)
            if (!header.Contains(column ?? throw new ArgumentNullException(nameof(columns))))
                throw Error.NoSuchColumn(name, column, header);
        return [.. header.Where(columns.Contains)];
    }

    /// <summary>The line ends in a record's text: a carriage return with or without a line feed, or a line feed.</summary>
    private static int LinesOf(CsvDataReader records)
    {
        var text = records.GetRawRecordSpan();
        return text.Count('\r') + text.Count('\n') - text.Count("\r\n");
    }

    private void Add(CsvDataReader records, string[] header, int[] places, long line)
    {
        if (records.RowFieldCount == 1 && records.GetRawRecordSpan().Trim("\r\n").IsEmpty)
            return;
        if (records.RowFieldCount != header.Length)
            throw Error.CsvFieldCount(_name, line, records.RowFieldCount, header.Length);
        if (_numbers.Count > Array.MaxLength - places.Length)
            throw Error.CsvTooLarge(_name, line);
        foreach (var place in places)
            _numbers.Add(Number(records.GetFieldSpan(place), header[place], line));
        _lines.Add(line);
    }

    private double Number(ReadOnlySpan<char> text, string column, long line)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            throw Error.CsvNumber(_name, line, column, text);
        // A number with digits that became infinite was too large.
        return double.IsInfinity(number) && text.ContainsAnyInRange('0', '9') ? throw Error.CsvNumberTooLarge(_name, line, column, text) : number;
    }

    private double[] Numbers(IReadOnlyList<string> columns)
    {
        var places = columns.Select(Place).ToArray();
        if ((long)RowCount * places.Length > Array.MaxLength)
            throw Error.CsvTooLarge(_name, _lines[^1]);
        var numbers = new double[RowCount * places.Length];
        for (var row = 0; row < RowCount; row++)
            for (var i = 0; i < places.Length; i++)
                numbers[row * places.Length + i] = _numbers[row * Columns.Count + places[i]];
        return numbers;
    }

    private int Place(string column)
    {
        for (var place = 0; place < Columns.Count; place++)
            if (Columns[place] == (column ?? throw new ArgumentNullException(nameof(column))))
                return place;
        throw Error.NoSuchColumn(_name, column, Columns);
    }

    private void CheckWhole(double[] numbers, IReadOnlyList<string> columns, DType dtype)
    {
        // int64's own ends are not among the doubles: between -2^63 and 2^63 all whole ones are.
        var limit = Math.ScaleB(1, dtype == DType.Bool ? 1 : dtype.ItemSize * 8 - (dtype == DType.UInt8 ? 0 : 1));
        var least = dtype == DType.Bool || dtype == DType.UInt8 ? 0 : -limit;
        for (var i = 0; i < numbers.Length; i++)
            if (!(numbers[i] >= least && numbers[i] < limit && Math.Floor(numbers[i]) == numbers[i]))
                throw Error.CsvNotOfDType(_name, _lines[i / columns.Count], columns[i % columns.Count], numbers[i], dtype);
    }
}
