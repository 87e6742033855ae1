using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Storage;
using Bot.Storage.Sources;

namespace Bot.Knowledge.Sources;

/// <summary>Something that administrators are told without asking.</summary>
/// <param name="Key">The same finding has the same key, so that it is told once.</param>
/// <param name="Heading">What it is.</param>
/// <param name="Lines">The first of what was found.</param>
/// <param name="Next">What to do.</param>
public sealed record AdminFinding(string Key, string Heading, IReadOnlyList<string> Lines, string Next);

/// <summary>Tells administrators. Who they are and how they are reached is another room's matter.</summary>
public delegate Task TellAdmins(AdminFinding finding, CancellationToken ct);

/// <summary>What of the sources waits for an administrator. It is read from what is kept, so a service that dies before it could tell tells later.</summary>
public sealed class AdminFindings(DraftRows drafts, SourceMarks marks, SourceStatus status)
{
    private const int MostLines = 8;

    /// <summary>The refresh itself broke off; told once a day.</summary>
    public static AdminFinding Failed(Exception e, DateTimeOffset now) => new(
        string.Create(CultureInfo.InvariantCulture, $"refresh broke off {e.GetType().Name} {now:yyyy-MM-dd}"), "A scheduled refresh broke off",
        [$"The reason is in the service's log ({e.GetType().Name})."], "What was read before is kept, and the refresh is tried again. If it goes on, run doctor.");

    public async Task<IReadOnlyList<AdminFinding>> ListAsync(CancellationToken ct)
    {
        var found = new List<AdminFinding>();
        var waiting = (await drafts.ListAsync(ct)).Where(row => row.Who == ScheduledRefresh.Who).ToArray();
        if (waiting.Length > 0)
        {
            found.Add(new(
                Key("drafts", waiting.Max(row => row.At)), "A scheduled refresh found changes",
                Lines(waiting.GroupBy(row => DocumentSteps.DocumentOf(row.Origin), StringComparer.Ordinal).Select(document => $"{document.Key}: {Count(document.Count(), "file")}")),
                $"{Count(waiting.Length, "file")} of the knowledge base would change. Nothing is served before you look at the drafts and publish them."));
        }

        var doubts = await marks.ListAsync(ct);
        if (doubts.Count > 0)
        {
            found.Add(new(
                Key("marks", doubts.Max(mark => mark.At)), "A source of articles changed",
                Lines(doubts.GroupBy(mark => (mark.Source, mark.Reason)).Select(source => $"{source.Key.Source} {source.Key.Reason}: {Count(source.Count(), "article")}")),
                "Their cards say \"Source changed, under review\". Publish a change of each article, or dismiss the mark where it still holds."));
        }

        string[] failed = [.. (await status.ListAsync(ct)).Where(source => source.OnSchedule).SelectMany(Failures)];
        if (failed.Length > 0)
        {
            found.Add(new(
                $"refresh failed {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', failed))))[..16]}", "A scheduled refresh could not read everything",
                Lines(failed), "The others were read. What failed is tried again when it has changed, or at the next refresh."));
        }

        return found;
    }

    private static IEnumerable<string> Failures(SourceStanding source)
    {
        if (source.Problem is { } problem) yield return $"{source.Name}: {problem}";
        foreach (var failed in source.Failed) yield return $"{source.Name}, {failed.Document}: {failed.Words}";
    }

    private static string Key(string what, DateTimeOffset latest) => string.Create(CultureInfo.InvariantCulture, $"refresh {what} {latest.ToUnixTimeMilliseconds()}");

    private static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");

    private static string[] Lines(IEnumerable<string> all)
    {
        var lines = all.ToArray();
        return lines.Length <= MostLines ? lines : [.. lines[..MostLines], $"and {Count(lines.Length - MostLines, "more line")}"];
    }
}
