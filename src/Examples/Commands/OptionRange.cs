using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace TwinGrad.Examples;

/// <summary>Options whose numbers lie between others.</summary>
internal static class OptionRange
{
    /// <summary>Refuses what lies outside, nan too.</summary>
    /// <param name="option">The option.</param>
    /// <param name="low">The smallest number that is taken.</param>
    /// <param name="high">The largest.</param>
    internal static Option<TOption> Between<TOption, TNumber>(this Option<TOption> option, TNumber low, TNumber high)
        where TNumber : struct, INumber<TNumber>, IMinMaxValue<TNumber>
    {
        option.Validators.Add(result =>
        {
            // What is no number at all is refused by the option itself.
            if (result.Tokens.Count != 1 || !TNumber.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var number))
                return;
            if (number >= low && number <= high)
                return;
            result.AddError(string.Create(
                CultureInfo.InvariantCulture,
                $"{option.Name} is {(high == TNumber.MaxValue ? $"at least {low}" : $"from {low} to {high}")}, not {result.Tokens[0].Value}"));
        });
        return option;
    }
}
