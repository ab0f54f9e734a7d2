namespace TwinGrad.Tests;

// Each of the tests runs on both engines.

[TestClass]
public sealed class WrapperTrajectoryTests : TrajectorySemantics<Tensor>;

[TestClass]
public sealed class ReferenceTrajectoryTests : TrajectorySemantics<Reference.Tensor>;

[TestClass]
public sealed class WrapperOptimizerStateTests : OptimizerStateSemantics<Tensor>;

[TestClass]
public sealed class ReferenceOptimizerStateTests : OptimizerStateSemantics<Reference.Tensor>;

[TestClass]
public sealed class WrapperLbfgsTests : LbfgsSemantics<Tensor>;

[TestClass]
public sealed class ReferenceLbfgsTests : LbfgsSemantics<Reference.Tensor>;

[TestClass]
public sealed class WrapperClipGradTests : ClipGradSemantics<Tensor>;

[TestClass]
public sealed class ReferenceClipGradTests : ClipGradSemantics<Reference.Tensor>;

[TestClass]
public sealed class WrapperConsumedGradientTests : ConsumedGradientSemantics<Tensor>;

[TestClass]
public sealed class ReferenceConsumedGradientTests : ConsumedGradientSemantics<Reference.Tensor>;

[TestClass]
public sealed class WrapperStepTests : StepSemantics<Tensor>;

[TestClass]
public sealed class ReferenceStepTests : StepSemantics<Reference.Tensor>;
