namespace TwinGrad.Tests;

/// <summary>What the method is called that an operation was recorded in.</summary>
public abstract class CallSiteSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void Constructors_go_by_the_names_of_their_types()
    {
        using var trace = Autograd.Trace();

        Assert.AreEqual("Model", MemberOf(new Model(Leaf(1)).Loss));
        Assert.AreEqual("Model", MemberOf(new Model(Leaf(1)).LossOfALambda(Leaf(1))));
        Assert.AreEqual("Model", MemberOf(new Model<int>(Leaf(1)).Loss));
        Assert.AreEqual("Constants", MemberOf(Constants.Loss));
    }

    [TestMethod]
    public void Lambdas_go_by_the_method_they_stand_in()
    {
        using var trace = Autograd.Trace();
        Func<T, Func<T>> lambda = x => () => x.Exp();

        Assert.AreEqual(nameof(Lambdas_go_by_the_method_they_stand_in), MemberOf(lambda(Leaf(1))()));
    }

    [TestMethod]
    public void A_method_may_be_called_what_it_likes()
    {
        using var trace = Autograd.Trace();

        Assert.AreEqual(nameof(Log__Loss), MemberOf(Log__Loss(Leaf(1))));
    }

    private static string? MemberOf(T x) => x.GradFn?.CallSite?.Member;

    // What the compiler calls a local function has such underscores in it too.
    private static T Log__Loss(T x) => x.Log();

    private sealed class Model
    {
        internal Model(T x)
        {
            Loss = x.Exp();
            LossOfALambda = y => (x * y).Exp();
        }

        internal T Loss { get; }

        internal Func<T, T> LossOfALambda { get; }
    }

    private sealed class Model<TOther>(T x)
        where TOther : struct
    {
        internal T Loss { get; } = x.Exp();
    }

    private static class Constants
    {
        internal static readonly T Loss = Leaf(1).Exp();
    }
}
