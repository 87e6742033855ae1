using Bot.Storage;

namespace Bot.Features.Questions.Certificates;

/// <summary>Finds what an answer said by its number, and what became of it.</summary>
public sealed class CertificateArchive(CertificateRows rows, AuditRows audit)
{
    private const int MostEntries = 1_000;

    /// <param name="id">As <see cref="CertificateId.Read"/> gives it.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>None where no answer has this number; two only where numbers happened to be equal.</returns>
    public async Task<IReadOnlyList<CertifiedAnswer>> FindAsync(string id, CancellationToken ct)
    {
        var answers = new List<CertifiedAnswer>();
        foreach (var row in await rows.FindAsync(id, ct))
            answers.Add(new CertifiedAnswer(row, CertifiedText.Read(row.Body), await WithdrawnAsync(row, ct)));
        return answers;
    }

    // From the history and not from the list of what is withdrawn now: an answer that was mended and is shown again was still withdrawn.
    private async Task<Withdrawal?> WithdrawnAsync(CertificateRow row, CancellationToken ct)
    {
        var since = (await audit.ListAsync($"article {row.Subject}", MostEntries, ct)).Where(entry => DateOnly.FromDateTime(entry.At.UtcDateTime) >= row.Day).Reverse().ToArray();
        if (since.FirstOrDefault(entry => entry.Action == WithdrawnArticles.Withdrawn) is not { } withdrawn) return null;
        var back = since.LastOrDefault(entry => entry.Action is WithdrawnArticles.Withdrawn or WithdrawnArticles.Restored);
        return new Withdrawal(withdrawn.At, PersonalDetails.Drop(withdrawn.Why).Text, back?.Action == WithdrawnArticles.Restored ? back.At : null);
    }
}

/// <summary>What an answer said, and what became of it.</summary>
public sealed record CertifiedAnswer(CertificateRow Row, CertifiedText Text, Withdrawal? Withdrawn);

/// <summary>An answer was taken back. Who did it is nobody's business here.</summary>
/// <param name="At">When.</param>
/// <param name="Why">As it was written then.</param>
/// <param name="ShownAgain">Since when the article is shown again; null where it is not.</param>
public sealed record Withdrawal(DateTimeOffset At, string Why, DateTimeOffset? ShownAgain);
