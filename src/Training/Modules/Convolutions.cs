namespace TwinGrad;

/// <summary>The sums of products of windows and kernels, plus a bias: what <see cref="Conv1d{T}"/> and <see cref="Conv2d{T}"/> share.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
public abstract class Convolution<T> : Module<T>
    where T : class, ITensor<T>
{
    private readonly long _inChannels;
    private readonly long _outChannels;
    private readonly int[] _kernelSize;

    private protected Convolution(
        int dims, long inChannels, long outChannels, PerDim<int> kernelSize, PerDim<int>? stride, PerDim<int>? padding, Padding? named,
        PerDim<int>? dilation, int groups, bool bias, DType? dtype, Device? device)
    {
        ArgumentNullException.ThrowIfNull(kernelSize);
        if (groups <= 0)
            throw Error.ModuleGroups();
        if (inChannels % groups != 0)
            throw Error.ChannelGroups("in_channels");
        if (outChannels % groups != 0)
            throw Error.ChannelGroups("out_channels");
        (_inChannels, _outChannels, Groups) = (inChannels, outChannels, groups);
        _kernelSize = Check.ConvolutionNumbers("kernel_size", kernelSize, 1, dims);
        Stride = Each("stride", stride, 1);
        Dilation = Each("dilation", dilation, 1);
        Padding = Each("padding", padding, 0);
        NamedPadding = named;
        if (named == TwinGrad.Padding.Same && Stride.Any(length => length != 1))
            throw Error.SameWithStride("ValueError");
        if (named is { } name)
            Check.Padding(name, []);
        Weight = Register("weight", Zeros([outChannels, inChannels / groups, .. _kernelSize.Select(length => (long)length)], dtype, device));
        Bias = bias ? Register("bias", Zeros([outChannels], dtype, device)) : null;
        Init.Layer(Weight, Bias);

        PerDim<int> Each(string name, PerDim<int>? given, int otherwise) => new(Check.ConvolutionNumbers(name, given, otherwise, dims));
    }

    /// <summary>The kernels, of shape [outChannels, inChannels/groups, ...].</summary>
    public T Weight { get; }

    /// <summary>What is added to each channel, of shape [outChannels], or null.</summary>
    public T? Bias { get; }

    /// <summary>How far the windows lie apart along each dimension.</summary>
    private protected PerDim<int> Stride { get; }

    /// <summary>How many zeros lie before and behind each dimension.</summary>
    private protected PerDim<int> Padding { get; }

    /// <summary>The padding by name, if it was given so.</summary>
    private protected Padding? NamedPadding { get; }

    /// <summary>How far a window's places lie apart along each dimension.</summary>
    private protected PerDim<int> Dilation { get; }

    /// <summary>How many groups of channels have nothing to do with each other.</summary>
    private protected int Groups { get; }

    /// <inheritdoc/>
    protected override string ExtraRepr
    {
        get
        {
            var text = $"{_inChannels}, {_outChannels}, kernel_size={Python.Tuple(_kernelSize)}, stride={Python.Tuple(Stride)}";
            if (NamedPadding is { } name)
                text += name == TwinGrad.Padding.Same ? ", padding=same" : ", padding=valid";
            else if (Padding.Any(length => length != 0))
                text += $", padding={Python.Tuple(Padding)}";
            if (Dilation.Any(length => length != 1))
                text += $", dilation={Python.Tuple(Dilation)}";
            if (Groups != 1)
                text += $", groups={Groups}";
            return Bias is null ? text + ", bias=False" : text;
        }
    }
}

