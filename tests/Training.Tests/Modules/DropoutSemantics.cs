namespace TwinGrad.Tests;

/// <summary>Dropout, and draws that are made once more.</summary>
public abstract class DropoutSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    /// <summary>What the engine rounds to: the reference engine computes in double whatever the dtype.</summary>
    private static readonly DType Rounded = typeof(T) == typeof(Tensor) ? DType.Float32 : DType.Float64;

    [TestMethod]
    public void Dropout_draws_in_training_alone()
    {
        var dropout = new Dropout<T>(0.25);
        var x = Ones(1000);
        var values = dropout.Forward(x).ToArray<float>();
        CollectionAssert.AreEquivalent(new[] { 0, 1 / 0.75f }, values.Distinct().ToArray());
        Assert.AreSame(x, dropout.Eval().Forward(x));
        Refuses("dropout probability has to be between 0 and 1, but got -1.0", () => new Dropout<T>(-1));
        Refuses("dropout probability has to be between 0 and 1, but got nan", () => new Dropout<T>(NaN));
    }

    [TestMethod]
    [DataRow(0.1)]
    [DataRow(0.5)]
    [DataRow(0.9)]
    [DataRow(1)]
    public void A_recorded_draw_is_that_of_a_run_without_a_tape(double p)
    {
        var (dropout, tape) = (new Dropout<T>(p), new DrawTape());
        var plain = Run(dropout);
        double[][] recorded, replayed;
        using (tape.Record())
            recorded = Run(dropout);
        using (tape.Replay())
            replayed = Run(dropout);
        for (var i = 0; i < plain.Length; i++)
        {
            CollectionAssert.AreEqual(plain[i], recorded[i]);
            CollectionAssert.AreEqual(plain[i], replayed[i]);
        }
    }

    [TestMethod]
    public void Draws_are_replayed_on_the_other_engine()
    {
        var (model, tape) = (new Sequential<T>(new Dropout<T>(0.3), new Dropout<T>(0.6)), new DrawTape());
        double[] drawn;
        using (tape.Record())
            drawn = model.Forward(Ones(4, 5).To(Rounded)).ToArray<double>();
        Assert.AreEqual(2, tape.Count);
        using (tape.Replay())
            CollectionAssert.AreEqual(drawn, Other<Tensor>());
        using (tape.Replay())
            CollectionAssert.AreEqual(drawn, Array.ConvertAll(Other<Reference.Tensor>(), value => Rounded == DType.Float32 ? (float)value : value));

        static double[] Other<TOther>()
            where TOther : class, ITensor<TOther>
            => new Sequential<TOther>(new Dropout<TOther>(0.3), new Dropout<TOther>(0.6)).Forward(TensorFactory<TOther>.Ones([4, 5]).To(Rounded)).ToArray<double>();
    }

    [TestMethod]
    public void A_run_that_is_not_the_recorded_one_is_refused()
    {
        var (dropout, tape) = (new Dropout<T>(), new DrawTape());
        using (tape.Record())
            dropout.Forward(Ones(2));
        using (tape.Replay())
        {
            Refuses(
                "draw 0 of the recorded run has shape [2] and this one asks for [3]: it is not the same run", () => dropout.Forward(Ones(3)));
            dropout.Forward(Ones(2));
            Refuses("the recorded run drew 1 times and this one draws once more: it is not the same run", () => dropout.Forward(Ones(2)));
        }
        Assert.IsNull(DrawTape.Current);
    }

    /// <summary>Output and gradient of a seeded pass.</summary>
    private static double[][] Run(Dropout<T> dropout)
    {
        TensorFactory<T>.ManualSeed(3);
        var x = TensorFactory<T>.Linspace(-3, 3, 300, Rounded).RequiresGrad_();
        var y = dropout.Forward(x);
        (y * y).Sum().Backward();
        return [y.ToArray<double>(), x.Grad!.ToArray<double>()];
    }
}
