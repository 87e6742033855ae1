using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Answers.Tests;

/// <summary>Whatever is typed or pasted, the engine gives an outcome that holds together, always the same.</summary>
public sealed class AskingAnything
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly string[] Scraps =
    [
        "lighthouse", "What is a ", "{place}", "{", "}", "{}", "Saltmouth", "1900", "0000", "9999", "\u0000", "\u0007", "\r\n", "\t", "\u200b", "\u200e", "\u202e",
        "\u2066", "\ufeff", "\u0301", "😀", "👩‍⚕️", "\ud83d", "\ude00", "ｌｉｇｈｔ", "liɡhthоuse", "'", "’s", "£", "%", "a", "ß", "İ", "ǆ", "ﬁ", "中文", "ہے", "שלום",
        "' or 1=1 --", "<script>", "%s%n", "../../", "-", "_", ".", "?", "how many", "and", "it",
    ];

    [Fact]
    public void AnyText_HasAnOutcome() => Prop.ForAll<string?>(text => HoldsTogether(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyMixtureOfScraps_HasAnOutcome() => Prop.ForAll(
        Gen.Elements(Scraps).ListOf().Select(parts => string.Concat(parts)).ToArbitrary(), HoldsTogether).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyTwoTurns_HaveAnOutcome() => Prop.ForAll(
        Gen.Elements(Scraps).ListOf().Two().ToArbitrary(),
        turns =>
        {
            var last = AnswerEngine.Remember(SmallBase.Engine.Ask(string.Concat(turns.Item1)));
            return IsWhole(SmallBase.Engine.Ask(string.Concat(turns.Item2), last));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a")]
    [InlineData("lighthouse ")]
    [InlineData("liɡhthоuse")]
    [InlineData("{place}")]
    [InlineData("{")]
    [InlineData("'")]
    [InlineData("x'y")]
    [InlineData("\u0301")]
    [InlineData("😀")]
    [InlineData("\ud83d")]
    [InlineData("how many ships in 1900 ")]
    public async Task AMegabyte_IsReadToItsEnd(string part)
    {
        var text = new StringBuilder().Insert(0, part, 1_000_000 / part.Length).ToString();

        // Where the time grew with the square of the size it would take a quarter of an hour.
        Assert.True(await Task.Run(() => HoldsTogether(text), Ct).WaitAsync(TimeSpan.FromMinutes(1), Ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200b\u200e\u202e\ufeff")]
    [InlineData("😀😀😀")]
    [InlineData("?!…")]
    [InlineData("中文问题")]
    public void ATextWithoutWords_IsNotAnswered(string text) => Assert.IsType<NoAnswer>(SmallBase.Engine.Ask(text));

    [Theory]
    [InlineData("What is a lighthouse?")]
    [InlineData("WHAT IS A LIGHTHOUSE")]
    [InlineData("What is a l\u200bight\u00adhouse?")]
    [InlineData("\u202eWhat\u202c is a \u2066lighthouse\u2069?")]
    [InlineData("Wh\u0430t is \u0430 lighth\u043euse?")]
    [InlineData("Ｗｈａｔ ｉｓ ａ ｌｉｇｈｔｈｏｕｓｅ？")]
    [InlineData("What is a líghthouse? 😀")]
    [InlineData("What\tis\r\na lighthouse\u0000?")]
    [InlineData("what is a lihgthouse")]
    [InlineData("what is a lighthuose")]
    public void DisguisesAndSlips_AreSeenThrough(string text) => Assert.Equal("lighthouse", SmallBase.Answer(text));

    [Fact]
    public void ManyThreads_GetWhatOneGets()
    {
        string[] questions = [.. SmallBase.Source.Entries.SelectMany(e => e.Questions), .. SmallBase.Source.Strangers.SelectMany(s => s.Questions)];
        string[] alone = [.. questions.Select(q => SmallBase.Words(SmallBase.Engine.Ask(q)))];

        string[] together = [.. questions.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(q => SmallBase.Words(SmallBase.Engine.Ask(q)))];

        Assert.Equal(alone, together);
    }

    private static bool HoldsTogether(string text)
    {
        var outcome = SmallBase.Engine.Ask(text);
        return IsWhole(outcome) && SmallBase.Words(outcome) == SmallBase.Words(SmallBase.Engine.Ask(text));
    }

    private static bool IsWhole(Outcome outcome)
    {
        var ids = outcome switch { Answered a => [a.EntryId], Unsure u => u.EntryIds, _ => [] };
        var chance = outcome switch { Answered a => a.Confidence, Unsure u => u.Confidence, NoAnswer n => n.Confidence, _ => -1 };
        return ids.All(id => SmallBase.Source.Entries.Any(e => e.Id == id))
            && outcome is not Unsure { EntryIds.Count: < 2 or > 3 }
            && chance is >= 0 and <= 1
            && outcome.Reasons.Nearest.All(n => n.Share is >= 0 and <= 1)
            && outcome.Reasons.Nearest.Select(n => n.Share).SequenceEqual(outcome.Reasons.Nearest.Select(n => n.Share).OrderDescending())
            && outcome.Reasons.Question.Text.Length <= 4_000
            && !double.IsNaN(outcome.Reasons.Score);
    }
}
