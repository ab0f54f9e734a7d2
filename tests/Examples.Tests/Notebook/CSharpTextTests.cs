namespace TwinGrad.Examples.Tests;

[TestClass]
public sealed class CSharpTextTests
{
    [TestMethod]
    public void An_expression_loses_its_arrow()
        => Assert.AreEqual("y = x.Pow(2)", CSharpText.Of("() => y = x.Pow(2)"));

    [TestMethod]
    public void A_block_loses_its_braces_and_their_indentation()
        => Assert.AreEqual(
            "using (Torch.NoGrad())\n    y = x.Pow(2);",
            CSharpText.Of("() =>\n        {\n            using (Torch.NoGrad())\n                y = x.Pow(2);\n        }"));

    [TestMethod]
    public void What_is_printed_is_written_as_calls()
        => Assert.AreEqual("Console.WriteLine(w.Grad);\nConsole.WriteLine(b.Grad);", CSharpText.Of("() => [w.Grad, b.Grad]"));

    [TestMethod]
    public void Lines_that_are_printed_are_written_as_calls()
        => Assert.AreEqual(
            "Console.WriteLine($\"a, {x}\");\nConsole.WriteLine($\"b\");",
            CSharpText.Of("() =>\n        [\n            $\"a, {x}\",\n            $\"b\",\n        ]"));
}
