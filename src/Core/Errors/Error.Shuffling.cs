namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException PixelDims(string operation, int count)
        => new($"{operation} expects input to have at least 3 dimensions, but got input with {count} dimension(s)");

    internal static TorchArgumentException PixelFactor(string operation, string name, long factor)
        => new($"{operation} expects a positive {name}, but got {factor}");

    internal static TorchArgumentException PixelShuffleChannels(long channels, long factor)
        => new("pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but "
            + $"input.size(-3)={channels} is not divisible by {(Int128)factor * factor}");

    internal static TorchArgumentException PixelUnshuffleLength(string name, int dim, long length, long factor)
        => new($"pixel_unshuffle expects {name} to be divisible by downscale_factor, but input.size({dim})={length} is not divisible by {factor}");

    internal static TorchArgumentException ChannelShuffleDims(int count)
        => new($"channel_shuffle expects input with > 2 dims, but got input with sizes {count}");

    internal static TorchArgumentException ChannelShuffleGroups(long groups)
        => new($"Number of groups to divide channels in must be positive. Value of groups:{groups}");

    internal static TorchArgumentException ChannelShuffleChannels()
        => new("Number of channels must be divisible by groups");
}
