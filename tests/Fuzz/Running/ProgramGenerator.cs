using CsCheck;
using TwinGrad.Fuzz.Arguments;
using TwinGrad.Fuzz.Surface;

namespace TwinGrad.Fuzz.Running;

/// <summary>Random programs, each given by a seed and its number alone.</summary>
internal sealed class ProgramGenerator
{
    private readonly Gen<FuzzProgram> _programs;

    internal ProgramGenerator(IReadOnlyList<Member> members)
    {
        var arguments = new ArgumentGenerators(members);
        List<Gen<Step>> steps = [];
        foreach (var member in members)
        {
            var generators = member.Parameters.Select(arguments.For).ToArray();
            var unknown = member.Parameters.Where((_, place) => generators[place] is null).Select(parameter => parameter.Name).ToArray();
            if (unknown.Length > 0)
                Unknown.Add($"{member}: {string.Join(", ", unknown)}");
            else
                steps.Add(StepsOf(member, ArgumentGenerators.All(generators!)));
        }
        _programs = Gen.Select(
            TensorSpec.Any.Array[2, 4], Gen.OneOf([.. steps]).Array[4, 14], (tensors, calls) => new FuzzProgram(tensors, calls));
    }

    /// <summary>Members that can't be called, with the parameters that no argument is known for. There should be none.</summary>
    internal List<string> Unknown { get; } = [];

    internal FuzzProgram Get(ulong seed, uint number) => _programs.Generate(new PCG(number, seed), min: null, out _);

    private static Gen<Step> StepsOf(Member member, Gen<Argument[]> arguments)
        => Gen.Select(arguments, Gen.Int[0, 5], (values, covers) => new Step(member, values, covers));
}
