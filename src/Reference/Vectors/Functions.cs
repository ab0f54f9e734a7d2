using System.Numerics;

namespace TwinGrad.Reference;

/// <summary>The functions of one or two elements that have a form for several at once.</summary>
internal static class Functions
{
    /// <summary>x + y.</summary>
    internal readonly struct Add : IBinaryOperation
    {
        public double Of(double x, double y) => x + y;

        public Vector<double> Of(Vector<double> x, Vector<double> y) => x + y;

        public double GradientOfX(double g, NumberNode n) => g;

        public double GradientOfY(double g, NumberNode n) => g;
    }

    /// <summary>x - y.</summary>
    internal readonly struct Sub : IBinaryOperation
    {
        public double Of(double x, double y) => x - y;

        public Vector<double> Of(Vector<double> x, Vector<double> y) => x - y;

        public double GradientOfX(double g, NumberNode n) => g;

        public double GradientOfY(double g, NumberNode n) => -g;
    }

    /// <summary>x y.</summary>
    internal readonly struct Mul : IBinaryOperation
    {
        public double Of(double x, double y) => x * y;

        public Vector<double> Of(Vector<double> x, Vector<double> y) => x * y;

        public double GradientOfX(double g, NumberNode n) => g * n.NumberY;

        public double GradientOfY(double g, NumberNode n) => g * n.NumberX;
    }

    /// <summary>x / y.</summary>
    internal readonly struct Div : IBinaryOperation
    {
        public double Of(double x, double y) => x / y;

        public Vector<double> Of(Vector<double> x, Vector<double> y) => x / y;

        public double GradientOfX(double g, NumberNode n) => g / n.NumberY;

        public double GradientOfY(double g, NumberNode n) => -g * (n.NumberX / n.NumberY / n.NumberY);
    }

    /// <summary>-x.</summary>
    internal readonly struct Neg : IUnary
    {
        public double Of(double x) => -x;

        public Vector<double> Of(Vector<double> x) => -x;

        public double Gradient(double g, NumberNode n) => -g;
    }

    /// <summary>|x|.</summary>
    internal readonly struct Abs : IUnary
    {
        public double Of(double x) => Math.Abs(x);

        public Vector<double> Of(Vector<double> x) => Vector.Abs(x);

        public double Gradient(double g, NumberNode n) => g * (double.IsNaN(n.NumberX) ? 0 : Math.Sign(n.NumberX));
    }

    /// <summary>1/x.</summary>
    internal readonly struct Reciprocal : IUnary
    {
        public double Of(double x) => 1 / x;

        public Vector<double> Of(Vector<double> x) => Vector<double>.One / x;

        public double Gradient(double g, NumberNode n) => -g * (n.NumberResult * n.NumberResult);
    }

    /// <summary>The root of x.</summary>
    internal readonly struct Sqrt : IUnary
    {
        public double Of(double x) => Math.Sqrt(x);

        public Vector<double> Of(Vector<double> x) => Vector.SquareRoot(x);

        public double Gradient(double g, NumberNode n) => g / (2 * n.NumberResult);
    }

    /// <summary>e^x.</summary>
    internal readonly struct Exp : IUnary
    {
        public double Of(double x) => Math.Exp(x);

        public Vector<double> Of(Vector<double> x) => VectorReal.Exp(x);

        public double Gradient(double g, NumberNode n) => g * n.NumberResult;
    }

    /// <summary>ln x.</summary>
    internal readonly struct Log : IUnary
    {
        public double Of(double x) => Math.Log(x);

        public Vector<double> Of(Vector<double> x) => VectorReal.Log(x);

        public double Gradient(double g, NumberNode n) => g / n.NumberX;
    }

    /// <summary>ln(1 + x).</summary>
    internal readonly struct Log1p : IUnary
    {
        public double Of(double x) => Real.Log1p(x);

        public Vector<double> Of(Vector<double> x) => VectorReal.Log1p(x);

        public double Gradient(double g, NumberNode n) => g / (n.NumberX + 1);
    }

    /// <summary>g / (x + 1).</summary>
    internal readonly struct Log1pGradient : IBinary
    {
        public double Of(double g, double x) => g / (x + 1);

        public Vector<double> Of(Vector<double> g, Vector<double> x) => g / (x + Vector<double>.One);
    }

    /// <summary>1/(1 + e^-x), by the form whose power of e does not overflow.</summary>
    internal readonly struct Sigmoid : IUnary
    {
        public double Of(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

        public Vector<double> Of(Vector<double> x)
        {
            var power = VectorReal.Exp(-Vector.Abs(x));
            var dividend = Vector.ConditionalSelect(Vector.GreaterThanOrEqual(x, default), Vector<double>.One, power);
            return dividend / (Vector<double>.One + power);
        }

        public double Gradient(double g, NumberNode n) => g * (n.NumberResult * (1 - n.NumberResult));
    }

    /// <summary>g s (1 - s).</summary>
    internal readonly struct SigmoidGradient : IBinaryOperation
    {
        public double Of(double g, double s) => g * (s * (1 - s));

        public Vector<double> Of(Vector<double> g, Vector<double> s) => g * (s * (Vector<double>.One - s));

        public double GradientOfX(double g, NumberNode n) => g * (n.NumberY * (1 - n.NumberY));

        public double GradientOfY(double g, NumberNode n) => g * (n.NumberX * (1 - 2 * n.NumberY));
    }

    /// <summary>x, or 0 where that is more.</summary>
    internal readonly struct Relu : IUnary
    {
        public double Of(double x) => x < 0 ? 0 : x;

        public Vector<double> Of(Vector<double> x) => Vector.ConditionalSelect(Vector.LessThan(x, default), default, x);

        public double Gradient(double g, NumberNode n) => n.NumberResult <= 0 ? 0 : g;
    }

    /// <summary>x, without a change.</summary>
    internal readonly struct Same : IUnary
    {
        public double Of(double x) => x;

        public Vector<double> Of(Vector<double> x) => x;

        public double Gradient(double g, NumberNode n) => g;
    }

    /// <summary>number - x.</summary>
    internal readonly struct Rsub(double number) : IUnary
    {
        public double Of(double x) => number - x;

        public Vector<double> Of(Vector<double> x) => new Vector<double>(number) - x;

        public double Gradient(double g, NumberNode n) => -g;
    }

    /// <summary>x, limited to [low, high]; nan where a bound is.</summary>
    internal readonly struct Clamp(double low, double high) : IUnary
    {
        public double Of(double x) => double.IsNaN(low) || double.IsNaN(high) ? double.NaN : Math.Min(Math.Max(x, low), high);

        public Vector<double> Of(Vector<double> x) => Vector.Min(Vector.Max(x, new(low)), new(high));

        public double Gradient(double g, NumberNode n) => n.NumberX >= low && n.NumberX <= high ? g : 0;
    }
}
