using TwinGrad.Fuzz.Surface;

namespace TwinGrad.Fuzz.Running;

/// <summary>Members with known defects, to see that the run finds them.</summary>
internal static class PlantedFaults
{
    internal const string Dies = "dies";
    internal const string Hangs = "hangs";
    internal const string ThrowsNull = "throws-null";
    internal const string Mute = "mute";
    internal const string Assertion = "assertion";
    internal const string Unusable = "unusable";

    // Chosen about as often as one call in ten.
    private const int Times = 50;

    private static readonly string? Nothing = Environment.GetEnvironmentVariable("TWINGRAD_NO_SUCH_VARIABLE");

    private static readonly Dictionary<string, Func<object?>> Faults = new()
    {
        [Dies] = () =>
        {
            Environment.FailFast("planted");
            return null;
        },
        [Hangs] = () =>
        {
            Thread.Sleep(Timeout.Infinite);
            return null;
        },
        [ThrowsNull] = () => Nothing!.Length,
        [Mute] = () => throw new TorchException(""),
        [Assertion] = () => throw new TorchException("index >= 0 INTERNAL ASSERT FAILED"),
        [Unusable] = () =>
        {
            var tensor = Torch.Ones(2);
            tensor.Dispose();
            return tensor;
        },
    };

    /// <summary>The names of the faults.</summary>
    internal static IEnumerable<string> All => Faults.Keys;

    /// <summary>The fault as a member of the library, if one is named.</summary>
    internal static IEnumerable<Member> Named(string? fault)
    {
        if (fault is null)
            return [];
        var member = new Member($"Planted.{fault}", [], typeof(void), IsScope: false, new((_, _) => Faults[fault]()));
        return Enumerable.Repeat(member, Times);
    }
}
