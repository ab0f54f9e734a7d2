using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace TwinGrad.Tests;

/// <summary>A tensor as text and as a number.</summary>
[DoNotParallelize]
public abstract class TextSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void A_0_dim_tensor_formats_like_the_number()
    {
        var loss = Number(2.0 / 3, requiresGrad: true);
        Assert.AreEqual("0.6667", string.Create(CultureInfo.InvariantCulture, $"{loss:F4}"));
        Assert.AreEqual("7", string.Create(CultureInfo.InvariantCulture, $"{Number(7)}"));
        Assert.Throws<FormatException>(() => string.Create(CultureInfo.InvariantCulture, $"{Vector(1, 2):F4}"));
    }

    [TestMethod]
    public void Options_hold_for_one_text_or_for_all()
    {
        var x = Vector(0.123456, 1);
        Assert.AreEqual("tensor([0.12, 1.00])", x.ToString(PrintOptions.Short));
        TensorFactory<T>.PrintOptions = new() { Precision = 1 };
        try
        {
            Prints("tensor([0.1, 1.0])", x);
        }
        finally
        {
            TensorFactory<T>.PrintOptions = PrintOptions.Default;
        }
        Prints("tensor([0.1235, 1.0000])", x);
        Assert.Throws<ArgumentNullException>(() => TensorFactory<T>.PrintOptions = null!);
    }

    [TestMethod]
    public void A_summary_is_short()
    {
        Assert.AreEqual("float32[32, 64] cpu", Zeros(32, 64).Summary);
        Assert.AreEqual("float32[2] cpu requires_grad", Leaf(1, 2).Summary);
        Assert.AreEqual("float32[] cpu <SumBackward0>", Leaf(1, 2).Sum().Summary);
        Assert.AreEqual("int64[3] cpu", Ints(1, 2, 3).Summary);
    }

    [TestMethod]
    public void The_debugger_shows_the_summary()
    {
        Assert.AreEqual("{DebuggerDisplay,nq}", typeof(T).GetCustomAttribute<DebuggerDisplayAttribute>()?.Value);
        var display = typeof(T).GetProperty("DebuggerDisplay", BindingFlags.Instance | BindingFlags.NonPublic)!;
        var x = Leaf(1, 2);
        Assert.AreEqual("float32[2] cpu requires_grad", display.GetValue(x));
        if (x is not IDisposable disposable)
            return;
        disposable.Dispose();
        Assert.AreEqual("disposed", display.GetValue(x));
    }

    [TestMethod]
    public void Warnings_come_to_the_event_or_as_errors()
    {
        var heard = new List<string>();
        Warnings.Warning += heard.Add;
        Warnings.Always = true;
        try
        {
            var y = Number(3.0, requiresGrad: true) * 2;
            Assert.IsNull(y.Grad);
            Assert.HasCount(1, heard);
            Assert.StartsWith("The .grad attribute of a Tensor that is not a leaf Tensor is being accessed.", heard[0]);

            Warnings.AsErrors = true;
            var error = Assert.ThrowsExactly<TorchWarningException>(() => y.Grad);
            Assert.AreEqual(heard[0], error.Message);
            Assert.AreEqual("UserWarning", error.PythonType);
            Assert.ThrowsExactly<TorchWarningException>(() => y.Backward(createGraph: true));
            Assert.HasCount(1, heard);
        }
        finally
        {
            (Warnings.AsErrors, Warnings.Always) = (false, false);
            Warnings.Warning -= heard.Add;
        }
    }
}
