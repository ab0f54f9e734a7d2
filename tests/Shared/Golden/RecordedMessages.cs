using System.Text.Json;

namespace TwinGrad.Tests;

/// <summary>Situations that PyTorch was recorded in, played again: the same sentence or the same result, and the same warnings.</summary>
public abstract partial class RecordedMessages<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    public static IEnumerable<object[]> Ids => Situations.Keys.Select(id => new object[] { id });

    [TestMethod]
    [DynamicData(nameof(Ids))]
    public void The_situation_ends_as_in_PyTorch(string id)
    {
        var recorded = Recorded.Messages[id];
        var warnings = new List<string>();
        Warnings.Warning += warnings.Add;
        Warnings.Always = true;
        try
        {
            if (recorded.GetProperty("outcome").GetString() == "exception")
                EndsInException(recorded, Situations[id]);
            else
                Assert.AreEqual(recorded.GetProperty("result").GetString(), Text(Situations[id]()));
        }
        finally
        {
            Warnings.Warning -= warnings.Add;
            Warnings.Always = false;
        }
        CollectionAssert.AreEqual(
            recorded.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("text").GetString()).ToList(), warnings);
    }

    private static void EndsInException(JsonElement recorded, Func<object?> situation)
    {
        var exception = Assert.Throws<Exception>(() => { situation(); });
        Assert.AreEqual(recorded.GetProperty("message").GetString(), exception.Message);
        Assert.AreEqual(recorded.GetProperty("type").GetString(), (exception as ITorchException)?.PythonType);
    }

    /// <summary>Python's text of a result.</summary>
    private static string Text(object? result) => result switch
    {
        null => "None",
        bool value => value ? "True" : "False",
        Shape shape => $"torch.Size({shape})",
        object?[] tuple => $"({string.Join(", ", tuple.Select(Text))})",
        _ => result.ToString()!,
    };

    /// <summary>Does what a Python statement list does, and gives the result.</summary>
    private static object? After(Action steps, Func<object?> result)
    {
        steps();
        return result();
    }

    private static T InNoGrad(Func<T> function)
    {
        using (TensorFactory<T>.NoGrad())
            return function();
    }
}
