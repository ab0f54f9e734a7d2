namespace TwinGrad.Tests;

/// <summary>Datasets split at random, and class by class.</summary>
[TestClass]
public sealed class DatasetSplitTests
{
    [TestMethod]
    public void Parts_are_as_long_as_PyTorchs()
    {
        foreach (var recorded in LoadingRecording.Cases("splits"))
        {
            var samples = new Numbered((int)recorded["count"]!);
            var lengths = recorded["lengths"]!.AsArray().Select(length => length!.GetValue<double>()).ToArray();
            // PyTorch takes numbers that add up to 1 for fractions, and all others for lengths; here the type says which.
            var isFractions = recorded["lengths"]!.ToJsonString().Contains('.', StringComparison.Ordinal);
            Subset<int>[] Split() => isFractions
                ? samples.RandomSplit(lengths, seed: 1)
                : samples.RandomSplit(Array.ConvertAll(lengths, length => (int)length), seed: 1);
            if (recorded["error"] is { } error)
            {
                var exception = Assert.ThrowsExactly<TorchArgumentException>(Split, recorded.ToJsonString());
                Assert.StartsWith((string)error!, $"{exception.PythonType}: {exception.Message}");
                continue;
            }
            var parts = Split();
            CollectionAssert.AreEqual(recorded.Ints("parts"), parts.Select(part => part.Count).ToArray(), recorded.ToJsonString());
            CollectionAssert.AreEqual(
                Enumerable.Range(0, samples.Count).ToArray(), parts.SelectMany(part => part).Order().ToArray(), recorded.ToJsonString());
        }
    }

    [TestMethod]
    public void The_seed_decides()
    {
        var samples = new Numbered(100);
        CollectionAssert.AreEqual(samples.RandomSplit([0.5, 0.5], 3)[1].ToArray(), samples.RandomSplit([0.5, 0.5], 3)[1].ToArray());
        CollectionAssert.AreEqual(samples.RandomSplit([0.5, 0.5], 3)[1].ToArray(), samples.RandomSplit([50, 50], 3)[1].ToArray());
        CollectionAssert.AreNotEqual(samples.RandomSplit([0.5, 0.5], 3)[1].ToArray(), samples.RandomSplit([0.5, 0.5], 4)[1].ToArray());
        CollectionAssert.AreNotEqual(Enumerable.Range(0, 50).ToArray(), samples.RandomSplit([0.5, 0.5], 3)[0].ToArray());
    }

    [TestMethod]
    public void Lengths_and_fractions_that_make_no_sense_are_refused()
    {
        var samples = new Numbered(10);
        Assert.AreEqual(
            "the length of a split is not negative, but at index 1 it is -1",
            Assert.ThrowsExactly<TorchArgumentException>(() => samples.RandomSplit([11, -1])).Message);
        Assert.AreEqual(
            "Fraction at index 0 is not between 0 and 1",
            Assert.ThrowsExactly<TorchArgumentException>(() => samples.RandomSplit([double.NaN, 1.0])).Message);
        Assert.ThrowsExactly<TorchArgumentException>(() => samples.RandomSplit(Array.Empty<double>()));
        Assert.AreEqual(
            "there is one label a sample, but got 2 labels for 10 samples",
            Assert.ThrowsExactly<TorchArgumentException>(() => samples.StratifiedSplit([0, 1], [1.0])).Message);
    }

    [TestMethod]
    public void Each_class_is_divided_like_the_whole()
    {
        var random = new Random(3);
        foreach (var fractions in new double[][] { [0.8, 0.2], [0.6, 0.2, 0.2], [1 / 3.0, 1 / 3.0, 1 / 3.0], [0.0, 1.0], [0.55, 0.45] })
            for (var seed = 0; seed < 20; seed++)
            {
                var labels = Enumerable.Range(0, random.Next(400)).Select(_ => (long)Math.Min(random.Next(12), random.Next(12)) - 3).ToArray();
                var parts = new Numbered(labels.Length).StratifiedSplit(labels, fractions, seed);
                CollectionAssert.AreEqual(Enumerable.Range(0, labels.Length).ToArray(), parts.SelectMany(part => part).Order().ToArray());
                for (var split = 0; split < parts.Length; split++)
                {
                    // What is left over of a class is less than a sample a class, and goes where most is missing so far.
                    Assert.AreEqual(fractions[split] * labels.Length, parts[split].Count, 1.0 + 1e-9, $"part {split} of {labels.Length}");
                    foreach (var (label, count) in labels.CountBy(label => label))
                        Assert.AreEqual(fractions[split] * count, parts[split].Count(sample => labels[sample] == label), 1 - 1e-9, $"{label} in part {split}");
                }
            }
    }

    [TestMethod]
    public void Which_samples_of_a_class_are_taken_is_chosen_by_the_seed()
    {
        var labels = Enumerable.Range(0, 100).Select(sample => (long)(sample % 2)).ToArray();
        var samples = new Numbered(100);
        CollectionAssert.AreEqual(samples.StratifiedSplit(labels, [0.5, 0.5], 1)[0].ToArray(), samples.StratifiedSplit(labels, [0.5, 0.5], 1)[0].ToArray());
        CollectionAssert.AreNotEqual(samples.StratifiedSplit(labels, [0.5, 0.5], 1)[0].ToArray(), samples.StratifiedSplit(labels, [0.5, 0.5], 2)[0].ToArray());
    }

    [TestMethod]
    public void An_empty_part_is_warned_of()
    {
        List<string> warnings = [];
        Warnings.Warning += warnings.Add;
        Warnings.Always = true;
        try
        {
            new Numbered(2).RandomSplit([0.0, 1.0]);
            Assert.Contains("Length of split at index 0 is 0. This might result in an empty dataset.", warnings);
        }
        finally
        {
            Warnings.Always = false;
            Warnings.Warning -= warnings.Add;
        }
    }
}
