namespace TwinGrad;

/// <summary>What no number of a healthy computation is.</summary>
[Flags]
internal enum Anomalies
{
    None = 0,
    Nan = 1,
    Infinity = 2,
}
