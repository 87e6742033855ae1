using Dapper;

namespace Bot.Storage.Governors;

/// <summary>A person's own record of what was asked and answered, until they delete it or their term ends.</summary>
public sealed class MeetingNotes(Database database, PersonKeys people, TimeProvider time)
{
    private const string Columns = "trust, meeting, question, put_to, answer, status, follow_up, follow_up_on, version, at";

    private const string Insert = """
        insert into meeting_note (person, trust, meeting, question, put_to, answer, status, follow_up, follow_up_on, version, at)
        values (@Person, @Trust, @Meeting, @Question, @PutTo, @Answer, @Status, @FollowUp, @FollowUpOn, 1, @At)
        on conflict (person, trust, meeting, question) do nothing
        """;

    private const string Update = """
        update meeting_note set put_to = @PutTo, answer = @Answer, status = @Status, follow_up = @FollowUp, follow_up_on = @FollowUpOn, version = version + 1, at = @At
        where person = @Person and trust = @Trust and meeting = @Meeting and question = @Question and version = @Version
        """;

    /// <summary>The newest meeting first, then by question.</summary>
    public async ValueTask<IReadOnlyList<MeetingNote>> ReadAsync(string userId, string trust, CancellationToken ct) =>
        await OfPersonAsync(await people.OfAsync(userId, ct), trust, ct);

    /// <param name="person">Key of <see cref="PersonKeys"/>.</param>
    /// <param name="trust">Code of the trust.</param>
    /// <param name="ct">Gives up.</param>
    public async ValueTask<IReadOnlyList<MeetingNote>> OfPersonAsync(string person, string trust, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<MeetingNoteRow>(new CommandDefinition(
            $"select {Columns} from meeting_note where person = @person and trust = @trust order by meeting desc, question",
            new { person, trust = Keys.Of(trust) }, cancellationToken: ct));
        return [.. rows.Select(row => row.ToNote())];
    }

    /// <summary>False where the note was changed since <paramref name="note"/> was read, for example on another device; then nothing is written.</summary>
    public async Task<bool> WriteAsync(string userId, MeetingNote note, CancellationToken ct)
    {
        var person = await people.OfAsync(userId, ct);
        await using var connection = await database.OpenAsync(ct);
        return await connection.ExecuteAsync(new CommandDefinition(
            note.Version == 0 ? Insert : Update, MeetingNoteRow.Of(person, note, time.GetUtcNow()), cancellationToken: ct)) == 1;
    }

    /// <summary>False where there was none.</summary>
    public async Task<bool> DeleteAsync(string userId, MeetingNote note, CancellationToken ct)
    {
        var person = await people.OfAsync(userId, ct);
        await using var connection = await database.OpenAsync(ct);
        return await connection.ExecuteAsync(new CommandDefinition(
            "delete from meeting_note where person = @Person and trust = @Trust and meeting = @Meeting and question = @Question",
            MeetingNoteRow.Of(person, note, time.GetUtcNow()), cancellationToken: ct)) == 1;
    }
}
