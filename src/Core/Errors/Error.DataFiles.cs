using System.Globalization;
using System.Text;

namespace TwinGrad;

internal static partial class Error
{
    private const int LongestQuotation = 60;

    internal static DataFormatException CsvWithoutHeader(string file)
        => new($"{file}: is empty, but the first line of a CSV file names its columns", file, line: 1);

    internal static DataFormatException CsvText(string file, long line, Exception cause)
        => new(string.Create(CultureInfo.InvariantCulture, $"{file}: line {line}: {cause.Message}"), file, line, innerException: cause);

    internal static DataFormatException CsvMarkedLine(string file, long line, char mark)
        => new(
            string.Create(CultureInfo.InvariantCulture, $"{file}: line {line}: begins with U+{(int)mark:X4}, which is no character of text"),
            file, line);

    internal static DataFormatException CsvColumnTwice(string file, string column)
        => new($"{file}: line 1: the header names column {Quotation(column)} twice", file, line: 1, column);

    internal static DataFormatException CsvFieldCount(string file, long line, int got, int expected)
        => new(
            string.Create(CultureInfo.InvariantCulture, $"{file}: line {line}: there are {got} fields, but the header names {expected} columns"),
            file, line);

    internal static DataFormatException CsvNumber(string file, long line, string column, ReadOnlySpan<char> text)
        => CsvField(file, line, column, $"{Quotation(text)} is not a number");

    internal static DataFormatException CsvNumberTooLarge(string file, long line, string column, ReadOnlySpan<char> text)
        => CsvField(file, line, column, $"{Quotation(text)} is beyond float64");

    internal static DataFormatException CsvNotOfDType(string file, long line, string column, double value, DType dtype)
        => CsvField(file, line, column, string.Create(CultureInfo.InvariantCulture, $"{value} is no {dtype.Name}"));

    internal static DataFormatException CsvTooLarge(string file, long line)
        => new(
            string.Create(CultureInfo.InvariantCulture, $"{file}: line {line}: a table holds at most {Array.MaxLength} numbers"), file, line);

    internal static TorchArgumentException NoSuchColumn(string file, string column, IEnumerable<string> columns)
        => new($"{file} has no column {Quotation(column)}; there are {string.Join(", ", columns.Select(name => Quotation(name)))}", "KeyError");

    internal static TorchArgumentException CsvSeparator(char separator)
        => new($"{Quotation(separator.ToString())} can't separate fields: it is part of numbers, quotes or line ends", "ValueError");

    internal static DataFormatException IdxMagic(string file, ReadOnlySpan<byte> magic)
        => new($"{file}: an IDX file begins with 00 00, its type and its number of dimensions, but this with {Hex(magic)}", file);

    internal static DataFormatException IdxType(string file, byte type)
        => new($"{file}: the types of IDX are 08, 09 and 0B to 0E, but this file's is {type:X2}", file);

    internal static DataFormatException IdxTruncated(string file, long got, string expected)
        => new($"{file}: ends after {got} bytes where {expected} are announced", file);

    internal static DataFormatException IdxTrailing(string file, long expected)
        => new($"{file}: goes on after the {expected} bytes that it announces", file);

    internal static DataFormatException IdxTooLarge(string file, Shape shape)
        => new($"{file}: announces elements of shape {shape}, more than the {Array.MaxLength} bytes that are read", file);

    internal static DataFormatException Compressed(string file, Exception cause)
        => new($"{file}: is not as gzip packs it: {cause.Message}", file, innerException: cause);

    internal static DataFormatException DatasetShape(string file, string expected, Shape got)
        => new($"{file}: {expected} are expected, but it holds {got}", file);

    internal static DataFormatException DatasetLabel(string file, double label, int classes)
        => new(string.Create(CultureInfo.InvariantCulture, $"{file}: classes go from 0 to {classes - 1}, but it holds {label}"), file);

    internal static DatasetNotFoundException FashionMnistNotFound(string file, string folder)
        => new(
            $"Fashion-MNIST was not found: there is no {file} (packed as .gz or not) in {folder}. On Debian and Ubuntu 'apt install "
            + "dataset-fashion-mnist' puts it there; or name a folder that holds the four IDX files: the folder argument, on the command "
            + "line --data FOLDER.",
            Path.Combine(folder, file));

    internal static TorchArgumentException NoSamplesToFit() => new("there is no mean of 0 samples", "ValueError");

    internal static TorchArgumentException ScalerShapes(Shape mean, Shape std)
        => new($"mean and std are of one shape, but got {mean} and {std}", "ValueError");

    private static DataFormatException CsvField(string file, long line, string column, string cause)
        => new(
            string.Create(CultureInfo.InvariantCulture, $"{file}: line {line}, column {Quotation(column)}: {cause}"), file, line, column);

    /// <summary>Text of a file in a message: of bounded length, and without what would break a line.</summary>
    private static string Quotation(ReadOnlySpan<char> text)
    {
        var quoted = new StringBuilder("'");
        foreach (var character in text[..Math.Min(text.Length, LongestQuotation)])
            if (char.IsControl(character) || char.IsSurrogate(character))
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            else
                quoted.Append(character);
        return quoted.Append(text.Length > LongestQuotation ? "..." : "").Append('\'').ToString();
    }

    private static string Hex(ReadOnlySpan<byte> bytes)
        => bytes.IsEmpty ? "nothing" : string.Join(' ', bytes.ToArray().Select(value => value.ToString("X2", CultureInfo.InvariantCulture)));
}
