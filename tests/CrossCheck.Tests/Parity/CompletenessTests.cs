using System.Reflection;

namespace TwinGrad.Tests;

/// <summary>The catalogue has every operator of the contract.</summary>
[TestClass]
public sealed class CompletenessTests
{
    /// <summary>Members of the contract that compute nothing of tensors' elements, or nothing that is the same on both engines.</summary>
    private static readonly Dictionary<string, string> NoOperators = new()
    {
        ["Arange"] = "makes a tensor of numbers",
        ["Backward"] = "the backward pass itself",
        ["Detach"] = "leaves the graph",
        ["EnterInferenceMode"] = "a mode",
        ["Eye"] = "makes a tensor of numbers",
        ["FromArray"] = "makes a tensor of numbers",
        ["Full"] = "makes a tensor of numbers",
        ["GetRandomState"] = "random numbers",
        ["Gradients"] = "the backward pass itself",
        ["Linspace"] = "makes a tensor of numbers",
        ["ManualSeed"] = "random numbers",
        ["Rand"] = "random numbers",
        ["Randn"] = "random numbers",
        ["RecordFunction"] = "records what a user's own function computed",
        ["RegisterHook"] = "a user's own code in the backward pass",
        ["RequiresGrad_"] = "a setting",
        ["RetainGrad"] = "a setting",
        ["SetRandomState"] = "random numbers",
    };

    private static IReadOnlyList<string> Members
        => [.. typeof(ITensor<Tensor>).GetMethods(BindingFlags.Static | BindingFlags.Public).Where(method => !method.IsSpecialName)
            .Select(method => method.Name).Distinct().Except(NoOperators.Keys)];

    [TestMethod]
    public void Every_operator_of_the_contract_has_an_entry()
    {
        var missing = Members.Except(Catalogue.Entries.Values.Select(entry => entry.Operator)).Order().ToList();
        Assert.IsEmpty(missing, $"no entry in the catalogue: {string.Join(", ", missing)}");
    }

    [TestMethod]
    public void What_is_said_to_be_no_operator_is_in_the_contract()
    {
        var members = typeof(ITensor<Tensor>).GetMethods(BindingFlags.Static | BindingFlags.Public).Select(method => method.Name);
        Assert.IsEmpty(NoOperators.Keys.Except(members));
    }

    [TestMethod]
    public void Every_skip_has_its_reason()
    {
        foreach (var entry in Catalogue.Entries.Values)
        {
            string?[] reasons = [entry.Op.DifferencesSkip, entry.Op.SpecialSkip, entry.Op.Float32Skip, entry.Op.DTypesSkip, entry.Op.StridedSkip];
            Assert.DoesNotContain("", reasons.Select(reason => reason?.Trim()), entry.Name);
        }
    }
}
