using System.Numerics;

namespace TwinGrad.Reference;

/// <summary>A function of one element: the plain rule, and beside it faster forms of it.</summary>
internal interface IUnary
{
    double Of(double x);

    /// <summary>The same of several elements at once.</summary>
    Vector<double> Of(Vector<double> x);

    /// <summary>What the operation's rule makes of a gradient, where all are numbers and nothing is recorded.</summary>
    double Gradient(double g, NumberNode n);
}

/// <summary>A function of two elements: the plain rule, and beside it faster forms of it.</summary>
internal interface IBinary
{
    double Of(double x, double y);

    /// <summary>The same of several pairs at once.</summary>
    Vector<double> Of(Vector<double> x, Vector<double> y);
}

/// <summary>A function of two elements that is an operation of its own, with what its rules make of numbers.</summary>
internal interface IBinaryOperation : IBinary
{
    /// <summary>What the operation's rule for x makes of a gradient, where all are numbers and nothing is recorded.</summary>
    double GradientOfX(double g, NumberNode n);

    /// <summary>What the operation's rule for y makes of one.</summary>
    double GradientOfY(double g, NumberNode n);
}
