namespace TwinGrad.Tests;

[TestClass]
public sealed class WrapperRandomStateTests : RandomStateSemantics<Tensor>;

[TestClass]
public sealed class ReferenceRandomStateTests : RandomStateSemantics<Reference.Tensor>;
