using Dapper;

namespace Bot.Storage;

/// <summary>Which messages of ours answered which message; known to every process, and forgotten after a day.</summary>
public sealed class GivenAnswers(Database database, WriteQueue queue)
{
    private const string Upsert = """
        insert into given_answer (conversation_id, question_id, position, answer_id, subject, vote, at)
        values (@Conversation, @Question, @Position, @AnswerId, @Subject, @Vote, @At)
        on conflict (conversation_id, question_id, position)
        do update set answer_id = excluded.answer_id, subject = excluded.subject, vote = excluded.vote, at = excluded.at
        """;

    private const string Select = "select question_id, position, answer_id, subject, vote, at from given_answer where conversation_id = @conversation and";

    public async ValueTask WriteAsync(GivenAnswer answer, CancellationToken ct)
    {
        // A message whose id no key can hold could not be found again.
        if (Keys.Of(answer.AnswerId) != answer.AnswerId) return;
        await queue.EnqueueAsync(new Write(Upsert, new
        {
            Conversation = Keys.Of(answer.ConversationId),
            Question = Keys.Of(answer.QuestionId),
            answer.Position,
            answer.AnswerId,
            Subject = Keys.Of(answer.Subject),
            Vote = Keys.Of(answer.Vote),
            answer.At,
        })
        { CanWait = true }, ct);
    }

    /// <summary>All answers to a message, in order.</summary>
    public Task<IReadOnlyList<GivenAnswer>> ToAsync(string conversationId, string questionId, CancellationToken ct) =>
        ReadAsync($"{Select} question_id = @id order by position", conversationId, Keys.Of(questionId), ct);

    /// <summary>What is known of one message of ours.</summary>
    public async Task<GivenAnswer?> FindAsync(string conversationId, string answerId, CancellationToken ct) =>
        (await ReadAsync($"{Select} answer_id = @id order by at desc", conversationId, answerId, ct)) is [var latest, ..] ? latest : null;

    public ValueTask ForgetAsync(string conversationId, string questionId, CancellationToken ct) => queue.EnqueueAsync(
        new Write("delete from given_answer where conversation_id = @Conversation and question_id = @Question", new { Conversation = Keys.Of(conversationId), Question = Keys.Of(questionId) }), ct);

    // Edits and reactions are rare, so that what was enqueued a moment ago can be waited for.
    private async Task<IReadOnlyList<GivenAnswer>> ReadAsync(string sql, string conversationId, string id, CancellationToken ct)
    {
        await queue.FlushAsync(ct);
        await using var connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(sql, new { conversation = Keys.Of(conversationId), id }, cancellationToken: ct));
        return
        [
            .. rows.Select(row => new GivenAnswer
            {
                ConversationId = conversationId,
                QuestionId = row.QuestionId,
                Position = row.Position,
                AnswerId = row.AnswerId,
                Subject = row.Subject,
                Vote = row.Vote,
                At = row.At,
            }),
        ];
    }

    private sealed record Row
    {
        public string QuestionId { get; init; } = "";

        public long Position { get; init; }

        public string AnswerId { get; init; } = "";

        public string Subject { get; init; } = "";

        public string Vote { get; init; } = "";

        public DateTimeOffset At { get; init; }
    }
}
