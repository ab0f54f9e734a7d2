namespace TwinGrad.Tests;

/// <summary>What a sequence frees on its way: what nobody else can have seen.</summary>
public abstract class SequentialSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void What_a_module_of_the_users_is_given_and_gives_stays()
    {
        var (keeper, nested) = (new Keeper(), new Keeper());
        var model = new Sequential<T>(
            new Linear<T>(2, 3), new Tanh<T>(), keeper, new ReLU<T>(), new Sequential<T>(nested, new Tanh<T>()), new Identity<T>(), new Linear<T>(3, 1));
        var input = Ones(4, 2);
        var output = model.Forward(input);
        foreach (var kept in (T[])[.. keeper.Kept, .. nested.Kept, input, output])
            Assert.AreEqual(4, kept.Exp().Shape[0]);
        output.Sum().Backward();
        Assert.IsTrue(model.Parameters().All(parameter => parameter.Grad is not null));
    }

    [TestMethod]
    public void A_module_that_gives_its_input_back_gives_it_whole()
    {
        var (input, model) = (Ones(2, 2), new Sequential<T>(new Identity<T>(), new Dropout<T>(0.5), new Identity<T>()));
        model.Eval();
        Assert.AreSame(input, model.Forward(input));
        Assert.AreEqual(4, input.Sum().Item<double>());
    }

    [TestMethod]
    public void The_gradients_are_those_without_freeing()
    {
        var (first, second) = (new Linear<T>(3, 4), new Linear<T>(4, 2));
        var model = new Sequential<T>(first, new Tanh<T>(), new Flatten<T>(), second, new Softmax<T>(1));
        var input = Ones(2, 3);
        model.Forward(input).Select(1, 0).Sum().Backward();
        double[] freed = [.. first.Weight.Grad!.ToArray<double>()];
        first.Weight.Grad = null;
        second.Forward(first.Forward(input).Tanh().Flatten(1)).Softmax(1).Select(1, 0).Sum().Backward();
        CollectionAssert.AreEqual(freed, first.Weight.Grad!.ToArray<double>());
    }

    /// <summary>Keeps what it is given and what it gives, as a user's module may.</summary>
    private sealed class Keeper : Module<T>
    {
        internal List<T> Kept { get; } = [];

        public override T Forward(T input)
        {
            var result = input.Tanh();
            Kept.AddRange([input, result]);
            return result;
        }
    }
}
