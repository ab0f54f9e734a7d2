using System.Reflection;

namespace TwinGrad.Tests;

/// <summary>Runs the tests of a class once more, with the tensors that they make on another device.</summary>
/// <param name="device">Where the tensors are made for which the tests give no device.</param>
/// <param name="exceptions">Tests that are not run, as <c>Class.Method</c>, each with the reason.</param>
internal sealed class DeviceRun(Device device, IReadOnlyDictionary<string, string> exceptions)
{
    // That of a program's first thread.
    private const int StackSize = 8 * 1024 * 1024;

    /// <summary>How many tests ran.</summary>
    internal int Count { get; private set; }

    /// <summary>The classes of an assembly that hold libtorch to what both engines are held to.</summary>
    internal static IReadOnlyList<Type> Classes(Assembly assembly)
        => [.. assembly.GetTypes().Where(type => !type.IsAbstract && type.IsDefined(typeof(TestClassAttribute)) && type.IsSubclassOf(typeof(EngineTests<Tensor>)))
            .OrderBy(type => type.Name, StringComparer.Ordinal)];

    /// <summary>What failed, a line a test.</summary>
    internal IReadOnlyList<string> Failures(Type tests)
    {
        var failures = new List<string>();
        foreach (var method in tests.GetMethods().Where(method => method.IsDefined(typeof(TestMethodAttribute))).OrderBy(method => method.Name, StringComparer.Ordinal))
        {
            if (exceptions.ContainsKey($"{tests.Name}.{method.Name}"))
                continue;
            foreach (var arguments in Rows(method))
                if (Failure(tests, method, arguments) is { } failure)
                    failures.Add($"{method.Name}({string.Join(", ", arguments ?? [])}): {failure}");
            if (CudaDevice.Unusable(device) is { } problem)
                return [.. failures, $"{method.Name} left {device} in a state in which nothing runs on it, and the tests after it did not run: {problem}"];
        }
        return failures;
    }

    /// <summary>What a test fails with; null where it passes, or says that it does not apply.</summary>
    /// <remarks>Each has a thread of its own: one that fails may leave modes behind, which are a thread's.</remarks>
    private string? Failure(Type tests, MethodInfo method, object?[]? arguments)
    {
        Count++;
        string? failure = null;
        var thread = new Thread(() => failure = Here(tests, method, arguments), StackSize);
        thread.Start();
        thread.Join();
        return failure;
    }

    private string? Here(Type tests, MethodInfo method, object?[]? arguments)
    {
        Torch.DefaultDevice = device;
        try
        {
            var test = Activator.CreateInstance(tests)!;
            Call(test, method, arguments);
            foreach (var cleanup in tests.GetMethods().Where(other => other.IsDefined(typeof(TestCleanupAttribute))))
                Call(test, cleanup, null);
            return null;
        }
        catch (AssertInconclusiveException)
        {
            return null;
        }
        catch (Exception failure)
        {
            return $"{failure.GetType().Name}: {failure.Message}";
        }
    }

    private static void Call(object test, MethodInfo method, object?[]? arguments)
    {
        if (method.Invoke(test, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null) is Task task)
            task.GetAwaiter().GetResult();
    }

    /// <summary>The arguments of each call of a test.</summary>
    private static object?[]?[] Rows(MethodInfo method)
    {
        object?[]?[] rows = [.. method.GetCustomAttributes().OfType<ITestDataSource>().SelectMany(source => source.GetData(method))];
        return rows.Length > 0 ? rows : [null];
    }
}
