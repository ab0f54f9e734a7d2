namespace TwinGrad.Conformance;

/// <summary>Asks every witness about each case and compares the answers with the recorded text.</summary>
/// <typeparam name="TCase">The kind of case.</typeparam>
/// <param name="witnesses">A case passes when one of these can answer, or all where it is <see cref="Unanimous"/>, and they give the recorded text.</param>
public sealed class Hearing<TCase>(IReadOnlyList<Witness<TCase>> witnesses)
{
    private readonly Dictionary<(string Witness, string Reason), int> _silences = [];
    private readonly Dictionary<string, int> _answers = witnesses.ToDictionary(witness => witness.Name, _ => 0);
    private int _cases;

    /// <summary>Whether a case that comes out right is skipped where a witness can't answer; otherwise the others' word is enough.</summary>
    public bool Unanimous { get; init; }

    /// <summary>How many cases each witness answered.</summary>
    public IEnumerable<string> Answered => _answers.Select(answers => Told(answers.Key));

    /// <summary>How many cases each witness answered, and why it did not answer the others: the commonest reasons first.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            foreach (var name in _answers.Keys)
            {
                yield return Told(name);
                var reasons = _silences.Where(silence => silence.Key.Witness == name)
                    .GroupBy(silence => silence.Value, silence => silence.Key.Reason)
                    .OrderByDescending(reasons => reasons.Key);
                foreach (var group in reasons)
                    yield return $"  left out {group.Key} for each of: {string.Join("; ", group.Order(StringComparer.Ordinal))}";
            }
        }
    }

    /// <summary>The verdict on one case.</summary>
    public Verdict Judge(string id, TCase golden, string expected)
    {
        _cases++;
        var answers = new List<(string Who, string Text)>();
        var silences = new List<string>();
        foreach (var witness in witnesses)
        {
            try
            {
                answers.Add((witness.Name, Ask(witness, golden)));
                _answers[witness.Name]++;
            }
            catch (CannotAnswerException silence)
            {
                var key = (witness.Name, silence.Message);
                _silences[key] = _silences.GetValueOrDefault(key) + 1;
                silences.Add(silence.Message);
            }
        }
        var wrong = answers.FindAll(answer => answer.Text != expected);
        return wrong.Count > 0 ? Verdict.Fail(id, expected, wrong)
            : answers.Count == 0 || (Unanimous && silences.Count > 0) ? Verdict.Skip(id, string.Join("; ", silences.Distinct()))
            : Verdict.Pass(id);
    }

    private string Told(string name) => $"{name} answered {_answers[name]} of {_cases} cases";

    private static string Ask(Witness<TCase> witness, TCase golden)
    {
        try
        {
            return witness.Answer(golden);
        }
        catch (Exception problem) when (problem is not CannotAnswerException)
        {
            // A witness that fails has given a wrong answer; the cases behind it are still worth trying.
            return $"{problem.GetType().Name}: {problem.Message}";
        }
    }
}
