using System.Globalization;
using Dapper;

namespace Bot.Storage;

/// <summary>What answers said. Rows are written once and never changed or deleted.</summary>
public sealed class CertificateRows(Database database, WriteQueue queue)
{
    private const string Day = "yyyy-MM-dd";

    private const string InsertText = "insert into certificate_text (digest, body) values (@Digest, @Body) on conflict (digest) do nothing";

    private const string Insert = """
        insert into certificate (id, digest, subject, day, release_number, revision) values (@Id, @Digest, @Subject, @Day, @ReleaseNumber, @Revision)
        on conflict (id, digest) do nothing
        """;

    /// <summary>Puts it in line to be stored. Nobody waits: whoever gives the same answer that day, after a crash too, writes the same row.</summary>
    public void Keep(CertificateRow row)
    {
        _ = queue.EnqueueAsync(new Write(InsertText, new { row.Digest, row.Body }), CancellationToken.None).AsTask();
        _ = queue.EnqueueAsync(new Write(Insert, new
        {
            row.Id,
            row.Digest,
            Subject = Keys.Of(row.Subject),
            Day = row.Day.ToString(Day, CultureInfo.InvariantCulture),
            row.ReleaseNumber,
            row.Revision,
        }), CancellationToken.None).AsTask();
    }

    /// <summary>Nearly always one or none.</summary>
    public async Task<IReadOnlyList<CertificateRow>> FindAsync(string id, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition("""
            select c.id, c.digest, c.subject, c.day, c.release_number, c.revision, t.body
            from certificate c join certificate_text t on t.digest = c.digest where c.id = @id order by c.day, c.digest
            """, new { id }, cancellationToken: ct));
        return [.. rows.Select(row => new CertificateRow
        {
            Id = row.Id, Digest = row.Digest, Subject = row.Subject, Day = DateOnly.ParseExact(row.Day, Day, CultureInfo.InvariantCulture),
            ReleaseNumber = row.ReleaseNumber, Revision = row.Revision, Body = row.Body,
        })];
    }

    private sealed record Row
    {
        public string Id { get; init; } = "";
        public string Digest { get; init; } = "";
        public string Subject { get; init; } = "";
        public string Day { get; init; } = "";
        public long ReleaseNumber { get; init; }
        public string Revision { get; init; } = "";
        public string Body { get; init; } = "";
    }
}
