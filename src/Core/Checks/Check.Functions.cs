namespace TwinGrad;

internal static partial class Check
{
    /// <summary>What a custom forward gave: a tensor or several.</summary>
    internal static IReadOnlyList<T> FunctionResults<T>(string name, IReadOnlyList<T>? results)
        where T : ITensor<T>
    {
        if (results is null or [])
            throw Error.NoFunctionResult(name, 0);
        for (var i = 0; i < results.Count; i++)
            if (results[i] is null)
                throw Error.NoFunctionResult(name, i);
        return results;
    }
}
