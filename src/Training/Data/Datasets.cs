using System.Reflection;

namespace TwinGrad;

/// <summary>Data sets that are ready to train on.</summary>
public static class Datasets
{
    private const string FashionMnistFolder = "/usr/share/datasets/fashion-mnist";

    /// <summary>Breast Cancer Wisconsin (Diagnostic): 569 tumours, to tell the benign ones.</summary>
    /// <param name="path">A CSV file of 30 features and the column <c>benign</c>; the one that is built in by default.</param>
    /// <returns>Inputs of shape [569, 30], float32, not scaled: see <see cref="StandardScaler{T}"/>. Targets of shape [569, 1], float32: 1 is
    /// benign, 0 malignant.</returns>
    /// <remarks>
    /// W. Wolberg, O. Mangasarian, N. Street, W. Street, UCI Machine Learning Repository, CC BY 4.0:
    /// <see href="https://archive.ics.uci.edu/dataset/17/breast+cancer+wisconsin+diagnostic"/>.
    /// </remarks>
    /// <exception cref="DataFormatException">The file is no such table.</exception>
    public static TensorDataset<T> BreastCancer<T>(string? path = null)
        where T : class, ITensor<T>
    {
        const string File = "breast_cancer.csv";
        var data = Table(File, path).ToDataset<T>("benign");
        CheckSamples(path ?? File, "30 features a row", data.Inputs, 30);
        CheckLabels(path ?? File, data.Targets, classes: 2);
        return data;
    }

    /// <summary>Optical Recognition of Handwritten Digits, the test part: 1797 images of 8x8 pixels, to tell the digit.</summary>
    /// <param name="path">A CSV file of 64 pixels from 0 to 16, row by row, and the column <c>digit</c>; the one that is built in by default.</param>
    /// <returns>Inputs of shape [1797, 1, 8, 8], float32 from 0 to 1. Targets of shape [1797], int64 from 0 to 9.</returns>
    /// <remarks>
    /// E. Alpaydin, C. Kaynak, UCI Machine Learning Repository, CC BY 4.0:
    /// <see href="https://archive.ics.uci.edu/dataset/80/optical+recognition+of+handwritten+digits"/>.
    /// </remarks>
    /// <exception cref="DataFormatException">The file is no such table.</exception>
    public static TensorDataset<T> Digits<T>(string? path = null)
        where T : class, ITensor<T>
    {
        const string File = "digits.csv";
        var data = Table(File, path).ToDataset<T>("digit", DType.Int64);
        CheckSamples(path ?? File, "64 pixels a row", data.Inputs, 64);
        CheckLabels(path ?? File, data.Targets, classes: 10);
        return new((data.Inputs / 16).View(data.Count, 1, 8, 8), data.Targets);
    }

    /// <summary>Fashion-MNIST: 60,000 images of clothing in 28x28 pixels to train on and 10,000 to test on, of 10 kinds.</summary>
    /// <param name="folder">Holds the IDX files, packed with gzip or not; by default where Debian's package dataset-fashion-mnist puts them.</param>
    /// <param name="train">Whether the images to train on are read, or those to test on.</param>
    /// <returns>Inputs of shape [samples, 1, 28, 28], float32 from 0 to 1. Targets of shape [samples], int64 from 0 to 9.</returns>
    /// <remarks>
    /// Zalando Research, MIT licence: <see href="https://github.com/zalandoresearch/fashion-mnist"/>. The kinds: T-shirt/top, trouser, pullover,
    /// dress, coat, sandal, shirt, sneaker, bag, ankle boot.
    /// </remarks>
    /// <exception cref="DatasetNotFoundException">A file is not there.</exception>
    /// <exception cref="DataFormatException">A file is not what it should be.</exception>
    public static TensorDataset<T> FashionMnist<T>(string? folder = null, bool train = true)
        where T : class, ITensor<T>
    {
        folder ??= FashionMnistFolder;
        var part = train ? "train" : "t10k";
        var imageFile = Found(folder, $"{part}-images-idx3-ubyte");
        var labelFile = Found(folder, $"{part}-labels-idx1-ubyte");
        var images = IdxFile.Read<T>(imageFile);
        CheckSamples(imageFile, "images of 28x28", images, 28, 28);
        var labels = IdxFile.Read<T>(labelFile);
        CheckSamples(labelFile, "labels", labels);
        CheckLabels(labelFile, labels, classes: 10);
        var inputs = T.Unsqueeze(images.Float().Div_(255), 1);
        T.Free(images);
        return new(inputs, labels.Long());
    }

    private static CsvTable Table(string file, string? path)
    {
        if (path is not null)
            return CsvTable.Read(path);
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(file)!);
        return CsvTable.Read(reader, file);
    }

    private static string Found(string folder, string file)
    {
        foreach (var name in new[] { file + ".gz", file })
            if (File.Exists(Path.Combine(folder, name)))
                return Path.Combine(folder, name);
        throw Error.FashionMnistNotFound(file, folder);
    }

    private static void CheckSamples<T>(string file, string expected, T samples, params ReadOnlySpan<long> sample)
        where T : class, ITensor<T>
    {
        if (samples.Shape.Count == 0 || !samples.Shape.AsSpan()[1..].SequenceEqual(sample))
            throw Error.DatasetShape(file, expected, samples.Shape);
    }

    private static void CheckLabels<T>(string file, T labels, int classes)
        where T : class, ITensor<T>
    {
        foreach (var label in labels.ToArray<double>())
            if (!(label >= 0 && label < classes && Math.Floor(label) == label))
                throw Error.DatasetLabel(file, label, classes);
    }
}
