namespace TwinGrad.Tests;

// Each of the tests runs on both engines.

[TestClass]
public sealed class WrapperModuleStateTests : ModuleStateSemantics<Tensor>;

[TestClass]
public sealed class ReferenceModuleStateTests : ModuleStateSemantics<Reference.Tensor>;

[TestClass]
public sealed class WrapperModuleMoveTests : ModuleMoveSemantics<Tensor>;

[TestClass]
public sealed class ReferenceModuleMoveTests : ModuleMoveSemantics<Reference.Tensor>;

[TestClass]
public sealed class WrapperDropoutTests : DropoutSemantics<Tensor>;

[TestClass]
public sealed class ReferenceDropoutTests : DropoutSemantics<Reference.Tensor>;
