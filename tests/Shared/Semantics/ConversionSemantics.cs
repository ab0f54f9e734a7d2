namespace TwinGrad.Tests;

/// <summary>Casts of a tensor of one element: Python's float(x), int(x) and bool(x). Each engine says how its casts are called.</summary>
[DoNotParallelize]
public abstract class ConversionSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    protected abstract double ToDouble(T x);

    protected abstract long ToInt64(T x);

    protected abstract int ToInt32(T x);

    protected abstract bool ToBoolean(T x);

    [TestMethod]
    public void One_element_becomes_a_number()
    {
        Assert.AreEqual(2.5, ToDouble(Number(2.5)));
        Assert.AreEqual(-2, ToInt64(Vector(-2.9)));
        Assert.AreEqual(7, ToInt32(Ints(7)));
        Assert.IsTrue(ToBoolean(Number(0.5)));
        Assert.IsFalse(ToBoolean(Number(0)));
    }

    [TestMethod]
    public void What_is_no_integer_is_refused()
    {
        Refuses("cannot convert float NaN to integer", () => ToInt64(Number(NaN)));
        Refuses("cannot convert float NaN to integer", () => ToInt32(Number(NaN)));
        Refuses("cannot convert float infinity to integer", () => ToInt64(Number(-Infinity)));
        Refuses("value cannot be converted to type int without overflow", () => ToInt32(Number(3e10)));
    }

    [TestMethod]
    public void Several_elements_are_no_number()
    {
        Refuses("a Tensor with 3 elements cannot be converted to Scalar", () => ToDouble(Vector(1, 2, 3)));
        Refuses("Boolean value of Tensor with more than one value is ambiguous", () => ToBoolean(Vector(1, 2, 3)));
        Refuses("Boolean value of Tensor with no values is ambiguous", () => ToBoolean(Ones(0)));
    }

    [TestMethod]
    public void A_number_off_the_graph_is_warned_of()
    {
        var heard = new List<string>();
        Warnings.Warning += heard.Add;
        Warnings.Always = true;
        try
        {
            var x = Number(3.0, requiresGrad: true);
            Assert.AreEqual(3, x.Item<double>());
            Assert.IsEmpty(heard);
            Assert.AreEqual(3, ToDouble(x));
        }
        finally
        {
            Warnings.Always = false;
            Warnings.Warning -= heard.Add;
        }
        string[] expected =
        [
            "Converting a tensor with requires_grad=True to a scalar may lead to unexpected behavior.\nConsider using tensor.detach() first.",
        ];
        CollectionAssert.AreEqual(expected, heard);
    }
}
