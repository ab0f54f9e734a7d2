namespace TwinGrad;

/// <summary>A module's weights in a file that Python's <c>safetensors</c> reads too.</summary>
public static class ModuleWeights
{
    extension<T>(Module<T> module)
        where T : class, ITensor<T>
    {
        /// <summary>Writes the state dictionary into a safetensors file, whole or not at all.</summary>
        /// <exception cref="CheckpointException">The file can't be written; what was there before is unchanged.</exception>
        public void SaveWeights(string path)
        {
            ArgumentNullException.ThrowIfNull(module);
            SafeTensors.Save(path, module.StateDict());
        }

        /// <summary>Copies the values of a safetensors file into the parameters and persistent buffers: all of them, or none.</summary>
        /// <param name="path">The file.</param>
        /// <param name="strict">Whether every parameter and persistent buffer must be there and nothing else.</param>
        /// <remarks>Shapes must be the same: nothing is broadcast. Dtypes are converted, as <c>copy_</c> does.</remarks>
        /// <exception cref="CheckpointException">The file can't be read, or is no sound safetensors file; the module is unchanged.</exception>
        /// <exception cref="TorchArgumentException">Keys are missing or unexpected, or shapes differ; the module is unchanged.</exception>
        public void LoadWeights(string path, bool strict = true)
        {
            ArgumentNullException.ThrowIfNull(module);
            module.LoadStateDict(SafeTensors.Load<T>(path).Tensors, strict);
        }
    }
}
