namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Flip([Shape(2, 3, 4)] T x) => x.Flip(0, -1);

    [Op]
    private static T Flip_NoDims([Shape(2, 3), Shape()] T x) => x.Flip();

    [Op(Fails = true)]
    private static T Flip_SameDimTwice([Shape(3, 4)] T x) => x.Flip(0, -2);

    [Op]
    private static T Rot90([Shape(2, 3), Shape(2, 3, 2), Shape(0, 2)] T x) => x.Rot90(1);

    [Op]
    private static T Rot90_By2([Shape(3, 4)] T x) => x.Rot90(2);

    [Op]
    private static T Rot90_By3([Shape(2, 3), Shape(2, 3, 2), Shape(0, 2)] T x) => x.Rot90(3);

    [Op]
    private static T Rot90_By4([Shape(3, 4)] T x) => x.Rot90(4);

    [Op]
    private static T Rot90_Back1([Shape(3, 4)] T x) => x.Rot90(-1);

    [Op]
    private static T Rot90_Dims([Shape(2, 3, 4)] T x) => x.Rot90(5, [-1, 0]);

    [Op(Fails = true)]
    private static T Rot90_OfAVector([Shape(5)] T x) => x.Rot90();

    [Op(Fails = true)]
    private static T Rot90_SameDimTwice([Shape(3, 4)] T x) => x.Rot90(1, [1, -1]);

    [Op(Fails = true)]
    private static T Rot90_OneDim([Shape(3, 4)] T x) => x.Rot90(1, [1]);

    [Op(Fails = true)]
    private static T Rot90_OutOfRange([Shape(3, 4)] T x) => x.Rot90(1, [0, 2]);

    [Op]
    private static T Roll([Shape(2, 3), Shape(0), Shape()] T x) => x.Roll(5);

    [Op]
    private static T Roll_Dims([Shape(2, 3, 4)] T x) => x.Roll([-1, 2], [1, 0]);

    [Op(Fails = true)]
    private static T Roll_CountsDiffer([Shape(3, 4)] T x) => x.Roll([1, 2], [0]);

    [Op]
    private static T Repeat([Shape(2, 3), Shape(3), Shape(0, 1)] T x) => x.Repeat(2, 1, 3);

    [Op]
    private static T Repeat_NoTimes([Shape(2, 3)] T x) => x.Repeat(0, 2);

    [Op(Fails = true)]
    private static T Repeat_TooFew([Shape(3, 4)] T x) => x.Repeat(2);

    [Op]
    private static T Repeat_AsTile([Shape(2, 1, 3)] T x) => x.Tile(2, 2);

    [Op]
    private static T Unfold([Shape(3, 5)] T x) => x.Unfold(1, 3, 2);

    [Op]
    private static T Unfold_Overlapping([Shape(5)] T x) => x.Unfold(0, 3, 1);

    [Op]
    private static T Unfold_Of0Dim([Shape()] T x) => x.Unfold(0, 1, 1);

    [Op(Fails = true)]
    private static T Unfold_TooLong([Shape(5)] T x) => x.Unfold(0, 6, 1);

    [Op(Fails = true)]
    private static T Unfold_StepOfZero([Shape(5)] T x) => x.Unfold(0, 2, 0);

    [Op]
    private static T Tril([Shape(3, 4), Shape(2, 4, 3), Shape(0, 3)] T x) => x.Tril(1);

    [Op]
    private static T Tril_Below([Shape(3, 4)] T x) => x.Tril(-1);

    [Op(Fails = true)]
    private static T Tril_OfAVector([Shape(5)] T x) => x.Tril();

    [Op(SameAs = nameof(Tril_Main))]
    private static T Tril_([Shape(3, 4)] T x) => (x * 1).Tril_();

    [Op]
    private static T Tril_Main([Shape(3, 4)] T x) => x.Tril();

    [Op]
    private static T Triu([Shape(3, 4), Shape(2, 4, 3), Shape(0, 3)] T x) => x.Triu(1);

    [Op]
    private static T Triu_Below([Shape(3, 4)] T x) => x.Triu(-1);

    [Op(Fails = true)]
    private static T Triu_OfAVector([Shape(5)] T x) => x.Triu();

    [Op(SameAs = nameof(Triu_Main))]
    private static T Triu_([Shape(3, 4)] T x) => (x * 1).Triu_();

    [Op]
    private static T Triu_Main([Shape(3, 4)] T x) => x.Triu();

    [Op(StridedSkip = "libtorch's copy keeps the layout of its memory")]
    private static T Clone_RepeatInterleave([Shape(2, 3)] T x) => x.RepeatInterleave(2, -1);

    [Op]
    private static T Clone_RepeatInterleaveOfAll([Shape(2, 3), Shape()] T x) => x.RepeatInterleave(3);

    [Op]
    private static T IndexSelect_RepeatInterleave([Shape(2, 3, 4)] T x) => x.RepeatInterleave(Index([3], 0, 2, 1), 1);

    [Op]
    private static T IndexSelect_RepeatInterleaveByOne([Shape(2, 3), Shape()] T x) => x.RepeatInterleave(Index([], 2));

    [Op(Fails = true)]
    private static T IndexSelect_RepeatInterleaveCountsDiffer([Shape(2, 3, 4)] T x) => x.RepeatInterleave(Index([2], 1, 2), 1);

    [Op(Fails = true)]
    private static T IndexSelect_RepeatInterleaveNegative([Shape(5)] T x) => x.RepeatInterleave(Index([1], -1), 0);

    [Op]
    private static T Permute_Movedim([Shape(2, 3, 4)] T x) => x.Movedim([0, 1], [2, 0]);

    [Op]
    private static T Flip_Fliplr([Shape(3, 4)] T x) => x.Fliplr();

    [Op]
    private static T Flip_Flipud([Shape(5)] T x) => x.Flipud();
}
