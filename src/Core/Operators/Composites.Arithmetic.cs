namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>x / y, element by element: Div under its longer name.</summary>
        public static T TrueDivide(T x, T y) => T.Div(x, y);

        /// <summary>x / y: Div under its longer name.</summary>
        public static T TrueDivide(T x, Scalar y) => T.Div(x, y);

        /// <summary>x / y for a number x, as PyTorch composes it: (1/y) x.</summary>
        internal static T Rdiv(T y, Scalar x)
        {
            var reciprocal = T.Reciprocal(y);
            if (x.ToDouble() == 1 && !reciprocal.RequiresGrad)
                return reciprocal;
            var quotient = T.Mul(reciprocal, x);
            T.Free(reciprocal);
            return quotient;
        }

        /// <summary>x^y in float64, broadcast over both shapes.</summary>
        public static T FloatPower(T x, T y) => T.Pow(T.To(x, DType.Float64), T.To(y, DType.Float64));

        /// <summary>x^y in float64 for a fixed exponent.</summary>
        public static T FloatPower(T x, Scalar y) => T.Pow(T.To(x, DType.Float64), y.ToDouble());

        /// <summary>x^y in float64 for a fixed base.</summary>
        public static T FloatPower(Scalar x, T y) => T.Pow(x.ToDouble(), T.To(y, DType.Float64));

        /// <summary>x 2^y, broadcast over both shapes.</summary>
        public static T Ldexp(T x, T y) => T.Mul(x, T.Pow(2.0, y));

        /// <summary>x itself. Not of truth values.</summary>
        public static T Positive(T x) => Check.Given(x).DType == DType.Bool ? throw Error.BoolPositive() : x;

        /// <summary>The real part of x: as there are no complex dtypes here, x itself.</summary>
        public static T Real(T x) => Check.Given(x);

        /// <summary>The complex conjugate of x: as there are no complex dtypes here, x itself.</summary>
        public static T Conj(T x) => Check.Given(x);

        /// <summary>The complex conjugate of x, computed at once: as there are no complex dtypes here, x itself.</summary>
        public static T ConjPhysical(T x) => Check.Given(x);

        /// <summary>x with a conjugation that is still to be done carried out: as there are no complex dtypes here, x itself.</summary>
        public static T ResolveConj(T x) => Check.Given(x);

        /// <summary>x with a negation that is still to be done carried out: as there are no complex dtypes here, x itself.</summary>
        public static T ResolveNeg(T x) => Check.Given(x);

        /// <summary>x where the condition holds, else the number; broadcast over both shapes.</summary>
        public static T Where(T condition, T x, Scalar y) => T.Where(condition, x, NumberBeside(x, y));

        /// <summary>The number where the condition holds, else y; broadcast over both shapes.</summary>
        public static T Where(T condition, Scalar x, T y) => T.Where(condition, NumberBeside(y, x), y);

        /// <summary>One number where the condition holds, else the other, in the dtype that holds both.</summary>
        public static T Where(T condition, Scalar x, Scalar y)
        {
            var dtype = DType.Promote(x.DefaultDType, y.DefaultDType);
            var device = Check.Given(condition).Device;
            return T.Where(
                condition, T.Full([], x, dtype, device, requiresGrad: false), T.Full([], y, dtype, device, requiresGrad: false));
        }

        /// <summary>Whether x is inf, as a bool tensor.</summary>
        public static T Isposinf(T x) => T.Eq(x, double.PositiveInfinity);

        /// <summary>Whether x is -inf, as a bool tensor.</summary>
        public static T Isneginf(T x) => T.Eq(x, double.NegativeInfinity);

        /// <summary>Whether x has no imaginary part, as a bool tensor: as there are no complex dtypes here, true everywhere.</summary>
        public static T Isreal(T x)
            => T.Full(Check.Given(x).Shape.AsSpan(), true, DType.Bool, x.Device, requiresGrad: false);

        /// <summary>Whether neither x nor y is 0, as a bool tensor; broadcast over both shapes.</summary>
        public static T LogicalAnd(T x, T y) => T.BitwiseAnd(T.Ne(x, 0), T.Ne(y, 0));

        /// <summary>Whether x or y is other than 0, as a bool tensor; broadcast over both shapes.</summary>
        public static T LogicalOr(T x, T y) => T.BitwiseOr(T.Ne(x, 0), T.Ne(y, 0));

        /// <summary>Whether just one of x and y is 0, as a bool tensor; broadcast over both shapes.</summary>
        public static T LogicalXor(T x, T y) => T.BitwiseXor(T.Ne(x, 0), T.Ne(y, 0));

        /// <summary>Whether x is 0, as a bool tensor.</summary>
        public static T LogicalNot(T x) => T.Eq(x, 0);
    }
}
