using Dapper;

namespace Bot.Storage.Held;

/// <summary>Votes under answers. Each row's hash is another one, so all rows are tried: only the person's own id finds theirs.</summary>
public sealed class HeldVotes(Database database, FeedbackRows rows) : IHeldAboutPerson
{
    public IReadOnlyCollection<string> Tables { get; } = ["feedback"];

    public async Task<Holding> ReadAsync(string userId, CancellationToken ct) =>
        new((await OwnAsync(userId, ct)).Count, "vote on whether an answer helped", "votes on whether an answer helped");

    public async Task<int> DeleteAsync(string userId, CancellationToken ct)
    {
        var own = await OwnAsync(userId, ct);
        await using var connection = await database.OpenAsync(ct);
        foreach (var vote in own)
            await connection.ExecuteAsync(new CommandDefinition("delete from feedback where answer_id = @AnswerId and person = @Person", vote, cancellationToken: ct));
        return own.Count;
    }

    private async Task<List<Vote>> OwnAsync(string userId, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var all = await connection.QueryAsync<Vote>(new CommandDefinition("select answer_id, person from feedback", cancellationToken: ct));
        var own = new List<Vote>();
        foreach (var vote in all)
            if (await rows.IsOfAsync(vote.AnswerId, vote.Person, userId, ct)) own.Add(vote);
        return own;
    }

    private sealed record Vote
    {
        public string AnswerId { get; init; } = "";

        public string Person { get; init; } = "";
    }
}
