using System.Collections.Concurrent;
using System.Globalization;
using Dapper;

namespace Bot.Storage;

public sealed record AskedQuestion
{
    /// <summary>Null for an answered question: then only the count is kept. Personal details are dropped before anything is stored.</summary>
    public string? Text { get; init; }

    public required string Outcome { get; init; }

    /// <summary>The nearest article, if any.</summary>
    public string? ArticleId { get; init; }

    public double? Score { get; init; }

    /// <summary>personal, groupChat or channel.</summary>
    public required string ConversationKind { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>How often questions of an outcome were asked on a day (yyyy-MM-dd, UTC).</summary>
public sealed record QuestionCount
{
    public string Day { get; init; } = "";

    public string Outcome { get; init; } = "";

    public long Asked { get; init; }
}

/// <summary>What people asked in vain, without who they are; and counts, which outlive the texts.</summary>
public sealed class QuestionLog(Database database, WriteQueue queue)
{
    /// <summary>The outcome of a question that was answered, but not helpfully.</summary>
    public const string Unhelpful = "unhelpful";

    private const int LongestText = 1000;

    private const string Insert = """
        insert into question (id, text, outcome, article_id, score, conversation_kind, at)
        values (@Id, @Text, @Outcome, @ArticleId, @Score, @ConversationKind, @At) on conflict (id) do nothing
        """;

    private const string Count = """
        insert into question_count (day, outcome, asked) values (@Day, @Outcome, @Times)
        on conflict (day, outcome) do update set asked = question_count.asked + excluded.asked
        """;

    // By outcome, of which there are few.
    private readonly ConcurrentDictionary<string, Counted> _counted = new();

    public async ValueTask WriteAsync(AskedQuestion question, CancellationToken ct)
    {
        if (question.Text is not null) await WriteTextAsync(question, ct);
        var day = DateOnly.FromDateTime(question.At.UtcDateTime);
        if (_counted.TryGetValue(question.Outcome, out var open) && open.TryAdd(day)) return;
        var counted = new Counted(day, question.Outcome);
        await queue.EnqueueAsync(new Write(Count, counted) { CanWait = true }, ct);
        // Only now: one that never came into line would count for nothing.
        _counted[question.Outcome] = counted;
    }

    /// <summary>A question whose answer did not help. Only its day is kept, so that no time leads from it to the vote, which has a hash of the person.</summary>
    public ValueTask WriteUnhelpfulAsync(string text, string articleId, string conversationKind, DateOnly day, CancellationToken ct) => WriteTextAsync(
        new AskedQuestion { Text = text, Outcome = Unhelpful, ArticleId = articleId, ConversationKind = conversationKind, At = new DateTimeOffset(day, default, TimeSpan.Zero) }, ct);

    /// <summary>The latest unanswered questions, newest first.</summary>
    public async Task<IReadOnlyList<AskedQuestion>> LatestAsync(int most, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return (await connection.QueryAsync<AskedQuestion>(new CommandDefinition(
            "select text, outcome, article_id, score, conversation_kind, at from question order by at desc, id desc limit @most",
            new { most }, cancellationToken: ct))).AsList();
    }

    public async Task<IReadOnlyList<QuestionCount>> CountsAsync(DateOnly from, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return (await connection.QueryAsync<QuestionCount>(new CommandDefinition(
            "select day, outcome, asked from question_count where day >= @day order by day, outcome",
            new { day = from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }, cancellationToken: ct))).AsList();
    }

    private ValueTask WriteTextAsync(AskedQuestion question, CancellationToken ct) => queue.EnqueueAsync(
        new Write(Insert, new
        {
            Id = Guid.CreateVersion7(question.At).ToString(),
            Text = Keys.Text(PersonalDetails.Drop(question.Text ?? "").Text, LongestText),
            question.Outcome,
            ArticleId = question.ArticleId is { } article ? Keys.Of(article) : null,
            question.Score,
            ConversationKind = Keys.Of(question.ConversationKind),
            question.At,
        }), ct);

    /// <summary>Counts until it is written.</summary>
    private sealed class Counted(DateOnly day, string outcome) : OpenParameters
    {
        public string Day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        public string Outcome => outcome;

        public long Times { get; private set; } = 1;

        /// <returns>False once it is being written, or on another day.</returns>
        public bool TryAdd(DateOnly on)
        {
            lock (Gate)
            {
                if (IsClosed || on != day) return false;
                Times++;
                return true;
            }
        }
    }
}
