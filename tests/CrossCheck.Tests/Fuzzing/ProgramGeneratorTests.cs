namespace TwinGrad.Tests;

/// <summary>What random programs are made of.</summary>
[TestClass]
public sealed class ProgramGeneratorTests
{
    private static readonly ProgramGenerator Generator = new(FuzzCatalogue.All);

    [TestMethod]
    public void The_same_seed_and_number_give_the_same_program()
    {
        var other = new ProgramGenerator(FuzzCatalogue.All);
        for (var number = 30; number >= 0; number--)
            Assert.AreEqual(Generator.Get(7, number).ToString(), other.Get(7, number).ToString());
        Assert.AreNotEqual(Generator.Get(7, 3).ToString(), Generator.Get(8, 3).ToString());
    }

    [TestMethod]
    public void Random_numbers_are_those_of_SplitMix64()
    {
        // The state of the published generator after n steps is n times the golden ratio; a stream starts somewhere on that way.
        var (one, same, other) = (new FuzzRandom(1, 5), new FuzzRandom(1, 5), new FuzzRandom(1, 6));
        Assert.AreEqual(one.Next(), same.Next());
        Assert.AreNotEqual(one.Next(), other.Next());
        var units = Enumerable.Range(0, 10_000).Select(_ => one.Unit()).ToList();
        Assert.AreEqual(0.5, units.Average(), 0.02);
        Assert.IsTrue(units.TrueForAll(unit => unit is >= 0 and < 1));
    }

    [TestMethod]
    public void As_many_programs_as_there_are_usable_entries_reach_every_one()
    {
        var usable = FuzzCatalogue.All.Usable;
        var reached = Enumerable.Range(0, usable.Count).SelectMany(number => Generator.Get(1, number).Entries).ToHashSet();

        Assert.AreEqual("", string.Join(", ", usable.Where(entry => !reached.Contains(entry))));
    }

    [TestMethod]
    public void Every_entry_is_usable_refused_or_left_out_with_a_reason()
    {
        var catalogue = FuzzCatalogue.All;

        Assert.AreEqual(Catalogue.Entries.Count, catalogue.Usable.Count + catalogue.Refused.Count + catalogue.Skipped.Count);
        Assert.IsTrue(catalogue.Skipped.All(skipped => skipped.Reason.Length > 10));
        Assert.IsGreaterThan(980, catalogue.Usable.Count);
        Assert.IsLessThan(20, catalogue.Skipped.Count);
    }

    [TestMethod]
    public void Programs_share_broadcast_view_and_write_in_place_and_have_up_to_forty_nodes()
    {
        var programs = Enumerable.Range(0, 600).Select(number => Generator.Get(3, number)).ToList();
        var adapters = programs.SelectMany(program => program.Steps).OfType<AdapterStep>().Select(step => step.Kind).ToHashSet();

        Assert.AreEqual("", string.Join(", ", Enum.GetValues<Adapter>().Except(adapters)));
        Assert.IsTrue(programs.Exists(program => program.Steps.SelectMany(step => step.Arguments).GroupBy(argument => argument).Any(uses => uses.Count() > 2)));
        Assert.IsTrue(programs.Exists(program => program.Nodes == 1));
        Assert.IsTrue(programs.Exists(program => program.Nodes >= 35));
        CollectionAssert.AreEquivalent(new[] { 0, 1, 2 }, programs.Select(program => program.Orders).Distinct().ToArray());
    }
}
