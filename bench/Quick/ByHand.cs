namespace TwinGrad.Bench.Quick;

/// <summary>The same gradients in C# without any engine, derived by hand.</summary>
internal static class ByHand
{
    internal static Action Neuron()
    {
        double x = 6.7, y = 0, w = 1, b = 0;
        return () =>
        {
            var s = 1 / (1 + Math.Exp(-(w * x + b)));
            var p = Math.Clamp(s, 1e-8, 1 - 1e-8);
            var loss = -(y * Math.Log(p) + (1 - y) * Math.Log(1 - p));
            var dp = -(y / p - (1 - y) / (1 - p));
            var ds = s is >= 1e-8 and <= 1 - 1e-8 ? dp : 0;
            var dz = ds * s * (1 - s);
            Keep(loss, dz * x, dz);
        };
    }

    internal static Action Chain(int length)
    {
        var (x, y) = (Graphs.Numbers(length, seed: 1), Graphs.Numbers(length, seed: 2));
        return () =>
        {
            var (dx, dy, sum) = (new double[length], new double[length], 0.0);
            for (var i = 0; i < length; i++)
            {
                var s = 1 / (1 + Math.Exp(-(x[i] * y[i] + 1)));
                var e = Math.Exp(s * x[i]);
                sum += Math.Log(1 + e);
                var dm = e / (e + 1);
                var da = dm * x[i] * s * (1 - s);
                dx[i] = dm * s + da * y[i];
                dy[i] = da * x[i];
            }
            Keep(sum, dx[^1], dy[^1]);
        };
    }

    /// <summary>Results that somebody reads: the compiler may not leave them out.</summary>
    private static void Keep(double loss, double first, double second)
    {
        if (double.IsNaN(loss + first + second))
            throw new InvalidOperationException("a gradient is nan");
    }
}
