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

    /// <summary>The name in the source, of which the compiler makes <c>&lt;Main&gt;g__Loss|0_1</c> for a local function, <c>&lt;Main&gt;b__0</c> for a lambda and <c>&lt;Main&gt;d__0</c> for what is async.</summary>
    private static string NameOf(MethodBase method)
    {
        // An async method or an iterator is a class of that name with one method.
        var name = method is { Name: "MoveNext", DeclaringType.Name: var machine } && machine.StartsWith('<') ? machine : method.Name;
        if (name.IndexOf("g__", StringComparison.Ordinal) is var local and > 0)
            return name[(local + 3)..name.IndexOf('|', local)];
        return name.StartsWith('<') ? name[1..name.IndexOf('>')] : name;
    }
}
