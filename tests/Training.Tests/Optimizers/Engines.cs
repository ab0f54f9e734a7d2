namespace TwinGrad.Tests;

// Each of the tests runs on both engines.

[TestClass]
public sealed class WrapperTrajectoryTests : TrajectorySemantics<Tensor>;

[TestClass]
public sealed class ReferenceTrajectoryTests : TrajectorySemantics<Reference.Tensor>;
