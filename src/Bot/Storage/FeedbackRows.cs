using System.Security.Cryptography;
using Dapper;

namespace Bot.Storage;

public sealed record FeedbackVote
{
    public required string ArticleId { get; init; }

    public required string AnswerId { get; init; }

    /// <summary>Never stored: only a salted hash of it is.</summary>
    public required string UserId { get; init; }

    public required bool Helpful { get; init; }

    public required DateTimeOffset At { get; init; }
}

public sealed record FeedbackCount
{
    public string ArticleId { get; init; } = "";

    public long Helpful { get; init; }

    public long NotHelpful { get; init; }
}

/// <summary>What somebody wrote beside a vote.</summary>
public sealed record FeedbackWords
{
    public string ArticleId { get; init; } = "";

    public bool Helpful { get; init; }

    public string Words { get; init; } = "";

    public DateTimeOffset At { get; init; }
}

/// <summary>"Did this help?": one vote for each person and answer, the latest counts.</summary>
public sealed class FeedbackRows(Database database, WriteQueue queue)
{
    private const string Upsert = """
        insert into feedback (answer_id, person, article_id, helpful, at) values (@AnswerId, @Person, @ArticleId, @Helpful, @At)
        on conflict (answer_id, person) do update set article_id = excluded.article_id, helpful = excluded.helpful, at = excluded.at
        """;

    private const int LongestWords = 1000;

    private byte[]? _salt;

    public async ValueTask WriteAsync(FeedbackVote vote, CancellationToken ct)
    {
        var (answerId, person) = await KeyAsync(vote.AnswerId, vote.UserId, ct);
        var row = new { AnswerId = answerId, Person = person, ArticleId = Keys.Of(vote.ArticleId), vote.Helpful, vote.At };
        await queue.EnqueueAsync(new Write(Upsert, row), ct);
    }

    /// <summary>Whether a stored vote is this person's.</summary>
    internal async ValueTask<bool> IsOfAsync(string answerId, string person, string userId, CancellationToken ct)
    {
        _salt ??= await Salts.ReadAsync(database, "feedback", ct);
        return Hash(_salt, answerId, userId) == person;
    }

    /// <summary>Takes back a vote that an answer helped; one that it did not help stays.</summary>
    public async ValueTask WithdrawAsync(string answer, string userId, CancellationToken ct)
    {
        var (answerId, person) = await KeyAsync(answer, userId, ct);
        await queue.EnqueueAsync(new Write("delete from feedback where answer_id = @AnswerId and person = @Person and helpful", new { AnswerId = answerId, Person = person }), ct);
    }

    /// <returns>Whether the answer helped this person; null where they have not said.</returns>
    public async Task<bool?> FindAsync(string answer, string userId, CancellationToken ct)
    {
        var (answerId, person) = await KeyAsync(answer, userId, ct);
        await using var connection = await database.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<bool?>(new CommandDefinition(
            "select helpful from feedback where answer_id = @answerId and person = @person", new { answerId, person }, cancellationToken: ct));
    }

    /// <summary>What somebody wrote beside a vote, without who they are. Personal details are dropped before anything is stored.</summary>
    public ValueTask WriteWordsAsync(string articleId, bool helpful, string words, DateTimeOffset at, CancellationToken ct) => queue.EnqueueAsync(
        new Write("insert into feedback_words (id, article_id, helpful, words, at) values (@Id, @ArticleId, @Helpful, @Words, @At)", new
        {
            Id = Guid.CreateVersion7(at).ToString(),
            ArticleId = Keys.Of(articleId),
            Helpful = helpful,
            Words = Keys.Text(PersonalDetails.Drop(words).Text, LongestWords),
            At = at,
        }), ct);

    /// <summary>The latest words, newest first.</summary>
    public async Task<IReadOnlyList<FeedbackWords>> LatestWordsAsync(int most, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return (await connection.QueryAsync<FeedbackWords>(new CommandDefinition(
            "select article_id, helpful, words, at from feedback_words order by at desc, id desc limit @most", new { most }, cancellationToken: ct))).AsList();
    }

    public async Task<IReadOnlyList<FeedbackCount>> CountAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return (await connection.QueryAsync<FeedbackCount>(new CommandDefinition("""
            select article_id, sum(case when helpful then 1 else 0 end) as helpful, sum(case when helpful then 0 else 1 end) as not_helpful
            from feedback group by article_id order by article_id
            """, cancellationToken: ct))).AsList();
    }

    private async ValueTask<(string AnswerId, string Person)> KeyAsync(string answer, string userId, CancellationToken ct)
    {
        _salt ??= await Salts.ReadAsync(database, "feedback", ct);
        var answerId = Keys.Of(answer);
        return (answerId, Hash(_salt, answerId, userId));
    }

    // The answer's id is part of it, so that one person's votes on two answers cannot be told to be one person's.
    private static string Hash(byte[] salt, string answerId, string userId) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(salt, Keys.Bytes($"{answerId}\n{userId}")).AsSpan(0, 16));
}
