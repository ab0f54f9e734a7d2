using TwinGrad.Fuzz.Running;
using TwinGrad.Fuzz.Surface;

namespace TwinGrad.Fuzz.Tests;

[TestClass]
public sealed class PublicSurfaceTests
{
    [TestMethod]
    public void Arguments_are_known_for_every_member()
    {
        var unknown = new ProgramGenerator(PublicSurface.Members).Unknown;

        Assert.IsEmpty(unknown, string.Join("\n", unknown));
    }

    [TestMethod]
    public void A_member_that_takes_what_nothing_is_known_of_is_named()
    {
        var member = MemberCompiler.Compile(((Func<Version, string?, string>)Odd).Method, "Odd");

        Assert.AreEqual("Odd: version", Assert.ContainsSingle(new ProgramGenerator([.. PublicSurface.Members, member]).Unknown));
    }

    [TestMethod]
    [DataRow("Tensor.MatMul", 0)]
    [DataRow("Tensor.Add(Tensor, Scalar)", 1)]
    [DataRow("TensorOps.Backward<Tensor>(Tensor, Tensor, Boolean?, Boolean, IReadOnlyList<Tensor>)", 1)]
    [DataRow("Tensor.get_Part(ReadOnlySpan<TensorIndex>)", 1)]
    [DataRow("Tensor.set_Part(ReadOnlySpan<TensorIndex>, Tensor)", 1)]
    [DataRow("Tensor.set_Grad(Tensor)", 1)]
    [DataRow("Tensor.Item<Half>()", 1)]
    [DataRow("TensorOps.Sum<Tensor>(Tensor, ReadOnlySpan<Int32>)", 1)]
    [DataRow("TensorOps.op_AdditionAssignment<Tensor>(Tensor, Tensor)", 1)]
    [DataRow("Composites.MatMul<Tensor>(Tensor, Tensor)", 1)]
    [DataRow("TensorFactory<Tensor>.Full(ReadOnlySpan<Int64>, Scalar, DType, Device, Boolean)", 1)]
    [DataRow("TensorFactory<Tensor>.NoGrad()", 1)]
    [DataRow("Torch.NewScope().Keep", 1)]
    [DataRow("new Sgd<Tensor>(IReadOnlyList<ParameterGroup<Tensor, SgdOptions>>, SgdOptions)", 1)]
    [DataRow("Optimizer<Tensor, SgdOptions>.Step()", 1)]
    [DataRow("Module<Tensor>.LoadStateDict(IReadOnlyDictionary<String, Tensor>, Boolean)", 1)]
    [DataRow("Linear<Tensor>.Forward(Tensor)", 1)]
    [DataRow("ISpanFormattable.TryFormat(Span<Char>, ref Int32, ReadOnlySpan<Char>, IFormatProvider)", 1)]
    public void Members_are_found_as_often_as_they_are_declared(string name, int times)
        => Assert.AreEqual(times, PublicSurface.Members.Count(member => member.Name == name));

    [TestMethod]
    public void What_is_left_out_has_a_reason()
        => Assert.IsTrue(PublicSurface.LeftOut.Values.All(reason => reason.Length > 10));

    [TestMethod]
    public void A_seed_and_a_number_give_the_same_program_again()
    {
        var (first, again) = (Written(5), Written(5));

        Assert.AreEqual(first, again);
        Assert.AreNotEqual(first, Written(6));
    }

    [TestMethod]
    public void A_scope_ends_although_calls_inside_it_throw()
    {
        string[] names = ["TensorFactory<Tensor>.NoGrad()", "TensorOps.Log<Tensor>(Tensor)"];
        var program = new ProgramGenerator([.. PublicSurface.Members.Where(member => names.Contains(member.Name))]);
        for (var number = 0u; number < 20; number++)
            Assert.IsEmpty(new ProgramRunner(program.Get(1, number), _ => { }, _ => { }).Run());
        Assert.IsTrue(Torch.IsGradEnabled);
    }

    private static string Written(uint number)
    {
        var lines = new StringWriter();
        new ProgramRunner(new ProgramGenerator(PublicSurface.Members).Get(1, number), lines.WriteLine, lines.WriteLine).Run();
        return lines.ToString();
    }

    private static string Odd(Version version, string? text) => $"{version}{text}";
}
