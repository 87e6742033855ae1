using Answers.Deciding;

namespace Answers.Tests;

/// <summary>Where a choice is offered is found from questions with known outcome.</summary>
public sealed class OfferingAChoice
{
    private static readonly Logistic Scores = Logistic.Fit([.. Enumerable.Range(0, 400).Select(i => new Judged([i % 20], i % 20 + (i % 7) > 12, 1))]);

    [Fact]
    public void WhereACloseRunnerUpIsOftenRight_MoreIsAskedFor()
    {
        var band = Band.Fit([.. Clear(200), .. Close(60, CaseKind.Wrong), .. Close(20, CaseKind.Right)], Scores, wrongWeight: 1);

        Assert.True(band.CloseMargin > 0);
        Assert.True(band.From(0.4, 0.39) > band.From(0.9, 0.01));
    }

    [Fact]
    public void WhereTheBestIsRightHoweverClose_NoMoreIsAskedFor()
    {
        var band = Band.Fit([.. Clear(200), .. Close(5, CaseKind.Wrong), .. Close(80, CaseKind.Right)], Scores, wrongWeight: 1);

        Assert.Equal(band.AnswerFrom, band.From(0.4, 0.39));
    }

    private static IEnumerable<AskedCase> Clear(int count) => Enumerable.Range(0, count).Select(i => new AskedCase([12 + (i % 8)], CaseKind.Right, 20));

    private static IEnumerable<AskedCase> Close(int count, CaseKind kind) => Enumerable.Range(0, count).Select(i => new AskedCase([13 + (i % 3)], kind, 1.1));
}
