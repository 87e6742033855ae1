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

/// <summary>"Did this help?": one vote for each person and answer, the latest counts.</summary>
public sealed class FeedbackRows(Database database, WriteQueue queue)
{
    private const string Upsert = """
        insert into feedback (answer_id, person, article_id, helpful, at) values (@AnswerId, @Person, @ArticleId, @Helpful, @At)
        on conflict (answer_id, person) do update set article_id = excluded.article_id, helpful = excluded.helpful, at = excluded.at
        """;

    private byte[]? _salt;

    public async ValueTask WriteAsync(FeedbackVote vote, CancellationToken ct)
    {
        _salt ??= await Salts.ReadAsync(database, "feedback", ct);
        var answerId = Keys.Of(vote.AnswerId);
        var row = new { AnswerId = answerId, Person = Hash(_salt, answerId, vote.UserId), ArticleId = Keys.Of(vote.ArticleId), vote.Helpful, vote.At };
        await queue.EnqueueAsync(new Write(Upsert, row), ct);
    }

    /// <summary>Whether a stored vote is this person's.</summary>
    internal async ValueTask<bool> IsOfAsync(string answerId, string person, string userId, CancellationToken ct)
    {
        _salt ??= await Salts.ReadAsync(database, "feedback", ct);
        return Hash(_salt, answerId, userId) == person;
    }

    public async Task<IReadOnlyList<FeedbackCount>> CountAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        return (await connection.QueryAsync<FeedbackCount>(new CommandDefinition("""
            select article_id, sum(case when helpful then 1 else 0 end) as helpful, sum(case when helpful then 0 else 1 end) as not_helpful
            from feedback group by article_id order by article_id
            """, cancellationToken: ct))).AsList();
    }

    // The answer's id is part of it, so that one person's votes on two answers cannot be told to be one person's.
    private static string Hash(byte[] salt, string answerId, string userId) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(salt, Keys.Bytes($"{answerId}\n{userId}")).AsSpan(0, 16));
}
