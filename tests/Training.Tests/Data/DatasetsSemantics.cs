namespace TwinGrad.Tests;

/// <summary>The data sets that come with the library or are read where a package puts them.</summary>
public abstract class DatasetsSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void The_tumours_are_all_there()
    {
        var data = Datasets.BreastCancer<T>();
        Assert.AreEqual(569, data.Count);
        HasShape(data.Inputs, 569, 30);
        HasShape(data.Targets, 569, 1);
        Assert.AreSame(DType.Float32, data.Inputs.DType);
        Assert.AreSame(DType.Float32, data.Targets.DType);
        // As data/README.md has it: 357 are benign; the first line of the file is a radius of 17.99 and malignant.
        Assert.AreEqual(357, data.Targets.Sum().Item<int>());
        Assert.AreEqual(17.99f, data[0].Input[0].Item<float>());
        Assert.AreEqual(0.08902f, data[1].Input[^1].Item<float>());
    }

    [TestMethod]
    public void The_digits_are_images_from_0_to_1()
    {
        var data = Datasets.Digits<T>();
        Assert.AreEqual(1797, data.Count);
        HasShape(data.Inputs, 1797, 1, 8, 8);
        HasShape(data.Targets, 1797);
        Assert.AreSame(DType.Float32, data.Inputs.DType);
        Assert.AreSame(DType.Int64, data.Targets.DType);
        var pixels = data.Inputs.ToArray<double>();
        Assert.AreEqual(0, pixels.Min());
        Assert.AreEqual(1, pixels.Max());
        // The first line of the file: a zero, its first row 0 0 5 13 9 1 0 0.
        CollectionAssert.AreEqual(new[] { 0, 0, 5 / 16f, 13 / 16f, 9 / 16f, 1 / 16f, 0, 0 }, data[0].Input[0, 0].ToArray<float>());
        CollectionAssert.AreEqual(Enumerable.Range(0, 10).ToArray(), data.Targets.ToArray<int>().Distinct().Order().ToArray());
    }

    [TestMethod]
    public void A_file_of_ones_own_is_read_from_its_path()
    {
        using var folder = new TemporaryFolder();
        var features = string.Join(',', Enumerable.Range(0, 30).Select(i => $"f{i}"));
        var path = folder.Write("tumours.csv", $"{features},benign\n{string.Join(',', Enumerable.Range(0, 30))},1\n");
        var data = Datasets.BreastCancer<T>(path);
        CollectionAssert.AreEqual(Enumerable.Range(0, 30).ToArray(), data.Inputs.ToArray<int>());

        path = folder.Write("few.csv", "a,benign\n1,1\n");
        Refuses($"{path}: 30 features a row are expected, but it holds [1, 1]", () => Datasets.BreastCancer<T>(path));
        path = folder.Write("other.csv", $"{features},benign\n{string.Join(',', Enumerable.Range(0, 30))},2\n");
        Refuses($"{path}: classes go from 0 to 1, but it holds 2", () => Datasets.BreastCancer<T>(path));
        path = folder.Write("none.csv", $"{features},malignant\n");
        Assert.StartsWith($"{path} has no column 'benign'; there are 'f0', ", Assert.Throws<TorchArgumentException>(() => Datasets.BreastCancer<T>(path)).Message);
        path = folder.Write("empty.csv", $"{string.Join(',', Enumerable.Range(0, 64).Select(i => $"p{i}"))},digit\n");
        HasShape(Datasets.Digits<T>(path).Inputs, 0, 1, 8, 8);
    }

    [TestMethod]
    public void Where_the_clothes_are_missing_both_cures_are_named()
    {
        using var folder = new TemporaryFolder();
        var exception = Assert.ThrowsExactly<DatasetNotFoundException>(() => Datasets.FashionMnist<T>(folder.Path));
        Assert.Contains("apt install dataset-fashion-mnist", exception.Message);
        Assert.Contains("--data FOLDER", exception.Message);
        Assert.Contains(folder.Path, exception.Message);
        Assert.AreEqual(Path.Combine(folder.Path, "train-images-idx3-ubyte"), exception.FileName);
    }

    [TestMethod]
    public void Clothes_are_read_from_a_folder_packed_or_not()
    {
        using var folder = new TemporaryFolder();
        var images = IdxBytes.Of(0x08, [2, 28, 28], [.. Enumerable.Range(0, 2 * 784).Select(i => (byte)i)]);
        folder.Write("t10k-images-idx3-ubyte.gz", IdxBytes.Packed(images));
        folder.Write("t10k-labels-idx1-ubyte", IdxBytes.Of(0x08, [2], [9, 0]));
        var data = Datasets.FashionMnist<T>(folder.Path, train: false);
        HasShape(data.Inputs, 2, 1, 28, 28);
        Prints("tensor([9, 0])", data.Targets);
        Assert.AreEqual((784 + 5) % 256 / 255f, data[1].Input[0, 0, 5].Item<float>());

        var path = folder.Write("t10k-labels-idx1-ubyte", IdxBytes.Of(0x08, [2], [9, 10]));
        Refuses($"{path}: classes go from 0 to 9, but it holds 10", () => Datasets.FashionMnist<T>(folder.Path, train: false));
        folder.Write("t10k-labels-idx1-ubyte", IdxBytes.Of(0x08, [3], [9, 1, 1]));
        Refuses(
            "Size mismatch between tensors: inputs of shape [2, 1, 28, 28] and targets of shape [3]",
            () => Datasets.FashionMnist<T>(folder.Path, train: false));
        path = folder.Write("t10k-images-idx3-ubyte.gz", IdxBytes.Of(0x08, [1, 27, 28], new byte[27 * 28]));
        Refuses($"{path}: images of 28x28 are expected, but it holds [1, 27, 28]", () => Datasets.FashionMnist<T>(folder.Path, train: false));
    }

    [TestMethod]
    public void The_clothes_of_the_package_are_all_there()
    {
        TensorDataset<T> data;
        try
        {
            data = Datasets.FashionMnist<T>(train: false);
        }
        catch (DatasetNotFoundException exception)
        {
            Assert.Inconclusive(exception.Message);
            return;
        }
        HasShape(data.Inputs, 10_000, 1, 28, 28);
        Assert.AreSame(DType.Float32, data.Inputs.DType);
        // Its authors: 1000 test images of each kind.
        CollectionAssert.AreEqual(
            Enumerable.Repeat(1000, 10).ToArray(), data.Targets.ToArray<int>().CountBy(label => label).OrderBy(kind => kind.Key).Select(kind => kind.Value).ToArray());
        Assert.AreEqual(1, data.Inputs.Max().Item<double>());
        Assert.AreEqual(0, data.Inputs.Min().Item<double>());
    }
}
