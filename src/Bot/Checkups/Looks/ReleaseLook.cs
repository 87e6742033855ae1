using System.Data.Common;
using System.Globalization;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Releases;
using Bot.Storage;

namespace Bot.Checkups.Looks;

/// <summary>Which release is served, how old it is, and whether it is whole.</summary>
internal sealed class ReleaseLook(ServedRelease pointer, ReleaseRows releases, PublishedRelease published, DatabaseState database, TimeProvider time) : ICheckup
{
    private const string About = "Release";
    private const string Rollback = "Publish another one: `kb list` shows them, `kb rollback NUMBER` serves an older one.";
    private static readonly TimeSpan Old = TimeSpan.FromDays(365);

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken ct)
    {
        var served = await PointerAsync(ct);
        List<Finding> found = [await WholeAsync(served?.Number ?? 0, ct)];
        if (served is null && database.IsMade) found.Add(new(About, Standing.Note, "Which release is published could not be read from the database, so the content that the program brings was looked at.", "See what is said about the database."));
        if (served?.Problem is { } problem) found.Add(new(About, Standing.Note, $"The last publication did not happen: {problem}", "Mend what it says and publish again. What was served before is still served."));
        return found;
    }

    private async Task<Served?> PointerAsync(CancellationToken ct)
    {
        try
        {
            return !database.IsMade || await database.CountRunningAsync(ct) is null ? null : await pointer.ReadAsync(ct);
        }
        catch (Exception e) when (e is DbException or IOException or TimeoutException or InvalidOperationException or ArgumentException)
        {
            // Not there, not reachable, or without tables: said elsewhere.
            return null;
        }
    }

    private async Task<Finding> WholeAsync(long number, CancellationToken ct)
    {
        try
        {
            var files = await published.FilesAsync(number, ct);
            var read = ContentFolder.Read(files);
            if (read.Content is not { } content) throw new ContentException(read.Problems);
            return await AgeAsync(number, content, ct);
        }
        catch (ContentException e)
        {
            var problems = e.Problems.Where(problem => !problem.IsWarning).ToArray();
            var first = problems.Length > 0 ? problems[0].ToString() : e.Message;
            return new(About, Standing.Fault, $"{Name(number)} cannot be served. It has {problems.Length} problem{(problems.Length == 1 ? "" : "s")}, the first: {first}",
                number > 0 ? Rollback : "Run `kb check`: it lists them all. Mend the files under Bot:Knowledge:Folder, or install the program again.");
        }
    }

    private async Task<Finding> AgeAsync(long number, Content content, CancellationToken ct)
    {
        var made = number > 0 ? (await releases.FindAsync(number, ct))?.MadeAt : null;
        var (day, what) = made is { } at ? (DateOnly.FromDateTime(at.UtcDateTime), "made on") : (content.Articles.Max(article => article.AsOf), "checked last on");
        var age = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).DayNumber - day.DayNumber;
        var words = string.Create(CultureInfo.InvariantCulture, $"{Name(number)} is served: {content.Articles.Count} articles, {what} {day:d MMMM yyyy}, {age} days ago.");
        return age > Old.TotalDays
            ? new(About, Standing.Note, words, "Look through the articles and publish what has changed, or publish again to say that nothing has.")
            : new(About, Standing.Well, words);
    }

    private static string Name(long number) => number == 0 ? "The content that the program brings" : $"Release {number}";
}
