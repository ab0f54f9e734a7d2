namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Cat(ReadOnlySpan<Tensor> tensors, int dim)
    {
        var place = Check.Cat(tensors, dim);
        var parts = tensors.ToArray();
        var starts = new long[parts.Length];
        var length = 0L;
        for (var i = 0; i < parts.Length; i++)
        {
            starts[i] = length;
            length += Layout.IsLegacyEmpty(parts[i].Shape) ? 0 : parts[i].Shape[place];
        }
        var like = Array.Find(parts, part => !Layout.IsLegacyEmpty(part.Shape)) ?? parts[0];
        return Join(
            "CatBackward0", parts, With(like.Shape, place, length), Promotion.OfAll(tensors),
            (whole, i) => Layout.IsLegacyEmpty(parts[i].Shape)
                ? Slice(whole, place, 0, 0, 1).Reshape(0)
                : Slice(whole, place, starts[i], starts[i] + parts[i].Shape[place], 1));
    }

    /// <inheritdoc/>
    public static Tensor Stack(ReadOnlySpan<Tensor> tensors, int dim)
    {
        var place = Check.Stack(tensors, dim);
        var shape = tensors[0].Shape.ToList();
        shape.Insert(place, tensors.Length);
        return Join("StackBackward0", tensors.ToArray(), [.. shape], Promotion.OfAll(tensors), (whole, i) => Select(whole, place, i));
    }

    /// <inheritdoc/>
    public static Tensor BlockDiag(ReadOnlySpan<Tensor> tensors)
    {
        Check.BlockDiag(tensors);
        var parts = tensors.ToArray();
        // Of nothing one empty row is made.
        if (parts.Length == 0)
            return new([], [1, 0], DType.Float32);
        var corners = new (long Row, long Column)[parts.Length];
        var (rows, columns) = (0L, 0L);
        for (var i = 0; i < parts.Length; i++)
        {
            corners[i] = (rows, columns);
            rows += parts[i].Dim == 2 ? parts[i].Shape[0] : 1;
            columns += parts[i].Dim >= 1 ? parts[i].Shape[-1] : 1;
        }
        return Join("BlockDiagBackward0", parts, [rows, columns], Promotion.OfAll(tensors), (whole, i) =>
        {
            var (row, column) = corners[i];
            return parts[i].Dim switch
            {
                0 => Select(Select(whole, 0, row), 0, column),
                1 => Slice(Select(whole, 0, row), 0, column, column + parts[i].Shape[0], 1),
                _ => Slice(Slice(whole, 0, row, row + parts[i].Shape[0], 1), 1, column, column + parts[i].Shape[1], 1),
            };
        });
    }

    /// <summary>A tensor that consists of parts, each a view of the whole: there the part is written, and there its gradient lies.</summary>
    private static Tensor Join(string name, Tensor[] parts, Shape shape, DType dtype, Func<Tensor, int, Tensor> place)
    {
        var whole = new Tensor(Strided.Allocate(Layout.Numel(shape)), shape, dtype);
        using (new GradMode<Tensor>(enabled: false))
        {
            for (var i = 0; i < parts.Length; i++)
            {
                var view = place(whole, i);
                Strided.Scatter(whole.Memory.Values, view.Shape, view.Strides, view._offset, parts[i].Read());
            }
        }
        return TapeNode.Record(name, whole, parts, [.. parts.Select((_, i) => (Vjp)((g, _) => place(g, i)))]);
    }
}
