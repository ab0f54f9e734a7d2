using System.Diagnostics;
using System.Reflection;

namespace TwinGrad;

/// <summary>Where in a program a tensor operation was called.</summary>
/// <param name="File">The source file's path as the compiler wrote it into the program's symbols, or null where there are none.</param>
/// <param name="Line">The line, or 0 where there are no symbols.</param>
/// <param name="Member">The method or local function.</param>
public readonly record struct CallSite(string? File, int Line, string Member)
{
    /// <summary>The innermost call on this thread's stack that is none of this library's or of an engine's.</summary>
    internal static CallSite Outside(Assembly engine)
    {
        var frames = new StackTrace(1, fNeedFileInfo: false).GetFrames();
        for (var i = 0; i < frames.Length; i++)
        {
            if (frames[i].GetMethod() is not { DeclaringType: { } type } method || IsOurs(type.Assembly) || !IsAUsers(type.Assembly))
                continue;
            // Symbols are read for this one frame only: reading them is what makes a stack trace slow.
            var frame = new StackFrame(i + 1, needFileInfo: true);
            return new(frame.GetFileName(), frame.GetFileLineNumber(), NameOf(method));
        }
        return new(null, 0, "unknown");

        bool IsOurs(Assembly assembly) => assembly == engine || assembly == typeof(CallSite).Assembly;
    }

    /// <summary><c>Loss.cs:12 in BinaryCrossEntropy</c>.</summary>
    public override string ToString() => File is null ? Member : $"{Path.GetFileName(File)}:{Line} in {Member}";

    /// <summary>Whether it may be a user's: between a user's method and an operator there are reflection and LINQ.</summary>
    private static bool IsAUsers(Assembly assembly)
        => assembly.GetName().Name is not { } name || !(name.StartsWith("System.", StringComparison.Ordinal) || name == "mscorlib");

    /// <summary>The name in the source; of a constructor that of its type.</summary>
    private static string NameOf(MethodBase method)
    {
        // An async method or an iterator is a class of that name with one method.
        var name = SourceName(method is { Name: "MoveNext", DeclaringType.Name: var machine } && machine.StartsWith('<') ? machine : method.Name);
        if (name is not (".ctor" or ".cctor"))
            return name;
        // Lambdas lie in classes of the compiler's within the type.
        var type = method.DeclaringType!;
        while (type.Name.StartsWith('<') && type.DeclaringType is { } outer)
            type = outer;
        return type.Name.Split('`')[0];
    }

    /// <summary>
    /// What the compiler made a method's name of: <c>&lt;Main&gt;g__Loss|0_1</c> is the local function Loss, <c>&lt;Main&gt;b__0</c> a lambda in
    /// Main, <c>&lt;Main&gt;d__0</c> an async Main, and <c>&lt;Main&gt;$</c> the statements outside of any method; these may be in each other.
    /// </summary>
    internal static string SourceName(string name)
    {
        while (name.StartsWith('<') && Closing(name) is > 1 and var end)
        {
            const string LocalFunction = "g__";
            var made = name[(end + 1)..];
            if (made.StartsWith(LocalFunction, StringComparison.Ordinal))
                return made[LocalFunction.Length..].Split('|')[0];
            name = name[1..end];
        }
        return name;
    }

    /// <summary>Where the bracket closes that a name begins with; 0 where it does not.</summary>
    private static int Closing(string name)
    {
        var depth = 0;
        for (var i = 0; i < name.Length; i++)
        {
            depth += name[i] == '<' ? 1 : name[i] == '>' ? -1 : 0;
            if (depth == 0)
                return i;
        }
        return 0;
    }
}
