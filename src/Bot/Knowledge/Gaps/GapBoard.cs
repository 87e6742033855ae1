using Answers;
using Answers.Grouping;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Checks;
using Bot.Knowledge.Drafts;
using Bot.Storage;

namespace Bot.Knowledge.Gaps;

/// <summary>What people asked in vain, in groups that ask the same. Read anew each time: every replica sees the same.</summary>
public sealed class GapBoard(QuestionLog log, SettledGaps settled, KnowledgeStore knowledge, Drafting drafting)
{
    private const int MostQuestions = 10_000, MostAsked = 3_000, MostWordings = 600, MostNearest = 3;

    public async Task<GapList> ReadAsync(CancellationToken ct)
    {
        var snapshot = knowledge.Current;
        var open = await OpenAsync(ct);
        // Grouping takes some hundred milliseconds of one core: not on a thread that turns wait for.
        return await Task.Run(() => Group(open, snapshot), ct);
    }

    /// <returns>Null where the group is gone: dealt with, answered by now, or older than the settings allow.</returns>
    public async Task<GapGroup?> FindAsync(string id, CancellationToken ct) =>
        (await ReadAsync(ct)).Groups.FirstOrDefault(group => group.Wordings.Any(wording => wording.Id == id));

    private async Task<List<(string Id, AskedQuestion[] Asked)>> OpenAsync(CancellationToken ct)
    {
        var questions = await log.LatestAsync(MostQuestions, ct);
        var done = (await settled.ListAsync(ct)).ToDictionary(gap => gap.Wording, StringComparer.Ordinal);
        var drafted = await DraftedAsync(ct);
        return
        [
            .. questions.Where(question => !string.IsNullOrWhiteSpace(question.Text)).GroupBy(question => GapWording.IdOf(question.Text!), StringComparer.Ordinal)
                .Select(group => (Id: group.Key, Asked: group.Where(question => IsOpen(question, done.GetValueOrDefault(group.Key), drafted.Contains(group.Key))).ToArray()))
                .Where(group => group.Asked.Length > 0)
                .OrderByDescending(group => group.Asked.Length).ThenByDescending(group => group.Asked.Max(question => question.At)).ThenBy(group => group.Id, StringComparer.Ordinal)
                .Take(MostAsked),
        ];
    }

    // A question that was not answered waits until its wording is in the content. One whose answer did not help may be there already, so it waits until it was dealt with.
    private static bool IsOpen(AskedQuestion question, SettledGap? done, bool isDrafted)
    {
        if (done is { ForGood: true }) return false;
        return question.Outcome == QuestionLog.Unhelpful ? done is null || question.At > done.At : !isDrafted;
    }

    // The wordings that the next release will know, in drafts too, so that nobody does the work of another again.
    private async Task<HashSet<string>> DraftedAsync(CancellationToken ct)
    {
        var draft = await drafting.CurrentAsync(ct);
        if (draft.Rows.Count == 0) return [.. Wordings(knowledge.Current.Content.Articles), .. knowledge.Current.Content.NotOurs.SelectMany(kind => kind.Value).Select(GapWording.IdOf)];
        var strangers = ContentFolder.Groups(draft.Files, EditedContent.NotOursFile)?.SelectMany(kind => kind.Value) ?? [];
        return [.. Wordings(ContentFolder.Readable(draft.Files)), .. strangers.Select(GapWording.IdOf)];
    }

    private static IEnumerable<string> Wordings(IEnumerable<Article> articles) =>
        articles.SelectMany(article => article.Alternates.Concat(article.Variants).Prepend(article.Question)).Select(GapWording.IdOf);

    private static GapList Group(List<(string Id, AskedQuestion[] Asked)> open, KnowledgeSnapshot snapshot)
    {
        var all = open.Select(wording => (wording.Id, wording.Asked, Outcome: snapshot.Engine.Ask(wording.Asked[0].Text!)))
            .Where(wording => wording.Outcome is not Answered || wording.Asked.Any(question => question.Outcome == QuestionLog.Unhelpful)).ToArray();
        // Every one is held against every other, so the seldom asked have to wait.
        var asked = all[..Math.Min(MostWordings, all.Length)];
        var groups = QuestionGroups.Of([.. asked.Select(wording => wording.Outcome)], Known(snapshot.Content));
        return new GapList(
        [
            .. asked.Zip(groups).GroupBy(pair => pair.Second, pair => pair.First).Select(group => Of([.. group], snapshot))
                .OrderByDescending(group => group.Asked).ThenByDescending(group => group.Last).ThenBy(group => group.Id, StringComparer.Ordinal),
        ], all.Length - asked.Length);
    }

    private static GapGroup Of((string Id, AskedQuestion[] Asked, Outcome Outcome)[] members, KnowledgeSnapshot snapshot)
    {
        var wordings = members.Select(member => new GapWording(member.Id, member.Asked[0].Text!, member.Asked.Length, Day(member.Asked.Min(q => q.At)), Day(member.Asked.Max(q => q.At)))).ToArray();
        var oldest = wordings.OrderBy(wording => wording.First).ThenBy(wording => wording.Id, StringComparer.Ordinal).First();
        var shown = members.SelectMany(member => member.Asked)
            .GroupBy(question => (question.Outcome, Article: question.Outcome == QuestionLog.Unhelpful ? question.ArticleId : null))
            .Select(group => new GapShown(group.Key.Outcome, group.Key.Article, group.Count())).OrderByDescending(one => one.Times).ThenBy(one => one.Outcome, StringComparer.Ordinal);
        var nearest = members.SelectMany(member => member.Outcome.Reasons.Nearest).GroupBy(near => near.EntryId, StringComparer.Ordinal)
            .OrderByDescending(group => group.Sum(near => near.Share)).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key);
        return new GapGroup(oldest.Id, wordings, [.. shown], [.. nearest.Where(id => snapshot.Find(id) is { About: null }).Take(MostNearest)]);
    }

    private static IReadOnlyList<string> Known(Content content) =>
        [.. content.Articles.SelectMany(article => article.Alternates.Concat(article.Variants).Prepend(article.Question)), .. content.NotOurs.SelectMany(kind => kind.Value)];

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}
