namespace TwinGrad.Tests;

// Each of the tests runs on both engines.

[TestClass]
public sealed class WrapperTrainerTests : TrainerSemantics<Tensor>;

[TestClass]
public sealed class ReferenceTrainerTests : TrainerSemantics<Reference.Tensor>;

[TestClass]
public sealed class WrapperTrainerCheckpointTests : TrainerCheckpointSemantics<Tensor>;

[TestClass]
public sealed class ReferenceTrainerCheckpointTests : TrainerCheckpointSemantics<Reference.Tensor>;
