namespace TwinGrad.Tests;

// Each engine's test project compiles this file, with its own tensor under the name Tensor.

[TestClass]
public sealed class AccumulationTests : AccumulationSemantics<Tensor>;

[TestClass]
public sealed class GraphTests : GraphSemantics<Tensor>;

[TestClass]
public sealed class GraphPictureTests : GraphPictureSemantics<Tensor>;

[TestClass]
public sealed class GraphResultsTests : GraphResultsSemantics<Tensor>;

[TestClass]
public sealed class NodeTests : NodeSemantics<Tensor>;

[TestClass]
public sealed class CallSiteTests : CallSiteSemantics<Tensor>;

[TestClass]
public sealed class RecordedPassTests : RecordedPassSemantics<Tensor>;

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
public sealed class DeviceTests : DeviceSemantics<Tensor>;

[TestClass]
public sealed class ElementwiseTests : ElementwiseSemantics<Tensor>;

[TestClass]
public sealed class IndexingTests : IndexingSemantics<Tensor>;

[TestClass]
public sealed class GatheringTests : GatheringSemantics<Tensor>;

[TestClass]
public sealed class SortingTests : SortingSemantics<Tensor>;

[TestClass]
public sealed class TensorIndexingTests : TensorIndexingSemantics<Tensor>;

[TestClass]
public sealed class ShapeTests : ShapeSemantics<Tensor>;

[TestClass]
public sealed class JoiningTests : JoiningSemantics<Tensor>;

[TestClass]
public sealed class SplittingTests : SplittingSemantics<Tensor>;

[TestClass]
public sealed class ArrangementTests : ArrangementSemantics<Tensor>;

[TestClass]
public sealed class MatMulTests : MatMulSemantics<Tensor>;

[TestClass]
public sealed class ReductionTests : ReductionSemantics<Tensor>;

[TestClass]
public sealed class RoundingTests : RoundingSemantics<Tensor>;

[TestClass]
public sealed class LossTests : LossSemantics<Tensor>;

[TestClass]
public sealed class DropoutTests : DropoutSemantics<Tensor>;

[TestClass]
public sealed class GradTests : GradSemantics<Tensor>;

[TestClass]
public sealed class FunctionalTests : FunctionalSemantics<Tensor>;

[TestClass]
public sealed class InferenceModeTests : InferenceModeSemantics<Tensor>;

[TestClass]
public sealed class TextTests : TextSemantics<Tensor>;

[TestClass]
public sealed class ConversionTests : ConversionSemantics<Tensor>
{
    protected override double ToDouble(Tensor x) => (double)x;

    protected override long ToInt64(Tensor x) => (long)x;

    protected override int ToInt32(Tensor x) => (int)x;

    protected override bool ToBoolean(Tensor x) => (bool)x;
}

[TestClass]
public sealed class ThreadTests : ThreadSemantics<Tensor>;

[TestClass]
public sealed class HookTests : HookSemantics<Tensor>;

[TestClass]
public sealed class HookFaultTests : HookFaultSemantics<Tensor>;

[TestClass]
public sealed class FunctionTests : FunctionSemantics<Tensor>;

[TestClass]
public sealed class FunctionFaultTests : FunctionFaultSemantics<Tensor>;

[TestClass]
public sealed class AnomalyTests : AnomalySemantics<Tensor>;

[TestClass]
public sealed class AnomalyPassTests : AnomalyPassSemantics<Tensor>;

[TestClass]
public sealed class AnomalyBlameTests : AnomalyBlameSemantics<Tensor>;
