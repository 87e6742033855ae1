using System.Globalization;
using System.Text;
using Bot.AzureAnswers;
using Bot.Knowledge;
using Bot.Storage;

namespace Bot.Features.Questions.Certificates;

/// <summary>What is said of an answer that was given.</summary>
public static class CertificateWords
{
    /// <returns>Null where it was not withdrawn.</returns>
    public static string? Withdrawn(Withdrawal? withdrawal)
    {
        if (withdrawal is null) return null;
        var why = withdrawal.Why.Trim().TrimEnd('.');
        var because = why.Length == 0 ? "" : $", because: {why}";
        return $"This answer was withdrawn on {Day(withdrawal.At)}{because}."
            + (withdrawal.ShownAgain is { } again ? $" An answer to this is shown again since {Day(again)}." : "");
    }

    public static string Release(CertificateRow row) => row.Subject.StartsWith(AzureDecision.EntryPrefix, StringComparison.Ordinal)
        ? "Not from this guide's own knowledge base: from a project of Azure question answering."
        : row.ReleaseNumber == 0 ? $"The content that the program brought, revision {row.Revision}."
        : string.Create(CultureInfo.InvariantCulture, $"Release {row.ReleaseNumber} of the knowledge base, revision {row.Revision}.");

    /// <summary>What the guide says now; empty where that cannot be told.</summary>
    public static string Today(CertifiedAnswer answer, KnowledgeSnapshot snapshot, DateOnly today)
    {
        if (answer.Row.Subject.Contains('/', StringComparison.Ordinal)) return "";
        if (snapshot.Find(answer.Row.Subject) is not { } article) return "The guide no longer gives this answer.";
        var now = CertifiedText.Of(ArticleReply.Of(article, snapshot, today));
        return SameWords(now, answer.Text) ? "The guide gives the same answer today." : "The guide's answer to this has changed since.";
    }

    /// <summary>For the command line.</summary>
    public static string Plain(CertifiedAnswer answer)
    {
        var (row, text) = (answer.Row, answer.Text);
        var plain = new StringBuilder();
        plain.Append(CultureInfo.InvariantCulture, $"Answer number {CertificateId.Spoken(row.Id)}, given on {ArticleReply.Day(row.Day)}\n");
        if (Withdrawn(answer.Withdrawn) is { } withdrawn) plain.Append(withdrawn).Append('\n');
        plain.Append(CultureInfo.InvariantCulture, $"\n{text.Heading}\n{text.Short}\n");
        foreach (var line in text.Points.Concat(text.Steps)) plain.Append(CultureInfo.InvariantCulture, $"- {line}\n");
        if (text.Detail.Length > 0) plain.Append(CultureInfo.InvariantCulture, $"\n{text.Detail}\n\n");
        plain.Append(CultureInfo.InvariantCulture, $"{text.Status}. {text.Dates}\n");
        if (text.Footnote is { } footnote) plain.Append(footnote).Append('\n');
        foreach (var source in text.Sources) plain.Append(CultureInfo.InvariantCulture, $"Source: {source.Title}, {source.Publisher}, {source.Date}{(source.Url is { } url ? $", {url}" : "")}\n");
        return plain.Append(Release(row)).ToString();
    }

    // The dates change with the calendar; they are no other answer.
    private static bool SameWords(CertifiedText one, CertifiedText other) =>
        one.Heading == other.Heading && one.Short == other.Short && one.Detail == other.Detail && one.Status == other.Status && one.Points.SequenceEqual(other.Points);

    private static string Day(DateTimeOffset at) => ArticleReply.Day(DateOnly.FromDateTime(at.UtcDateTime));
}
