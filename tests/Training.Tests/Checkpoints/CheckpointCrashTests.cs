namespace TwinGrad.Tests;

/// <summary>A process may end before or in any operation on a file: the checkpoint before or the new one can be loaded.</summary>
[TestClass]
public sealed class CheckpointCrashTests
{
    /// <summary>The operations up to one of them are done, that one is done in part or not at all, and nothing comes after it.</summary>
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void ACrashAtAnyOperationLeavesTheOldCheckpointOrTheNewOne(bool isFirst)
    {
        var (old, latest) = (0, 0);
        for (var end = 0; ; end++)
        {
            using var folder = new TemporaryFolder();
            if (!isFirst)
                Save(folder.Path, 1, new());
            var files = new CrashingFiles { OperationsLeft = end };
            var hasCrashed = false;
            try
            {
                Save(folder.Path, 2, files);
            }
            catch (CrashException)
            {
                hasCrashed = true;
            }
            var loaded = CheckpointFolder.TryLoad<Reference.Tensor>(folder.Path);
            var number = loaded?.Progress["number"]!.GetValue<int>() ?? 0;
            Assert.Contains(number, isFirst ? [0, 2] : [1, 2]);
            if (loaded is not null)
                CheckpointFolderSemantics<Reference.Tensor>.IsNumbered(number, loaded);
            _ = number == 2 ? latest++ : old++;

            Save(folder.Path, 3, new());
            CheckpointFolderSemantics<Reference.Tensor>.IsNumbered(3, CheckpointFolder.Load<Reference.Tensor>(folder.Path));
            Assert.HasCount(5, folder.Names, $"after a crash at operation {end}: {string.Join(", ", folder.Names)}");
            if (!hasCrashed)
                break;
        }
        // Three parts and the index: each made, written in pieces, flushed and renamed.
        Assert.IsGreaterThanOrEqualTo(16, old);
        Assert.IsGreaterThanOrEqualTo(isFirst ? 1 : 4, latest);
    }

    /// <summary>The disk is full, or the system refuses otherwise: the save says so, and leaves nothing behind.</summary>
    [TestMethod]
    public void AnOperationThatFailsLeavesTheOldCheckpointAndNothingElse()
    {
        var renamed = 0;
        for (var at = 0; ; at++)
        {
            using var folder = new TemporaryFolder();
            Save(folder.Path, 1, new());
            var names = folder.Names;
            var files = new CrashingFiles { OperationsLeft = at, FailsOnce = true };
            try
            {
                Save(folder.Path, 2, files);
            }
            catch (CheckpointException exception)
            {
                Assert.Contains("No space left on device", exception.Message);
                Assert.Contains("What was there before is unchanged", exception.Message);
                // Where the last renaming failed the new parts stay for the next save: a system may have done what it says it has not.
                if (files.HasFailedToRename && folder.Names.Length > names.Length)
                    renamed++;
                else
                    CollectionAssert.AreEqual(names, folder.Names, $"after operation {at} failed: {string.Join(", ", folder.Names)}");
                CheckpointFolderSemantics<Reference.Tensor>.IsNumbered(1, CheckpointFolder.Load<Reference.Tensor>(folder.Path));
                Save(folder.Path, 3, new());
                Assert.HasCount(5, folder.Names);
                continue;
            }
            // Only what is deleted after the new checkpoint took its place may fail: the next save deletes it.
            CheckpointFolderSemantics<Reference.Tensor>.IsNumbered(2, CheckpointFolder.Load<Reference.Tensor>(folder.Path));
            Save(folder.Path, 3, new());
            Assert.HasCount(5, folder.Names);
            if (files.OperationsLeft >= 0)
            {
                Assert.IsGreaterThanOrEqualTo(16, at);
                Assert.AreEqual(1, renamed);
                return;
            }
        }
    }

    [TestMethod]
    public void ASaveBesideAnotherOneIsRefused()
    {
        using var folder = new TemporaryFolder();
        Save(folder.Path, 1, new());
        var meanwhile = new MeanwhileFiles
        {
            Do = () =>
            {
                var exception = Assert.ThrowsExactly<CheckpointException>(() => Save(folder.Path, 9, new()));
                Assert.StartsWith("another save into ", exception.Message);
                CheckpointFolderSemantics<Reference.Tensor>.IsNumbered(1, CheckpointFolder.Load<Reference.Tensor>(folder.Path));
            },
        };
        Save(folder.Path, 2, meanwhile);
        Assert.IsGreaterThan(3, meanwhile.Count);
        CheckpointFolderSemantics<Reference.Tensor>.IsNumbered(2, CheckpointFolder.Load<Reference.Tensor>(folder.Path));
    }

    [TestMethod]
    public void LoadingWhileSavesGoOnGetsOneCheckpointOrAnother()
    {
        using var folder = new TemporaryFolder();
        Save(folder.Path, 0, new());
        using var saving = Task.Run(() =>
        {
            for (var number = 1; number <= 100; number++)
                Save(folder.Path, number, new());
        });
        var (seen, last) = (0, 0);
        while (!saving.IsCompleted)
        {
            var checkpoint = CheckpointFolder.Load<Reference.Tensor>(folder.Path);
            var number = checkpoint.Progress["number"]!.GetValue<int>();
            CheckpointFolderSemantics<Reference.Tensor>.IsNumbered(number, checkpoint);
            Assert.IsGreaterThanOrEqualTo(last, number);
            (seen, last) = (seen + 1, number);
        }
        saving.GetAwaiter().GetResult();
        Assert.IsGreaterThan(0, seen);
    }

    [TestMethod]
    public void WhereNoFolderCanBeTheMessageSaysWhy()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["file"], "mine");
        foreach (var path in new[] { folder["file"], folder["file/below"], folder["a\0b"], folder[new string('x', 300)] })
        {
            var exception = Assert.ThrowsExactly<CheckpointException>(() => Save(path, 1, new()));
            Assert.StartsWith("cannot write '", exception.Message);
            Assert.AreEqual(path, exception.File);
        }
        Assert.AreEqual("mine", File.ReadAllText(folder["file"]));
    }

    private static void Save(string folder, int number, FileOperations files)
        => CheckpointFolder.Save(folder, CheckpointFolderSemantics<Reference.Tensor>.Numbered(number), files);
}
