namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <summary>The variance of all elements; unbiased divides by n - 1, else by n.</summary>
        public T Var(bool unbiased = true) => T.Var(x, [], Correction(unbiased), keepDim: false);

        /// <inheritdoc cref="ITensor{T}.Var(T, ReadOnlySpan{int}, double, bool)"/>
        public T Var(int dim, bool unbiased = true, bool keepDim = false) => T.Var(x, [dim], Correction(unbiased), keepDim);

        /// <inheritdoc cref="ITensor{T}.Var(T, ReadOnlySpan{int}, double, bool)"/>
        public T Var(ReadOnlySpan<int> dims, bool unbiased, bool keepDim = false) => T.Var(x, dims, Correction(unbiased), keepDim);

        /// <inheritdoc cref="ITensor{T}.Var(T, ReadOnlySpan{int}, double, bool)"/>
        public T Var(ReadOnlySpan<int> dims, double correction = 1, bool keepDim = false) => T.Var(x, dims, correction, keepDim);

        /// <summary>The standard deviation of all elements; unbiased divides by n - 1, else by n.</summary>
        public T Std(bool unbiased = true) => T.Std(x, [], Correction(unbiased), keepDim: false);

        /// <inheritdoc cref="ITensor{T}.Std(T, ReadOnlySpan{int}, double, bool)"/>
        public T Std(int dim, bool unbiased = true, bool keepDim = false) => T.Std(x, [dim], Correction(unbiased), keepDim);

        /// <inheritdoc cref="ITensor{T}.Std(T, ReadOnlySpan{int}, double, bool)"/>
        public T Std(ReadOnlySpan<int> dims, bool unbiased, bool keepDim = false) => T.Std(x, dims, Correction(unbiased), keepDim);

        /// <inheritdoc cref="ITensor{T}.Std(T, ReadOnlySpan{int}, double, bool)"/>
        public T Std(ReadOnlySpan<int> dims, double correction = 1, bool keepDim = false) => T.Std(x, dims, correction, keepDim);

        /// <summary>The variance of all elements, and their mean; unbiased divides by n - 1, else by n.</summary>
        public (T Var, T Mean) VarMean(bool unbiased = true) => T.VarMean(x, [], Correction(unbiased), keepDim: false);

        /// <inheritdoc cref="ITensor{T}.VarMean(T, ReadOnlySpan{int}, double, bool)"/>
        public (T Var, T Mean) VarMean(int dim, bool unbiased = true, bool keepDim = false) => T.VarMean(x, [dim], Correction(unbiased), keepDim);

        /// <inheritdoc cref="ITensor{T}.VarMean(T, ReadOnlySpan{int}, double, bool)"/>
        public (T Var, T Mean) VarMean(ReadOnlySpan<int> dims, bool unbiased, bool keepDim = false) => T.VarMean(x, dims, Correction(unbiased), keepDim);

        /// <inheritdoc cref="ITensor{T}.VarMean(T, ReadOnlySpan{int}, double, bool)"/>
        public (T Var, T Mean) VarMean(ReadOnlySpan<int> dims, double correction = 1, bool keepDim = false) => T.VarMean(x, dims, correction, keepDim);

        /// <summary>The standard deviation of all elements, and their mean; unbiased divides by n - 1, else by n.</summary>
        public (T Std, T Mean) StdMean(bool unbiased = true) => T.StdMean(x, [], Correction(unbiased), keepDim: false);

        /// <inheritdoc cref="ITensor{T}.StdMean(T, ReadOnlySpan{int}, double, bool)"/>
        public (T Std, T Mean) StdMean(int dim, bool unbiased = true, bool keepDim = false) => T.StdMean(x, [dim], Correction(unbiased), keepDim);

        /// <inheritdoc cref="ITensor{T}.StdMean(T, ReadOnlySpan{int}, double, bool)"/>
        public (T Std, T Mean) StdMean(ReadOnlySpan<int> dims, bool unbiased, bool keepDim = false) => T.StdMean(x, dims, Correction(unbiased), keepDim);

        /// <inheritdoc cref="ITensor{T}.StdMean(T, ReadOnlySpan{int}, double, bool)"/>
        public (T Std, T Mean) StdMean(ReadOnlySpan<int> dims, double correction = 1, bool keepDim = false) => T.StdMean(x, dims, correction, keepDim);
    }

    private static double Correction(bool unbiased) => unbiased ? 1 : 0;
}
