namespace TwinGrad.Tests;

[TestClass]
public sealed class CallSiteTests
{
    [TestMethod]
    [DataRow("Loss", "Loss")]
    [DataRow("Log__Loss", "Log__Loss")]
    [DataRow("<Main>$", "Main")]
    [DataRow("<<Main>$>b__0", "Main")]
    [DataRow("<<Main>$>b__0_1", "Main")]
    [DataRow("<<Main>$>d__0", "Main")]
    [DataRow("<<Main>$>g__Loss|0_0", "Loss")]
    [DataRow("<<<Main>$>b__0_1>d", "Main")]
    [DataRow("<<<Main>$>g__Loss|0_0>d", "Loss")]
    [DataRow("<Train>b__3_0", "Train")]
    [DataRow("<Train>g__Loss|3_0", "Loss")]
    [DataRow("<Train>d__3", "Train")]
    [DataRow("<.ctor>b__0_0", ".ctor")]
    [DataRow("<unclosed", "<unclosed")]
    [DataRow("<>m0", "<>m0")]
    public void Methods_go_by_their_names_in_the_source(string compiled, string expected) => Assert.AreEqual(expected, CallSite.SourceName(compiled));
}
