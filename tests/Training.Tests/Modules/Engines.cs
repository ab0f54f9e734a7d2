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
[DoNotParallelize]
public sealed class WrapperDropoutTests : DropoutSemantics<Tensor>;

[TestClass]
[DoNotParallelize]
public sealed class ReferenceDropoutTests : DropoutSemantics<Reference.Tensor>;

[TestClass]
public sealed class WrapperSequentialTests : SequentialSemantics<Tensor>;

[TestClass]
public sealed class ReferenceSequentialTests : SequentialSemantics<Reference.Tensor>;

[TestClass]
public sealed class WrapperRecordedModuleTests : RecordedModuleSemantics<Tensor>;

[TestClass]
public sealed class ReferenceRecordedModuleTests : RecordedModuleSemantics<Reference.Tensor>;

[TestClass]
[DoNotParallelize]
public sealed class WrapperInitTests : InitSemantics<Tensor>;

[TestClass]
[DoNotParallelize]
public sealed class ReferenceInitTests : InitSemantics<Reference.Tensor>;