/// <summary>The sums of products of windows and kernels along one dimension, plus a bias: <c>torch.nn.Conv1d</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>
/// Of (N, inChannels, L), or without N; otherwise as <see cref="Conv2d{T}"/>.
/// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv1d.html"/>.
/// </remarks>
public sealed class Conv1d<T> : Convolution<T>
    where T : class, ITensor<T>
{
    /// <inheritdoc cref="Conv2d{T}(long, long, PerDim{int}, PerDim{int}, PerDim{int}, PerDim{int}, int, bool, DType, Device)"/>
    public Conv1d(
        long inChannels, long outChannels, PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null,
        PerDim<int>? dilation = null, int groups = 1, bool bias = true, DType? dtype = null, Device? device = null)
        : base(1, inChannels, outChannels, kernelSize, stride, padding, named: null, dilation, groups, bias, dtype, device)
    {
    }

    /// <inheritdoc cref="Conv2d{T}(long, long, PerDim{int}, Padding, PerDim{int}, PerDim{int}, int, bool, DType, Device)"/>
    public Conv1d(
        long inChannels, long outChannels, PerDim<int> kernelSize, Padding padding, PerDim<int>? stride = null,
        PerDim<int>? dilation = null, int groups = 1, bool bias = true, DType? dtype = null, Device? device = null)
        : base(1, inChannels, outChannels, kernelSize, stride, padding: null, padding, dilation, groups, bias, dtype, device)
    {
    }

    /// <inheritdoc/>
    public override T Forward(T input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return NamedPadding is { } name
            ? input.Conv1d(Weight, Bias, Stride, name, Dilation, Groups)
            : input.Conv1d(Weight, Bias, Stride, Padding, Dilation, Groups);
    }
}

/// <summary>The sums of products of windows and kernels along two dimensions, plus a bias: <c>torch.nn.Conv2d</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>
/// Of (N, inChannels, H, W), or without N. Weight and bias start uniform in +-1/sqrt(inChannels/groups times the kernel's elements).
/// What is padded is zeros. See <see href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html"/>.
/// </remarks>
public sealed class Conv2d<T> : Convolution<T>
    where T : class, ITensor<T>
{
    /// <summary>With fresh parameters, float32 on the default device unless another dtype or device is given.</summary>
    /// <param name="inChannels">How many channels the input has.</param>
    /// <param name="outChannels">How many the result has.</param>
    /// <param name="kernelSize">The lengths of a window.</param>
    /// <param name="stride">How far the windows lie apart, 1 if not given.</param>
    /// <param name="padding">Zeros before and behind, none if not given.</param>
    /// <param name="dilation">How far a window's places lie apart, 1 if not given.</param>
    /// <param name="groups">Channels fall into so many groups that have nothing to do with each other.</param>
    /// <param name="bias">Whether there is one.</param>
    /// <param name="dtype">The parameters' dtype.</param>
    /// <param name="device">Where they live.</param>
    /// <exception cref="TorchArgumentException">The channels do not fall into so many groups, or there are too many or few lengths.</exception>
    /// <exception cref="TorchException">A number of channels or a length is negative.</exception>
    public Conv2d(
        long inChannels, long outChannels, PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null,
        PerDim<int>? dilation = null, int groups = 1, bool bias = true, DType? dtype = null, Device? device = null)
        : base(2, inChannels, outChannels, kernelSize, stride, padding, named: null, dilation, groups, bias, dtype, device)
    {
    }

    /// <summary>With padding by name, which keeps the lengths or is none.</summary>
    /// <inheritdoc cref="Conv2d{T}(long, long, PerDim{int}, PerDim{int}, PerDim{int}, PerDim{int}, int, bool, DType, Device)" path="/param"/>
    /// <exception cref="TorchArgumentException">The lengths should stay and the stride is not 1; or as the other constructor's.</exception>
    /// <exception cref="TorchException">A number of channels or a length is negative.</exception>
    public Conv2d(
        long inChannels, long outChannels, PerDim<int> kernelSize, Padding padding, PerDim<int>? stride = null,
        PerDim<int>? dilation = null, int groups = 1, bool bias = true, DType? dtype = null, Device? device = null)
        : base(2, inChannels, outChannels, kernelSize, stride, padding: null, padding, dilation, groups, bias, dtype, device)
    {
    }

    /// <inheritdoc/>
    public override T Forward(T input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return NamedPadding is { } name
            ? input.Conv2d(Weight, Bias, Stride, name, Dilation, Groups)
            : input.Conv2d(Weight, Bias, Stride, Padding, Dilation, Groups);
    }
}
