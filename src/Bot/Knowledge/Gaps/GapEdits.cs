using System.Globalization;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Checks;
using Bot.Knowledge.Drafts;
using Bot.Storage;

namespace Bot.Knowledge.Gaps;

/// <summary>What an editor makes of a group: wordings of an article, an article of its own, questions that are not ours, or nothing. Each comes back with what is wrong, in words, or null.</summary>
public sealed class GapEdits(ArticleEdits edits, SettledGaps settled, TimeProvider time)
{
    // A kind of strangers of its own: what people really ask, and the guide does not answer.
    private const string Strangers = "asked";

    /// <summary>The wordings lead to an article; the first of them joins the question set.</summary>
    public Task<string?> AddWordingsAsync(GapGroup group, IReadOnlyList<GapWording> chosen, string articleId, Editor editor, CancellationToken ct) =>
        DraftAsync(group, chosen, editor, content => AddAll(content, chosen, articleId, keepFirst: true), ct);

    /// <summary>The question gets an article of its own, not verified, and with no fact but those that the editor wrote. Its question is in the question set by itself.</summary>
    public Task<string?> AddArticleAsync(GapGroup group, IReadOnlyList<GapWording> chosen, NewArticle words, Editor editor, CancellationToken ct) => DraftAsync(group, chosen, editor, content =>
    {
        var article = words.Make(content.Articles, group.Nearest, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        if (content.AddArticle(article) is { } wrong) return wrong;
        var more = chosen.Where(wording => CompetingWordings.KeyOf(wording.Text) != CompetingWordings.KeyOf(article.Question)).ToArray();
        return more.Length == 0 ? null : AddAll(content, more, article.Id, keepFirst: false);
    }, ct);

    /// <summary>The wordings become strangers that are recognised; the first of them is kept as one that has to be refused.</summary>
    public Task<string?> AddStrangersAsync(GapGroup group, IReadOnlyList<GapWording> chosen, Editor editor, CancellationToken ct) => DraftAsync(group, chosen, editor, content =>
        First(chosen.Select(wording => content.AddStranger(Strangers, wording.Text)).ToArray()) ?? Kept(content, chosen[0], KeptQuestions.Refused), ct);

    /// <summary>Nothing is to be done; these wordings do not come back.</summary>
    public async Task<string?> DismissAsync(GapGroup group, Editor editor, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(editor.Why)) return ArticleEdits.NoReason;
        await SettleAsync("gap dismissed", group, group.Wordings, forGood: true, editor, ct);
        return null;
    }

    /// <summary>"Asked 7 times from 3 to 20 November 2026", for reasons and cards.</summary>
    public static string Times(GapGroup group)
    {
        var times = group.Asked == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{group.Asked:N0} times");
        return group.First == group.Last ? $"Asked {times}, on {Day(group.Last)}" : $"Asked {times}, from {Day(group.First)} to {Day(group.Last)}";
    }

    private async Task<string?> DraftAsync(GapGroup group, IReadOnlyList<GapWording> chosen, Editor editor, Func<EditedContent, string?> edit, CancellationToken ct)
    {
        if (chosen.Count == 0) return "Choose at least one wording.";
        if (string.IsNullOrWhiteSpace(editor.Why)) return ArticleEdits.NoReason;
        if (await edits.EditAsync(edit, editor with { Why = $"{editor.Why} (gap board: {Times(group)})" }, ct) is { } refusal) return refusal;
        await SettleAsync("gap drafted", group, chosen, forGood: false, editor, ct);
        return null;
    }

    // The audit log is kept for good, and what people typed is not: so it names the group by its digest.
    private Task SettleAsync(string action, GapGroup group, IReadOnlyList<GapWording> wordings, bool forGood, Editor editor, CancellationToken ct) => settled.SettleAsync(
        [.. wordings.Select(wording => wording.Id)], forGood,
        new AuditEntry { At = time.GetUtcNow(), Who = editor.Who, Action = action, What = $"gap {group.Id}", Why = $"{editor.Why} ({Times(group)})" }, ct);

    // What cannot be added (a wording that begins with personal details, or belongs elsewhere) keeps nothing else out.
    private static string? AddAll(EditedContent content, IReadOnlyList<GapWording> chosen, string articleId, bool keepFirst)
    {
        var refusals = chosen.Select(wording => content.AddAlternate(articleId, wording.Text)).ToArray();
        if (First(refusals) is { } refusal) return refusal;
        return keepFirst ? Kept(content, chosen[Array.IndexOf(refusals, null)], articleId) : null;
    }

    /// <returns>The first refusal where all were refused.</returns>
    private static string? First(string?[] refusals) => Array.Exists(refusals, refusal => refusal is null) ? null : refusals.FirstOrDefault();

    // That it is in the question set already bars nothing.
    private static string? Kept(EditedContent content, GapWording wording, string expected)
    {
        _ = content.KeepQuestion(wording.Text, expected);
        return null;
    }

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
