using Answers.Ranking;
using FsCheck;
using FsCheck.Fluent;

namespace Answers.Tests.Ranking;

public sealed class ExactTests
{
    private const double Close = 1e-12;

    [Fact]
    public void Exp_IsTheExponential() => Prop.ForAll(Numbers(-700, 700), x => IsClose(Math.Exp(x), Exact.Exp(x))).QuickCheckThrowOnFailure();

    [Fact]
    public void Log_IsTheLogarithm() =>
        Prop.ForAll(Numbers(-290, 290), power => IsClose(Math.Log(Math.Pow(10, power)), Exact.Log(Math.Pow(10, power)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Log_IsExactNearOne() => Prop.ForAll(Numbers(-0.3, 0.4), x => IsClose(Math.Log(1 + x), Exact.Log(1 + x))).QuickCheckThrowOnFailure();

    // A float holds no more.
    [Fact]
    public void Tanh_IsTheTangent() => Prop.ForAll(
        Numbers(-12, 12), x => Math.Abs(Exact.Tanh((float)x) - Math.Tanh((float)x)) <= 1.2e-7 * Math.Abs(Math.Tanh((float)x))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-1_000, 0)]
    [InlineData(0, 1)]
    public void Exp_HasItsEnds(double x, double y) => Assert.Equal(y, Exact.Exp(x));

    [Fact]
    public void TheEnds_AreNumbers()
    {
        Assert.True(double.IsFinite(Exact.Exp(1_000)));
        Assert.Equal(-700, Exact.Log(0));
        Assert.Equal(-700, Exact.Log(-1));
        Assert.Equal(0, Exact.Log(1));
        Assert.Equal(1f, Exact.Tanh(20));
        Assert.Equal(-1f, Exact.Tanh(-20));
        Assert.Equal(0f, Exact.Tanh(0));
    }

    private static bool IsClose(double expected, double actual) => Math.Abs(expected - actual) <= Close * Math.Abs(expected);

    private static Arbitrary<double> Numbers(double from, double to) =>
        Gen.Choose(0, 1_000_000_000).Select(n => from + ((to - from) * n / 1_000_000_000)).ToArbitrary();
}
