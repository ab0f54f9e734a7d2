using System.Runtime.InteropServices;

namespace TwinGrad;

internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial void THSTorch_manual_seed(long seed);

    [LibraryImport(Library)]
    internal static partial void THSTensor_uniform_(TensorHandle tensor, double low, double high, nint noGenerator);

    [LibraryImport(Library)]
    internal static partial void THSTensor_normal_(TensorHandle tensor, double mean, double std, nint noGenerator);

    // A generator goes in only where this thread has just received it.
    [LibraryImport(Library)]
    internal static partial nint THSGenerator_default_generator();

    [LibraryImport(Library)]
    internal static partial nint THSGenerator_get_rng_state(nint generator);

    [LibraryImport(Library)]
    internal static partial void THSGenerator_set_rng_state(nint generator, TensorHandle state);

    [LibraryImport(Library)]
    internal static partial void THSGenerator_dispose(nint generator);
}
