namespace TwinGrad;

public sealed partial class Torch
{
    /// <summary>Settings of the libraries that libtorch computes with: <c>torch.backends</c>.</summary>
    public static class Backends
    {
        /// <summary>NVIDIA's library of convolutions and recurrent cells: <c>torch.backends.cudnn</c>.</summary>
        public static class Cudnn
        {
            /// <summary>
            /// Whether a GPU may round the factors of a float32 convolution to TF32, whose mantissa has 10 bits, not 23:
            /// <c>torch.backends.cudnn.allow_tf32</c>. True unless set.
            /// </summary>
            /// <remarks>See <see href="https://docs.pytorch.org/docs/stable/notes/cuda.html#tensorfloat-32-tf32-on-ampere-and-later-devices"/>.</remarks>
            public static bool AllowTf32
            {
                get => Answer(NativeMethods.THSBackend_cudnn_get_allow_tf32());
                set
                {
                    NativeMethods.THSBackend_cudnn_set_allow_tf32(value);
                    NativeError.Check();
                }
            }
        }

        /// <summary>CUDA itself: <c>torch.backends.cuda</c>.</summary>
        public static class Cuda
        {
            /// <summary>Matrix products: <c>torch.backends.cuda.matmul</c>.</summary>
            public static class Matmul
            {
                /// <summary>
                /// Whether a GPU may round the factors of a float32 matrix product to TF32: <c>torch.backends.cuda.matmul.allow_tf32</c>.
                /// False unless set.
                /// </summary>
                /// <inheritdoc cref="Cudnn.AllowTf32"/>
                public static bool AllowTf32
                {
                    get => Answer(NativeMethods.THSBackend_cublas_get_allow_tf32());
                    set
                    {
                        NativeMethods.THSBackend_cublas_set_allow_tf32(value);
                        NativeError.Check();
                    }
                }
            }
        }

        private static bool Answer(bool answer)
        {
            NativeError.Check();
            return answer;
        }
    }
}
