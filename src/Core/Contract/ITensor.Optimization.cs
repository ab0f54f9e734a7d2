namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>Whether a kernel of the engine's steps such a parameter; what none does is stepped by the rule, out of operators.</summary>
    /// <param name="parameter">What is to be stepped.</param>
    /// <param name="beside">Its gradient and what is remembered of it.</param>
    /// <remarks>An engine of one's own that has no such kernels need not know of them.</remarks>
    internal static virtual bool Fuses(T parameter, ReadOnlySpan<T> beside) => false;

    /// <summary>Steps parameters by Adam's rule, all of them at once.</summary>
    internal static virtual void FusedAdam_(FusedAdamStep<T> step) => throw new NotSupportedException();

    /// <summary>Steps parameters by the rule of gradient descent with momentum, all of them at once.</summary>
    internal static virtual void FusedSgd_(FusedSgdStep<T> step) => throw new NotSupportedException();
}
