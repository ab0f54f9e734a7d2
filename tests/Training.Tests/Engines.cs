namespace TwinGrad.Tests;

// Each of the tests runs on both engines.

[TestClass]
public sealed class WrapperOptimizerTests : OptimizerSemantics<Tensor>;

[TestClass]
public sealed class ReferenceOptimizerTests : OptimizerSemantics<Reference.Tensor>;

[TestClass]
public sealed class WrapperModuleTests : ModuleSemantics<Tensor>;

[TestClass]
public sealed class ReferenceModuleTests : ModuleSemantics<Reference.Tensor>;
