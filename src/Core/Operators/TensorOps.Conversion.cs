namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <summary>x as float64: PyTorch's <c>x.double()</c>.</summary>
        public T Double() => T.To(x, DType.Float64);

        /// <summary>x as float32: PyTorch's <c>x.float()</c>.</summary>
        public T Float() => T.To(x, DType.Float32);

        /// <summary>x as float16: PyTorch's <c>x.half()</c>.</summary>
        public T Half() => T.To(x, DType.Float16);

        /// <summary>x as bfloat16: PyTorch's <c>x.bfloat16()</c>.</summary>
        public T BFloat16() => T.To(x, DType.BFloat16);

        /// <summary>x as int64: PyTorch's <c>x.long()</c>.</summary>
        public T Long() => T.To(x, DType.Int64);

        /// <summary>x as int32: PyTorch's <c>x.int()</c>.</summary>
        public T Int() => T.To(x, DType.Int32);

        /// <summary>x as int16: PyTorch's <c>x.short()</c>.</summary>
        public T Short() => T.To(x, DType.Int16);

        /// <summary>x as int8: PyTorch's <c>x.char()</c>.</summary>
        public T Char() => T.To(x, DType.Int8);

        /// <summary>x as uint8: PyTorch's <c>x.byte()</c>.</summary>
        public T Byte() => T.To(x, DType.UInt8);

        /// <summary>x as bool: PyTorch's <c>x.bool()</c>.</summary>
        public T Bool() => T.To(x, DType.Bool);
    }
}
