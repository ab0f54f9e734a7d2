namespace TwinGrad.Tests;

/// <summary>Devices: what they are called, where tensors are made, how they are moved, and devices that are not there.</summary>
public abstract class DeviceSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    [DataRow("cpu")]
    [DataRow("cpu:1")]
    [DataRow("cuda")]
    [DataRow("cuda:3")]
    [DataRow("auto")]
    public void A_device_is_read_as_it_is_written(string text) => Assert.AreEqual(text, Device.Parse(text).ToString());

    [TestMethod]
    [DataRow("auto:0")]
    [DataRow("Auto")]
    [DataRow("cuda:")]
    [DataRow("cuda:-1")]
    [DataRow("gpu")]
    public void A_text_that_names_no_device_is_refused(string text)
        => Assert.IsInstanceOfType<ITorchException>(Assert.Throws<Exception>(() => Device.Parse(text)));

    [TestMethod]
    public void A_device_that_cannot_be_is_refused()
    {
        Refuses("Device index must not be negative", () => Device.Cuda(-1));
        Refuses("Device index must not be negative", () => Device.Cpu with { Index = -5 });
        Refuses("device type number 99 is neither cpu nor cuda", () => new Device((DeviceType)99));
        Refuses("device type number 5 is neither cpu nor cuda", () => Device.Cpu with { Type = (DeviceType)5 });
        const string Index = "device auto is one that is there, whichever: it has no index, but got 2. Use cuda:2 or cpu";
        Refuses(Index, () => new Device(DeviceType.Auto, 2));
        Refuses(Index, () => Device.Auto with { Index = 2 });
        Refuses(Index, () => Device.Cuda(2) with { Type = DeviceType.Auto });
    }

    [TestMethod]
    public void A_device_that_is_not_there_is_refused()
    {
        var absent = Device.Cuda(99);
        IsRefused(() => TensorFactory<T>.Tensor(1.0, device: absent));
        IsRefused(() => TensorFactory<T>.Tensor([1.0, 2.0], device: absent));
        IsRefused(() => TensorFactory<T>.Zeros([2], device: absent));
        IsRefused(() => TensorFactory<T>.Rand([2], device: absent));
        IsRefused(() => TensorFactory<T>.Randn([2], device: absent));
        IsRefused(() => TensorFactory<T>.Arange(3, device: absent));
        IsRefused(() => TensorFactory<T>.Linspace(0, 1, 3, device: absent));
        IsRefused(() => TensorFactory<T>.Eye(3, device: absent));
        IsRefused(() => Zeros(2).To(absent));
        IsRefused(() => Zeros(2).Cuda(99));
    }

    [TestMethod]
    public void Auto_is_a_device_that_is_there()
    {
        foreach (var made in Everything(Device.Auto))
        {
            Assert.AreNotEqual(DeviceType.Auto, made.Device.Type);
            Assert.AreEqual(made.Device, made.To(made.Device).Device);
            Assert.AreEqual(made.Device, made.Cpu().To(Device.Auto).Device);
        }
    }

    [TestMethod]
    public void A_tensor_that_is_there_already_is_itself()
    {
        var x = TensorFactory<T>.Ones([2], device: Device.Cpu);
        Assert.AreSame(x, x.Cpu());
        Assert.AreSame(x, x.To(Device.Cpu));
        var y = TensorFactory<T>.Ones([2], device: Device.Auto);
        Assert.AreSame(y, y.To(Device.Auto));
        Assert.AreSame(y, y.To(y.Device));
    }

    [TestMethod]
    public void The_gradient_comes_back_to_the_leafs_device()
    {
        var x = TensorFactory<T>.Tensor([1.0, 2.0], device: Device.Cpu, requiresGrad: true);
        var y = x.To(Device.Auto).Pow(2).Sum();
        y.Backward();

        Assert.AreEqual(Device.Cpu, x.Grad!.Device);
        CollectionAssert.AreEqual(new[] { 2f, 4f }, x.Grad.ToArray<float>());
    }

    [TestMethod]
    public void Tensors_are_made_on_the_default_device_unless_another_is_given()
    {
        OnDevice(Device.Cuda(99), () =>
        {
            IsRefused(() => TensorFactory<T>.Tensor(1.0));
            IsRefused(() => TensorFactory<T>.Tensor([1.0, 2.0]));
            IsRefused(() => TensorFactory<T>.Zeros(2));
            IsRefused(() => TensorFactory<T>.Ones([2L], DType.Float64));
            IsRefused(() => TensorFactory<T>.Rand(2));
            IsRefused(() => TensorFactory<T>.Randn(2));
            IsRefused(() => TensorFactory<T>.Arange(3));
            IsRefused(() => TensorFactory<T>.Linspace(0, 1, 3));
            IsRefused(() => TensorFactory<T>.Eye(3));
            var onCpu = Everything(Device.Cpu);
            Assert.IsTrue(Array.TrueForAll(onCpu, made => made.Device == Device.Cpu && (made + made).Device == Device.Cpu));
        });
        OnDevice(Device.Auto, () => Assert.AreNotEqual(DeviceType.Auto, TensorFactory<T>.Zeros(2).Device.Type));
    }

    [TestMethod]
    public void The_default_device_is_the_threads_own()
    {
        OnDevice(Device.Auto, () =>
        {
            Device? elsewhere = null;
            var thread = new Thread(() => elsewhere = TensorFactory<T>.DefaultDevice);
            thread.Start();
            thread.Join();
            Assert.AreEqual(Device.Cpu, elsewhere);
            Assert.AreEqual(Device.Auto, TensorFactory<T>.DefaultDevice);
        });
        Assert.Throws<ArgumentNullException>(() => TensorFactory<T>.DefaultDevice = null!);
    }

    [TestMethod]
    public void No_device_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => Zeros(2).To((Device)null!));
        Assert.Throws<ArgumentNullException>(() => T.Full([2], 1, DType.Float32, null!, requiresGrad: false));
        Assert.Throws<ArgumentNullException>(() => T.FromArray<double>([1], [1], DType.Float32, null!, requiresGrad: false));
    }

    private static T[] Everything(Device device) =>
    [
        TensorFactory<T>.Tensor(1.0, device: device), TensorFactory<T>.Tensor([1.0, 2.0], device: device),
        TensorFactory<T>.Zeros([2], device: device), TensorFactory<T>.Ones([2], device: device), TensorFactory<T>.Full([2], 3, device: device),
        TensorFactory<T>.Rand([2], device: device), TensorFactory<T>.Randn([2], device: device), TensorFactory<T>.Arange(3, device: device),
        TensorFactory<T>.Linspace(0, 1, 3, device: device), TensorFactory<T>.Eye(3, device: device),
    ];

    private static void OnDevice(Device device, Action run)
    {
        var before = TensorFactory<T>.DefaultDevice;
        TensorFactory<T>.DefaultDevice = device;
        try
        {
            run();
        }
        finally
        {
            TensorFactory<T>.DefaultDevice = before;
        }
    }

    private static void IsRefused(Func<object?> make)
        => Assert.IsInstanceOfType<ITorchException>(Assert.Throws<Exception>(() => { make(); }));
}
