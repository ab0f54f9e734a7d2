namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException OneValuePerChannel(string size)
        => new($"Expected more than 1 value per channel when training, got input size {size}", "ValueError");

    internal static TorchArgumentException FeatureCount(string name, long expected, long actual)
        => new($"{name} should contain {expected} elements not {actual}");

    internal static TorchArgumentException NoRunningStats(string name)
        => new($"{name} must be defined in evaluation mode");

    internal static TorchArgumentException NoStatsOfInstances()
        => new("Expected running_mean and running_var to be defined when use_input_stats is false");

    internal static TorchArgumentException OneSpatialElement(Shape x)
        => new($"Expected more than 1 spatial element when training, got input size {Sizes(x)}", "ValueError");

    internal static TorchArgumentException NormalizedShapeEmpty()
        => new("Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one element, but got normalized_shape = []");

    internal static TorchArgumentException NormalizedWeight(string name, Shape weight, Shape normalized)
        => new($"Expected {name} to be of same shape as normalized_shape, but got {name} of shape {weight} and normalized_shape = {normalized}");

    internal static TorchArgumentException NormalizedInput(Shape normalized, Shape x)
        => new($"Given normalized_shape={normalized}, expected input with shape [*, {string.Join(", ", normalized)}], but got input of size{x}");

    internal static TorchArgumentException GroupNormDims(int dims)
        => new($"Expected at least 2 dimensions for input tensor but received {dims}");

    internal static TorchArgumentException NumGroups(int groups)
        => new($"Expected num groups to be greater than 0, got {groups}");

    internal static TorchArgumentException GroupsOfChannels(Shape x, int groups)
        => new($"Expected number of channels in input to be divisible by num_groups, but got input of shape {x} and num_groups={groups}");

    internal static TorchArgumentException GroupNormWeight(string name, Shape weight, Shape x)
        => new($"Expected {name} to be a vector of size equal to the number of channels in input, but got {name} of shape {weight} "
            + $"and input of shape {x}");

    internal static TorchArgumentException LocalResponseDims(int dims)
        => new($"Expected 3D or higher dimensionality input (got {dims} dimensions)", "ValueError");

    internal static TorchArgumentException LocalResponseSize(long size)
        => new($"the size of the neighbourhood must be positive, but is {size}", "ValueError");
}
