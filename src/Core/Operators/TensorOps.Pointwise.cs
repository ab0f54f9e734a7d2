using System.Runtime.CompilerServices;

namespace TwinGrad;

/// <summary>The fluent form of every operator, <c>x.Sin()</c>, and the C# operators; for both engines and for generic code.</summary>
public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Add(T, T)"/>
        public T Add(T y) => T.Add(x, y);

        /// <inheritdoc cref="ITensor{T}.Add(T, Scalar)"/>
        public T Add(Scalar y) => T.Add(x, y);

        /// <inheritdoc cref="ITensor{T}.Sub(T, T)"/>
        public T Sub(T y) => T.Sub(x, y);

        /// <inheritdoc cref="ITensor{T}.Sub(T, Scalar)"/>
        public T Sub(Scalar y) => T.Sub(x, y);

        /// <inheritdoc cref="ITensor{T}.Mul(T, T)"/>
        public T Mul(T y) => T.Mul(x, y);

        /// <inheritdoc cref="ITensor{T}.Mul(T, Scalar)"/>
        public T Mul(Scalar y) => T.Mul(x, y);

        /// <inheritdoc cref="ITensor{T}.Div(T, T)"/>
        public T Div(T y) => T.Div(x, y);

        /// <inheritdoc cref="ITensor{T}.Div(T, Scalar)"/>
        public T Div(Scalar y) => T.Div(x, y);

        /// <inheritdoc cref="ITensor{T}.Pow(T, T)"/>
        public T Pow(T y) => T.Pow(x, y);

        /// <inheritdoc cref="ITensor{T}.Pow(T, Scalar)"/>
        public T Pow(Scalar y) => T.Pow(x, y);

        /// <inheritdoc cref="ITensor{T}.Eq(T, T)"/>
        public T Eq(T y) => T.Eq(x, y);

        /// <inheritdoc cref="ITensor{T}.Eq(T, Scalar)"/>
        public T Eq(Scalar y) => T.Eq(x, y);

        /// <inheritdoc cref="ITensor{T}.Ne(T, T)"/>
        public T Ne(T y) => T.Ne(x, y);

        /// <inheritdoc cref="ITensor{T}.Ne(T, Scalar)"/>
        public T Ne(Scalar y) => T.Ne(x, y);

        /// <inheritdoc cref="ITensor{T}.Lt(T, T)"/>
        public T Lt(T y) => T.Lt(x, y);

        /// <inheritdoc cref="ITensor{T}.Lt(T, Scalar)"/>
        public T Lt(Scalar y) => T.Lt(x, y);

        /// <inheritdoc cref="ITensor{T}.Le(T, T)"/>
        public T Le(T y) => T.Le(x, y);

        /// <inheritdoc cref="ITensor{T}.Le(T, Scalar)"/>
        public T Le(Scalar y) => T.Le(x, y);

        /// <inheritdoc cref="ITensor{T}.Gt(T, T)"/>
        public T Gt(T y) => T.Gt(x, y);

        /// <inheritdoc cref="ITensor{T}.Gt(T, Scalar)"/>
        public T Gt(Scalar y) => T.Gt(x, y);

        /// <inheritdoc cref="ITensor{T}.Ge(T, T)"/>
        public T Ge(T y) => T.Ge(x, y);

        /// <inheritdoc cref="ITensor{T}.Ge(T, Scalar)"/>
        public T Ge(Scalar y) => T.Ge(x, y);

        /// <inheritdoc cref="ITensor{T}.Neg(T)"/>
        public T Neg() => T.Neg(x);

        /// <inheritdoc cref="ITensor{T}.Abs(T)"/>
        public T Abs() => T.Abs(x);

        /// <inheritdoc cref="ITensor{T}.Reciprocal(T)"/>
        public T Reciprocal() => T.Reciprocal(x);

        /// <inheritdoc cref="ITensor{T}.Exp(T)"/>
        public T Exp() => T.Exp(x);

        /// <inheritdoc cref="ITensor{T}.Log(T)"/>
        public T Log() => T.Log(x);

        /// <inheritdoc cref="ITensor{T}.Sin(T)"/>
        public T Sin() => T.Sin(x);

        /// <inheritdoc cref="ITensor{T}.Cos(T)"/>
        public T Cos() => T.Cos(x);

        /// <inheritdoc cref="ITensor{T}.Tanh(T)"/>
        public T Tanh() => T.Tanh(x);

        /// <inheritdoc cref="ITensor{T}.Sqrt(T)"/>
        public T Sqrt() => T.Sqrt(x);

        /// <inheritdoc cref="ITensor{T}.Contiguous(T)"/>
        public T Contiguous() => T.Contiguous(x);

        /// <inheritdoc cref="ITensor{T}.Clone(T)"/>
        public T Clone() => T.Clone(x);

        // Where both bounds are left out, neither form would be the better one.
        /// <inheritdoc cref="ITensor{T}.Clamp(T, Scalar?, Scalar?)"/>
        [OverloadResolutionPriority(1)]
        public T Clamp(Scalar? min = null, Scalar? max = null) => T.Clamp(x, min, max);

        /// <inheritdoc cref="ITensor{T}.Clamp(T, T, T)"/>
        public T Clamp(T? min = default, T? max = default) => T.Clamp(x, min, max);

        /// <inheritdoc cref="ITensor{T}.ClampMin(T, Scalar)"/>
        public T ClampMin(Scalar min) => T.ClampMin(x, min);

        /// <inheritdoc cref="ITensor{T}.ClampMin(T, T)"/>
        public T ClampMin(T min) => T.ClampMin(x, min);

        /// <inheritdoc cref="ITensor{T}.ClampMax(T, Scalar)"/>
        public T ClampMax(Scalar max) => T.ClampMax(x, max);

        /// <inheritdoc cref="ITensor{T}.ClampMax(T, T)"/>
        public T ClampMax(T max) => T.ClampMax(x, max);

        /// <summary>x^2.</summary>
        /// <remarks>dx: 2 x.</remarks>
        public T Square() => T.Pow(x, 2);

        /// <inheritdoc cref="ITensor{T}.Lerp(T, T, Scalar)"/>
        public T Lerp(T end, Scalar weight) => T.Lerp(x, end, weight);

        /// <inheritdoc cref="ITensor{T}.Lerp(T, T, T)"/>
        public T Lerp(T end, T weight) => T.Lerp(x, end, weight);

        /// <inheritdoc cref="ITensor{T}.Addcmul(T, T, T, Scalar)"/>
        public T Addcmul(T tensor1, T tensor2, Scalar? value = null) => T.Addcmul(x, tensor1, tensor2, value ?? 1);

        /// <inheritdoc cref="ITensor{T}.Addcdiv(T, T, T, Scalar)"/>
        public T Addcdiv(T tensor1, T tensor2, Scalar? value = null) => T.Addcdiv(x, tensor1, tensor2, value ?? 1);

        /// <inheritdoc cref="ITensor{T}.NanToNum(T, double?, double?, double?)"/>
        public T NanToNum(double? nan = null, double? posinf = null, double? neginf = null) => T.NanToNum(x, nan, posinf, neginf);

        /// <inheritdoc cref="ITensor{T}.Isnan(T)"/>
        public T Isnan() => T.Isnan(x);

        /// <inheritdoc cref="ITensor{T}.Isinf(T)"/>
        public T Isinf() => T.Isinf(x);

        /// <inheritdoc cref="ITensor{T}.Isfinite(T)"/>
        public T Isfinite() => T.Isfinite(x);

        /// <inheritdoc cref="ITensor{T}.Where(T, T, T)"/>
        public T Where(T condition, T y) => T.Where(condition, x, y);

        /// <inheritdoc cref="ITensor{T}.To(T, DType)"/>
        public T To(DType dtype) => T.To(x, dtype);

        /// <inheritdoc cref="ITensor{T}.To(T, Device)"/>
        public T To(Device device) => T.To(x, device);

        /// <summary>x in main memory: <c>x.cpu()</c>; x itself where it is there already.</summary>
        /// <remarks>dx: the gradient on x's device. See <see href="https://docs.pytorch.org/docs/stable/generated/torch.Tensor.cpu.html"/>.</remarks>
        public T Cpu() => T.To(x, Device.Cpu);

        /// <summary>x on an NVIDIA GPU: <c>x.cuda()</c>; x itself where it is there already.</summary>
        /// <param name="index">Which one; null is the current one.</param>
        /// <remarks>dx: the gradient on x's device. See <see href="https://docs.pytorch.org/docs/stable/generated/torch.Tensor.cuda.html"/>.</remarks>
        /// <exception cref="TorchException">There is no such GPU, or this libtorch has no CUDA; the message says what to do.</exception>
        public T Cuda(int? index = null) => T.To(x, Device.Cuda(index));
    }
}
