namespace TwinGrad;

/// <summary>Makes random programs. The same seed and number give the same program, whatever else was made before.</summary>
/// <remarks>
/// A program is written down while the reference engine runs it, so that shapes and dtypes are known and values stay in domains. Program n
/// begins with the usable entry n, counted round, so that as many programs as there are entries reach every one.
/// </remarks>
internal sealed class ProgramGenerator(FuzzCatalogue catalogue)
{
    /// <summary>The most operations that a program is made of, besides those that adapt its last one's arguments.</summary>
    internal const int MostNodes = 40;

    internal RandomProgram Get(ulong seed, long number)
    {
        var random = new FuzzRandom(seed, (ulong)number);
        var draft = new ProgramDraft(random, number);
        var first = catalogue.Usable[(int)((ulong)number % (ulong)catalogue.Usable.Count)];
        // Two programs of three are differentiated twice, one of fifteen not at all.
        var orders = !KnownDivergences.HasSecondDerivative(first) || random.OnceIn(3) ? random.OnceIn(5) ? 0 : 1 : 2;
        var length = 1 + random.Below(random.OnceIn(4) ? MostNodes : 10);
        draft.Add(first);
        while (draft.Nodes < length && !draft.IsOver)
        {
            switch (random.Below(16))
            {
                case 0:
                    draft.WriteInPlace();
                    break;
                case 1:
                    draft.Rearrange();
                    break;
                default:
                    var entry = random.Pick(catalogue.Usable);
                    if (orders < 2 || KnownDivergences.HasSecondDerivative(entry))
                        draft.Add(entry);
                    break;
            }
        }
        if (catalogue.Refused.Count > 0 && random.OnceIn(40) && !draft.IsOver)
            draft.Add(random.Pick(catalogue.Refused));
        return new(draft.Steps, orders);
    }
}
