namespace TwinGrad;

// Each works on a copy: a leaf that requires grad is not written in place.
internal static partial class Operators<T>
{
    [Op(SameAs = nameof(Add))]
    private static T Add_(T x, T y) => T.Add_(T.Clone(x), y);

    [Op(SameAs = nameof(Add_Number))]
    private static T Add__Number(T x) => T.Add_(T.Clone(x), 1.5);

    [Op]
    private static T Add__Alpha(T x, T y) => T.Add_(T.Clone(x), y, -2.5);

    [Op(SameAs = nameof(Lerp))]
    private static T Lerp_(T x, T end) => T.Lerp_(T.Clone(x), end, 0.3);

    [Op(SameAs = nameof(Addcmul_Fraction))]
    private static T Addcmul_(T x, T tensor1, T tensor2) => T.Addcmul_(T.Clone(x), tensor1, tensor2, -2.5);

    [Op(SameAs = nameof(Addcdiv))]
    private static T Addcdiv_(T x, T tensor1, [Domain(0.2, 3)] T tensor2) => T.Addcdiv_(T.Clone(x), tensor1, tensor2, -2.5);

    [Op(Fails = true)]
    private static T Add__ShapeTooSmall([Shape(3)] T x, [Shape(2, 3)] T y) => T.Add_(x, y);

    [Op(Fails = true)]
    private static T Add__FloatIntoInteger([Shape(3)] T x) => T.Add_(T.To(x, DType.Int64), x);

    [Op(SameAs = nameof(Sub))]
    private static T Sub_(T x, T y) => T.Sub_(T.Clone(x), y);

    [Op(SameAs = nameof(Sub_Number))]
    private static T Sub__Number(T x) => T.Sub_(T.Clone(x), 2);

    [Op(SameAs = nameof(Mul))]
    private static T Mul_(T x, T y) => T.Mul_(T.Clone(x), y);

    [Op(SameAs = nameof(Mul_Number))]
    private static T Mul__Number(T x) => T.Mul_(T.Clone(x), 3);

    [Op(SameAs = nameof(Div))]
    private static T Div_(T x, [Domain(0.2, 3)] T y) => T.Div_(T.Clone(x), y);

    [Op(SameAs = nameof(Div_Number))]
    private static T Div__Number(T x) => T.Div_(T.Clone(x), 0.7);

    [Op]
    private static T Zero_(T x) => T.Zero_(T.Clone(x));

    [Op]
    private static T Fill_(T x) => T.Fill_(T.Clone(x), 3);

    [Op]
    private static T Copy_(T x, T y) => T.Copy_(T.Clone(x), y);

    [Op(Fails = true)]
    private static T Copy__ShapeTooSmall([Shape(3)] T x, [Shape(2, 3)] T y) => T.Copy_(x, y);

    [Op(SameAs = nameof(Fill_ByTensor))]
    private static T Fill__ByTensor([Shape(2, 3), Shape()] T x, [Shape()] T value) => (x * 2).Fill_(value);

    [Op]
    private static T Fill(T x) => x.Fill(3);

    [Op]
    private static T Fill_ByTensor([Shape(2, 3), Shape()] T x, [Shape()] T value) => x.Fill(value);

    [Op(Fails = true)]
    private static T Fill_ByVector([Shape(2, 3)] T x, [Shape(1)] T value) => x.Fill(value);

    [Op]
    private static T Squeeze_([Shape(1, 3, 1), Shape(2)] T x) => (x * 1).Squeeze_(0);

    [Op]
    private static T Squeeze__All([Shape(1, 3, 1), Shape()] T x) => (x * 1).Squeeze_();

    [Op]
    private static T Unsqueeze_([Shape(2, 3), Shape()] T x) => (x * 1).Unsqueeze_(-1);

    [Op(StridedSkip = "looks at its copy as a vector")]
    private static T Mul__ThroughViews([Shape(2, 3, 4)] T x) => Written(x * 1, y =>
        {
            y[0].Mul_(y[1].Clone());
            y[.., 1].Add_(x[.., 0]);
            y[1, ^1] = x[0, 0];
            y.View(24)[TensorIndex.Slice(1, null, 5)].Div_(2);
        });

    [Op(StridedSkip = "looks at its copy as a vector")]
    private static T Mul__SeenByViews([Shape(2, 3, 4)] T x) => SeenByViews(x * 1);

    [Op]
    private static T Scatter__IntoAView([Shape(3, 4)] T x, [Shape(2)] T src) => Written(x * 1, y => y[1].Scatter_(0, Index([2], 3, 0), src));

    [Op]
    private static T IndexAdd__IntoAView([Shape(3, 4)] T x, [Shape(2)] T source) => Written(x * 1, y => y[.., 1].IndexAdd_(0, Index([2], 2, 2), source));

    [Op(Fails = true)]
    private static T Add__OnALeaf([Shape(3)] T x) => x.RequiresGrad_().Add_(1);

    private static T SeenByViews(T y)
    {
        var (part, whole) = (y[1], y.View(24));
        y[1, 0].Mul_(3);
        return part.Pow(2).Sum() + whole.Pow(3).Sum();
    }
}
