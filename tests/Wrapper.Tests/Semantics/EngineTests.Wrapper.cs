namespace TwinGrad.Tests;

// The tests are in tests/Shared, written once for both engines: here they run on the wrapper.

[TestClass]
public sealed class AccumulationTests : AccumulationSemantics<Tensor>;

[TestClass]
public sealed class GraphTests : GraphSemantics<Tensor>;

[TestClass]
public sealed class GradModeTests : GradModeSemantics<Tensor>;

[TestClass]
public sealed class InPlaceTests : InPlaceSemantics<Tensor>;

[TestClass]
public sealed class ViewTests : ViewSemantics<Tensor>;

[TestClass]
public sealed class CompoundOperatorTests : CompoundOperatorSemantics<Tensor>;

[TestClass]
public sealed class DTypeTests : DTypeSemantics<Tensor>;

[TestClass]
public sealed class ElementwiseTests : ElementwiseSemantics<Tensor>;

[TestClass]
public sealed class IndexingTests : IndexingSemantics<Tensor>;

[TestClass]
public sealed class ShapeTests : ShapeSemantics<Tensor>;

[TestClass]
public sealed class MatMulTests : MatMulSemantics<Tensor>;

[TestClass]
public sealed class ReductionTests : ReductionSemantics<Tensor>;

[TestClass]
public sealed class RoundingTests : RoundingSemantics<Tensor>;

[TestClass]
public sealed class LossTests : LossSemantics<Tensor>;

[TestClass]
public sealed class RecordedMessagesTests : RecordedMessages<Tensor>;

[TestClass]
public sealed class RecordedNodesTests : RecordedNodes<Tensor>;
