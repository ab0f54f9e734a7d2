using System.Globalization;

namespace TwinGrad;

internal static partial class Error
{
    private const int LongestQuote = 100;
    private const string SaveAgain = "It was cut off or changed after it was written: copy it again from where it came, or save it anew";

    internal static CheckpointException CannotRead(string source, Exception cause)
        => new($"cannot read {Quoted(source)}: {cause.Message}", source, cause);

    internal static CheckpointException CannotWrite(string source, Exception cause)
        => new($"cannot write {Quoted(source)}: {cause.Message} What was there before is unchanged", source, cause);

    internal static TorchArgumentException StreamCannot(string what)
        => new($"the stream can't {what}. Copy it into a file or a MemoryStream first", "ValueError");

    internal static CheckpointException NotSafeTensors(string source, string what, string cure = SaveAgain, Exception? cause = null)
        => new($"{Quoted(source)} is no safetensors file: {what}. {cure}", source, cause);

    internal static CheckpointException IsPickle(string source, string kind)
        => NotSafeTensors(
            source, $"it begins as {kind} does, which PyTorch's torch.save writes",
            "A pickle can run code as it is read. In Python, convert it with safetensors.torch.save_file(torch.load(path, weights_only=True), newPath)");

    internal static CheckpointException TooShort(string source, long length)
        => NotSafeTensors(source, string.Create(CultureInfo.InvariantCulture, $"it has {length} bytes, and the length of the header alone takes 8"));

    internal static CheckpointException HeaderTooLarge(string source, ulong length, int most)
        => NotSafeTensors(source, string.Create(CultureInfo.InvariantCulture, $"the first 8 bytes say that the header has {length} bytes, and {most} are the most"), "Check that this is the file that was meant");

    internal static CheckpointException HeaderBeyondFile(string source, ulong length, long rest)
        => NotSafeTensors(source, string.Create(CultureInfo.InvariantCulture, $"the first 8 bytes say that the header has {length} bytes, but only {rest} follow"));

    internal static CheckpointException HeaderStart(string source)
        => NotSafeTensors(source, "the header does not begin with {", "Check that this is the file that was meant");

    internal static CheckpointException HeaderText(string source, string what, Exception? cause = null)
        => NotSafeTensors(source, $"the header is no JSON of this format: {what.TrimEnd('.')}", cause: cause);

    internal static CheckpointException TensorHeader(string source, string name, string what, string cure = SaveAgain)
        => NotSafeTensors(source, $"of tensor {Quoted(name)} {what}", cure);

    internal static CheckpointException UnknownTensorDType(string source, string name, string dtype, IEnumerable<string> known)
        => TensorHeader(
            source, name, $"the dtype is {Quoted(dtype)}, which is none of {string.Join(", ", known)}",
            "Convert the tensor to one of these before it is saved, in Python with x.to(torch.float32)");

    internal static CheckpointException TruthValue(string source, string name, byte value)
        => TensorHeader(source, name, $"a truth value is the byte {value}, which is neither 0 nor 1");

    internal static CheckpointException TensorNotHeld(string source, string name, Exception cause)
        => new($"tensor {Quoted(name)} of {Quoted(source)} can't be held: {cause.Message}", source, cause);

    internal static TorchArgumentException NotInUnicode(string what, string text)
        => new($"the {what} {Quoted(text)} is no Unicode text: half of a surrogate pair stands alone in it", "ValueError");

    internal static TorchArgumentException ReservedTensorName(string name)
        => new($"no tensor can be called {name} in a safetensors file, as its metadata is. Rename the tensor", "ValueError");

    internal static TorchArgumentException NoTensorUnderName(string name)
        => new($"there is no tensor under the name {Quoted(name)}, but null", "TypeError");

    internal static TorchArgumentException NoMetadataText(string key)
        => new($"there is no text under the metadata key {Quoted(key)}, but null", "TypeError");

    internal static TorchArgumentException HeaderOfTooManyNames(long length, int most)
        => new(string.Create(CultureInfo.InvariantCulture, $"the header would have {length} bytes, and a safetensors file can have {most}. Save fewer tensors to a file, or shorter names"));

    internal static TorchArgumentException PartName(string name)
        => new($"{Quoted(name)} can't name a part of a checkpoint: a name has 1 to 40 characters out of a to z, 0 to 9, - and _", "ValueError");

    internal static TorchArgumentException ProgressNotJson(string what)
        => new($"the checkpoint's progress can't be kept as JSON: {what.TrimEnd('.')}", "ValueError");

    internal static CheckpointException NoCheckpoint(string folder)
        => new($"there is no checkpoint in {Quoted(folder)}: it has no file checkpoint.json. Check the path, or save a checkpoint first", folder);

    internal static CheckpointException FolderInUse(string folder, Exception cause)
        => new($"another save into {Quoted(folder)} is running: it holds checkpoint.lock there. Wait for it, or save into a folder of your own", folder, cause);

    internal static CheckpointException NotACheckpoint(string file, string what, string cure = SaveAgain, Exception? cause = null)
        => new($"{Quoted(file)} is no checkpoint of this library: {what}. {cure}", file, cause);

    internal static CheckpointException CheckpointVersion(string file, string version, int known)
        => NotACheckpoint(file, $"its version is {version}, and this library reads version {known}", "Read it with the release of the library that wrote it");

    internal static CheckpointException PartMissing(string folder, string part, string file, Exception cause)
        => new($"the checkpoint in {Quoted(folder)} is damaged: its part {part} should be in {Quoted(file)}, which is missing. Copy the whole folder again, or go back to an older checkpoint", folder, cause);

    internal static CheckpointException PartLength(string folder, string part, string file, long length, long expected)
        => new(string.Create(CultureInfo.InvariantCulture, $"the checkpoint in {Quoted(folder)} is damaged: its part {part} in {Quoted(file)} has {length} bytes, and {expected} were written. Copy the whole folder again, or go back to an older checkpoint"), folder);

    internal static CheckpointException PartHash(string folder, string part, string file, string hash, string expected)
        => new($"the checkpoint in {Quoted(folder)} is damaged: its part {part} in {Quoted(file)} has the SHA-256 {hash}, and {expected} was written. Copy the whole folder again, or go back to an older checkpoint", folder);

    /// <summary>A text from a file or a caller, of a length and with characters that fit into a message.</summary>
    private static string Quoted(string text)
    {
        var start = text.Length > LongestQuote ? text[..LongestQuote] : text;
        var clean = string.Concat(start.Select(character => char.IsControl(character) || char.IsSurrogate(character) ? $"\\u{(int)character:x4}" : character.ToString()));
        return text.Length > LongestQuote ? $"'{clean}...' ({text.Length} characters)" : $"'{clean}'";
    }
}
