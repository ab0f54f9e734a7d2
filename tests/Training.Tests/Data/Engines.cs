namespace TwinGrad.Tests;

[TestClass]
public sealed class WrapperDataLoaderTests : DataLoaderSemantics<Tensor>;

[TestClass]
public sealed class ReferenceDataLoaderTests : DataLoaderSemantics<Reference.Tensor>;

[TestClass]
public sealed class WrapperDatasetsTests : DatasetsSemantics<Tensor>;

[TestClass]
public sealed class ReferenceDatasetsTests : DatasetsSemantics<Reference.Tensor>;

[TestClass]
public sealed class WrapperDatasetTests : DatasetSemantics<Tensor>;

[TestClass]
public sealed class ReferenceDatasetTests : DatasetSemantics<Reference.Tensor>;

[TestClass]
public sealed class WrapperStandardScalerTests : StandardScalerSemantics<Tensor>;

[TestClass]
public sealed class ReferenceStandardScalerTests : StandardScalerSemantics<Reference.Tensor>;

[TestClass]
public sealed class WrapperFileTests : FileSemantics<Tensor>;

[TestClass]
public sealed class ReferenceFileTests : FileSemantics<Reference.Tensor>;
