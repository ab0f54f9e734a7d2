namespace TwinGrad.Fuzz.Surface;

/// <summary>What a member takes at one place.</summary>
/// <param name="Name">The parameter's name; <c>this</c> for what an instance member is called on.</param>
/// <param name="Type">The type of the value to supply: an array where the member takes a span.</param>
/// <param name="IsReceiver">Whether the member is called on it; C# itself refuses null there.</param>
/// <param name="IsSpan">Whether the member takes a span, which can't be null either.</param>
internal sealed record Parameter(string Name, Type Type, bool IsReceiver = false, bool IsSpan = false)
{
    internal bool MayBeNull => !IsReceiver && !IsSpan;
}

/// <summary>One public member, compiled to a call with plain objects.</summary>
/// <param name="Name">Its name with its parameter types.</param>
/// <param name="Parameters">What it takes, the receiver first.</param>
/// <param name="Result">What it returns; void where it returns nothing.</param>
/// <param name="IsScope">Whether it starts a scope that other calls can stand in, as <c>NoGrad()</c> does.</param>
/// <param name="Call">The call, compiled at first use. The action runs inside the scope, if it starts one.</param>
internal sealed record Member(
    string Name, IReadOnlyList<Parameter> Parameters, Type Result, bool IsScope, Lazy<Func<object?[], Action, object?>> Call)
{
    public override string ToString() => Name;
}
