namespace TwinGrad;

/// <summary>What the engines refused to compute: a finding where one did, a note where both did in the same words.</summary>
internal sealed record Refusals(IReadOnlyList<string> Findings, IReadOnlyList<string> Notes)
{
    /// <summary>Puts what both engines said of each dtype side by side; what is said of both dtypes is told once.</summary>
    internal static Refusals Of(params (EngineAnswer Torch, EngineAnswer Reference, DType DType)[] answers)
    {
        List<(bool Alike, string Sentence, DType DType)> told = [];
        foreach (var (torch, reference, dtype) in answers)
        {
            if (torch.Refusal is null && reference.Refusal is null)
                continue;
            var alike = torch.Sentence == reference.Sentence && torch.RefusedOrder == reference.RefusedOrder;
            told.Add((alike, alike ? $"both engines refuse {Order(torch)} alike: {torch.Sentence}" : Unlike(torch, reference), dtype));
        }
        var sentences = told.GroupBy(refusal => (refusal.Alike, refusal.Sentence))
            .Select(group => (group.Key.Alike, Text: group.Count() == answers.Length ? group.Key.Sentence : $"in {group.First().DType.Name}, {group.Key.Sentence}"))
            .ToLookup(refusal => refusal.Alike, refusal => refusal.Text);
        return new([.. sentences[false]], [.. sentences[true]]);
    }

    private static string Unlike(EngineAnswer torch, EngineAnswer reference)
    {
        if (torch.Refusal is not null && reference.Refusal is not null)
        {
            return $"""
                both engines refuse, each in its own words.
                  libtorch refuses {Order(torch)}: {torch.Sentence}
                  the reference refuses {Order(reference)}: {reference.Sentence}
                Look for what the function does on one engine only; if there is nothing of the kind, one engine's check of its arguments is wrong.
                """;
        }
        var (refusing, computing) = torch.Refusal is not null ? (torch, reference) : (reference, torch);
        return $"""
            {refusing.Engine} refuses {Order(refusing)}, which {computing.Engine} computes.
              {refusing.Sentence}
            {(refusing.RefusedOrder > 1
                ? "If the first gradient is all that is needed, new CrossCheckOptions { Orders = 1 } checks it alone."
                : "Look for what the function does on one engine only: a branch, a dtype of its own, a number read out of a tensor.")}
            """;
    }

    private static string Order(EngineAnswer answer) => answer.RefusedOrder switch { 0 => "the call", 1 => "the gradient", _ => "the second gradient" };
}
