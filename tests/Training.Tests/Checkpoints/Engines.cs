namespace TwinGrad.Tests;

[TestClass]
public sealed class WrapperRandomStateTests : RandomStateSemantics<Tensor>;

[TestClass]
public sealed class ReferenceRandomStateTests : RandomStateSemantics<Reference.Tensor>;

[TestClass]
public sealed class WrapperSafeTensorsTests : SafeTensorsSemantics<Tensor>;

[TestClass]
public sealed class ReferenceSafeTensorsTests : SafeTensorsSemantics<Reference.Tensor>;

[TestClass]
public sealed class WrapperCheckpointFolderTests : CheckpointFolderSemantics<Tensor>;

[TestClass]
public sealed class ReferenceCheckpointFolderTests : CheckpointFolderSemantics<Reference.Tensor>;

[TestClass]
public sealed class WrapperModuleWeightsTests : ModuleWeightsSemantics<Tensor>;

[TestClass]
public sealed class ReferenceModuleWeightsTests : ModuleWeightsSemantics<Reference.Tensor>;
