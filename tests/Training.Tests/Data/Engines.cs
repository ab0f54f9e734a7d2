namespace TwinGrad.Tests;

[TestClass]
public sealed class WrapperDataLoaderTests : DataLoaderSemantics<Tensor>;

[TestClass]
public sealed class ReferenceDataLoaderTests : DataLoaderSemantics<Reference.Tensor>;

[TestClass]
public sealed class WrapperDatasetsTests : DatasetsSemantics<Tensor>;

[TestClass]
public sealed class ReferenceDatasetsTests : DatasetsSemantics<Reference.Tensor>;
