namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>x + y, element by element.</summary>
        public static T operator +(T left, T right)
        {
            Check.Operands("+", left, right);
            return T.Add(left, right);
        }

        /// <summary>x + y, element by element.</summary>
        public static T operator +(T left, Scalar right) => T.Add(left, right);

        /// <summary>x - y, element by element.</summary>
        public static T operator -(T left, T right)
        {
            Check.Operands("-", left, right);
            return T.Sub(left, right);
        }

        /// <summary>x - y, element by element.</summary>
        public static T operator -(T left, Scalar right) => T.Sub(left, right);

        /// <summary>x y, element by element.</summary>
        public static T operator *(T left, T right)
        {
            Check.Operands("*", left, right);
            return T.Mul(left, right);
        }

        /// <summary>x y, element by element.</summary>
        public static T operator *(T left, Scalar right) => T.Mul(left, right);

        /// <summary>x / y, element by element.</summary>
        public static T operator /(T left, T right)
        {
            Check.Operands("/", left, right);
            return T.Div(left, right);
        }

        /// <summary>x / y, element by element.</summary>
        public static T operator /(T left, Scalar right) => T.Div(left, right);

        /// <summary>x + y, element by element.</summary>
        public static T operator +(Scalar left, T right) => T.Add(right, left);

        /// <summary>x - y, element by element.</summary>
        public static T operator -(Scalar left, T right) => T.Rsub(right, left);

        /// <summary>x y, element by element.</summary>
        public static T operator *(Scalar left, T right) => T.Mul(right, left);

        /// <summary>x / y, element by element; composed as PyTorch composes it: (1/y) x.</summary>
        public static T operator /(Scalar left, T right) => Composites.Rdiv(right, left);

        /// <summary>x itself. Not of truth values.</summary>
        public static T operator +(T value) => Composites.Positive(value);

        /// <summary>-x.</summary>
        public static T operator -(T value) => T.Neg(value);

        /// <summary>x - y floor(x/y), which has the sign of y, as in Python; C#'s <c>%</c> of numbers is <c>Fmod</c>.</summary>
        public static T operator %(T left, T right) => T.Remainder(left, right);

        /// <summary>x - y floor(x/y), which has the sign of y, as in Python; C#'s <c>%</c> of numbers is <c>Fmod</c>.</summary>
        public static T operator %(T left, Scalar right) => T.Remainder(left, right);

        /// <summary>x - y floor(x/y), which has the sign of y, as in Python; C#'s <c>%</c> of numbers is <c>Fmod</c>.</summary>
        public static T operator %(Scalar left, T right) => T.Remainder(left, right);

        /// <summary>The bits that both have, of bools x and y.</summary>
        public static T operator &(T left, T right) => T.BitwiseAnd(left, right);

        /// <summary>The bits that either has, of bools x or y.</summary>
        public static T operator |(T left, T right) => T.BitwiseOr(left, right);

        /// <summary>The bits that one of both has, of bools whether they differ.</summary>
        public static T operator ^(T left, T right) => T.BitwiseXor(left, right);

        /// <summary>The bits that x does not have, of bools not x.</summary>
        public static T operator ~(T value) => Check.Given(value).DType.IsFloatingPoint ? throw Error.InversionOfFloats() : T.BitwiseNot(value);

        /// <summary>Whether x &gt; y, as a bool tensor.</summary>
        public static T operator >(T left, T right) => T.Gt(left, right);

        /// <summary>Whether x &gt; y, as a bool tensor.</summary>
        public static T operator >(T left, Scalar right) => T.Gt(left, right);

        /// <summary>Whether x &gt; y, as a bool tensor.</summary>
        public static T operator >(Scalar left, T right) => T.Lt(right, left);

        /// <summary>Whether x &lt; y, as a bool tensor.</summary>
        public static T operator <(T left, T right) => T.Lt(left, right);

        /// <summary>Whether x &lt; y, as a bool tensor.</summary>
        public static T operator <(T left, Scalar right) => T.Lt(left, right);

        /// <summary>Whether x &lt; y, as a bool tensor.</summary>
        public static T operator <(Scalar left, T right) => T.Gt(right, left);

        /// <summary>Whether x &gt;= y, as a bool tensor.</summary>
        public static T operator >=(T left, T right) => T.Ge(left, right);

        /// <summary>Whether x &gt;= y, as a bool tensor.</summary>
        public static T operator >=(T left, Scalar right) => T.Ge(left, right);

        /// <summary>Whether x &gt;= y, as a bool tensor.</summary>
        public static T operator >=(Scalar left, T right) => T.Le(right, left);

        /// <summary>Whether x &lt;= y, as a bool tensor.</summary>
        public static T operator <=(T left, T right) => T.Le(left, right);

        /// <summary>Whether x &lt;= y, as a bool tensor.</summary>
        public static T operator <=(T left, Scalar right) => T.Le(left, right);

        /// <summary>Whether x &lt;= y, as a bool tensor.</summary>
        public static T operator <=(Scalar left, T right) => T.Ge(right, left);
    }

    // C# would otherwise make of w -= g the rebinding w = w - g. These mean what they mean in PyTorch: w changes in place.
    extension<T>(T x)
        where T : class, ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Add_(T, T)"/>
        public void operator +=(T y) => T.Add_(x, y);

        /// <inheritdoc cref="ITensor{T}.Add_(T, Scalar)"/>
        public void operator +=(Scalar y) => T.Add_(x, y);

        /// <inheritdoc cref="ITensor{T}.Sub_(T, T)"/>
        public void operator -=(T y) => T.Sub_(x, y);

        /// <inheritdoc cref="ITensor{T}.Sub_(T, Scalar)"/>
        public void operator -=(Scalar y) => T.Sub_(x, y);

        /// <inheritdoc cref="ITensor{T}.Mul_(T, T)"/>
        public void operator *=(T y) => T.Mul_(x, y);

        /// <inheritdoc cref="ITensor{T}.Mul_(T, Scalar)"/>
        public void operator *=(Scalar y) => T.Mul_(x, y);

        /// <inheritdoc cref="ITensor{T}.Div_(T, T)"/>
        public void operator /=(T y) => T.Div_(x, y);

        /// <inheritdoc cref="ITensor{T}.Div_(T, Scalar)"/>
        public void operator /=(Scalar y) => T.Div_(x, y);
    }
}
