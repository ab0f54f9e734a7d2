namespace TwinGrad.Tests;

/// <summary>Buffers, modules inside, training and not, and the text of a module.</summary>
public abstract class ModuleStateSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void A_state_dict_has_parameters_then_persistent_buffers_then_the_modules_inside()
    {
        var counter = new Counter<T>();
        string[] saved = ["scale", "count", "inside.weight", "inside.bias"];
        CollectionAssert.AreEqual(saved, counter.StateDict().Keys.ToArray());
        string[] buffers = ["count", "last"];
        CollectionAssert.AreEqual(buffers, counter.NamedBuffers().Select(buffer => buffer.Key).ToArray());
        Assert.HasCount(3, counter.Parameters());
    }

    [TestMethod]
    public void Buffers_are_saved_and_loaded()
    {
        var (counter, copy) = (new Counter<T>(), new Counter<T>());
        counter.Forward(Ones(2));
        counter.Forward(Ones(2));
        copy.LoadStateDict(counter.StateDict());
        Assert.AreEqual(2, copy.Count.Item<int>());
        Assert.AreEqual(DType.Int64, copy.Count.DType);
        CollectionAssert.AreEqual(counter.Forward(Ones(2)).ToArray<double>(), copy.Forward(Ones(2)).ToArray<double>());
    }

    [TestMethod]
    public void A_missing_buffer_leaves_all_as_it_was()
    {
        var counter = new Counter<T>();
        counter.Forward(Ones(2));
        var state = new Counter<T>().StateDict().Where(value => value.Key != "count").ToDictionary();
        Refuses("Error(s) in loading state_dict for Counter:\n\tMissing key(s) in state_dict: \"count\". ", () => counter.LoadStateDict(state));
        Assert.AreEqual(1, counter.Count.Item<int>());
    }

    [TestMethod]
    public void A_buffer_has_a_name_of_its_own_and_no_graph()
    {
        var counter = new Counter<T>();
        Refuses("buffer name can't be empty string \"\"", () => counter.Take("", Ones(1)));
        Refuses("buffer name can't contain \".\"", () => counter.Take("a.b", Ones(1)));
        Refuses("attribute 'scale' already exists", () => counter.Take("scale", Ones(1)));
        Refuses("attribute 'count' already exists", () => counter.Take("count", Ones(1)));
        Refuses("attribute 'count' already exists", () => counter.Take("count", new Identity<T>()));
        Refuses(
            "cannot register buffer 'y': it is the result of a recorded operation and would keep its graph; register its Detach()",
            () => counter.Take("y", Leaf(1) * 2));
    }

    [TestMethod]
    public void Modules_are_listed_with_their_paths()
    {
        var model = new Sequential<T>(("a", new Counter<T>()), ("b", new Sequential<T>(new Identity<T>())));
        string[] paths = ["", "a", "a.inside", "b", "b.0"];
        CollectionAssert.AreEqual(paths, model.NamedModules().Select(module => module.Key).ToArray());
        string[] children = ["a", "b"];
        CollectionAssert.AreEqual(children, model.Children.Keys.ToArray());
        var seen = new List<Module<T>>();
        Assert.AreSame(model, model.Apply(seen.Add));
        CollectionAssert.AreEqual(
            new[] { model[0].Children["inside"], model[0], model[1].Children["0"], model[1], model }, seen);
    }

    [TestMethod]
    public void What_is_there_twice_is_a_parameter_once_and_saved_under_both_names()
    {
        var layer = new Linear<T>(2, 2);
        var model = new Sequential<T>(("a", layer), ("b", layer));
        Assert.HasCount(2, model.Parameters());
        Assert.HasCount(2, model.NamedModules().ToArray());
        string[] saved = ["a.weight", "a.bias", "b.weight", "b.bias"];
        CollectionAssert.AreEqual(saved, model.StateDict().Keys.ToArray());
        var state = model.StateDict().ToDictionary();
        model.LoadStateDict(state);
        Refuses(
            "Error(s) in loading state_dict for Sequential:\n\tMissing key(s) in state_dict: \"b.bias\". ",
            () => model.LoadStateDict(state.Where(value => value.Key != "b.bias").ToDictionary()));
    }

    [TestMethod]
    public void A_module_is_no_part_of_itself()
    {
        var outer = new Counter<T>();
        var inner = new Counter<T>(outer);
        Refuses("cannot register module 'x': the module that it should be a part of is a part of it", () => outer.Take("x", inner));
        Refuses("cannot register module 'x': the module that it should be a part of is a part of it", () => outer.Take("x", outer));
    }

    [TestMethod]
    public void Training_is_switched_for_all_modules_inside()
    {
        var model = new Sequential<T>(new Counter<T>(), new Sequential<T>(new Dropout<T>()));
        Assert.IsTrue(model.NamedModules().All(module => module.Value.Training));
        Assert.AreSame(model, model.Eval());
        Assert.IsFalse(model.NamedModules().Any(module => module.Value.Training));
        Assert.AreSame(model, model[1].Train() is null ? null : model);
        Assert.IsTrue(((Sequential<T>)model[1])[0].Training);
        Assert.IsFalse(model.Training);
    }

    [TestMethod]
    public void Frozen_parameters_get_no_gradient()
    {
        var model = new Counter<T>();
        model.RequiresGrad_(false);
        Assert.IsFalse(model.Forward(Ones(2)).RequiresGrad);
        model.RequiresGrad_().Forward(Ones(2)).Sum().Backward();
        Assert.IsTrue(model.Parameters().All(parameter => parameter.Grad is not null));
        model.ZeroGrad();
        Assert.IsTrue(model.Parameters().All(parameter => parameter.Grad is null));
    }

    [TestMethod]
    public void A_sequence_is_counted_indexed_and_lengthened()
    {
        var (first, last) = (new Linear<T>(2, 3), new ReLU<T>());
        var model = new Sequential<T>(first);
        Assert.AreSame(model, model.Append(last));
        Assert.HasCount(2, model);
        Assert.AreSame(first, model[0]);
        Assert.AreSame(last, model[-1]);
        Refuses("index 2 is out of range", () => model[2]);
        Refuses("index -3 is out of range", () => model[-3]);
        Refuses("attribute 'a' already exists", () => new Sequential<T>(("a", first), ("a", last)));
        var x = Ones(1);
        Assert.AreSame(x, new Sequential<T>().Forward(x));
        CollectionAssert.AreEqual(first.Forward(Ones(2)).Relu().ToArray<double>(), model.Forward(Ones(2)).ToArray<double>());
    }

    [TestMethod]
    public void Null_is_refused_where_it_comes_in()
    {
        Assert.ThrowsExactly<ArgumentNullException>(() => new Sequential<T>(new Module<T>[] { null! }));
        Assert.ThrowsExactly<ArgumentNullException>(() => new Sequential<T>().Forward(null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => new ReLU<T>().Forward(null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => new Dropout<T>().Forward(null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => new MSELoss<T>().Forward(Ones(1), null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => new Identity<T>().Apply(null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => new Identity<T>().To((DType)null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => new Identity<T>().To((Device)null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => new Counter<T>().Take("x", (T)null!));
    }
}
