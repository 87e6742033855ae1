using Bot.Knowledge.Articles;
using Bot.Storage;
using Bot.Storage.Sources;

namespace Bot.Knowledge.Sources;

/// <summary>Looks at the links of the served sources whose hosts are listed, and marks the articles that cite one that changed or vanished.</summary>
public sealed class LinkWatch(KnowledgeStore knowledge, WatchedLinks links, SourceMarks marks, WebPages pages, TimeProvider time)
{
    // A page that is missing once may be back tomorrow.
    private const int MissesOfVanished = 2;

    /// <returns>How many links changed or vanished since they were last looked at.</returns>
    public async Task<int> LookAsync(CancellationToken ct)
    {
        var content = knowledge.Current.Content;
        var known = (await links.ListAsync(ct)).ToDictionary(link => link.Url, StringComparer.Ordinal);
        var changed = 0;
        foreach (var source in content.Sources.Values.OrderBy(source => source.Id, StringComparer.Ordinal))
        {
            if (AddressOf(source) is not { } address) continue;
            var before = known.GetValueOrDefault(Keys.Of(address.AbsoluteUri)) ?? new WatchedLink { Url = address.AbsoluteUri };
            if (Seen(before, await pages.GetAsync(address, new PageMarks(before.Etag, before.Modified), ct)) is not { } now) continue;
            var reason = ReasonOf(before, now);
            if (reason is not null) changed++;
            await links.KeepAsync(now, reason is null ? [] : [.. Citing(content, source).Select(article => SourceMarking.Mark(article, source.Title, reason, time.GetUtcNow()))], ct);
            if (before.Missed >= MissesOfVanished && now.Missed == 0) await marks.LiftAsync(source.Title, ct);
        }

        return changed;
    }

    private static IEnumerable<Article> Citing(Content content, SourceEntry source) => content.Articles.Where(article => article.Sources.Contains(source.Id));

    /// <returns>Null where the link is not watched.</returns>
    private Uri? AddressOf(SourceEntry source)
    {
        if (!Uri.TryCreate(source.Url, UriKind.Absolute, out var address)) return null;
        // Old links are written without the s; the sites that matter have it.
        if (address is { Scheme: "http", IsDefaultPort: true }) address = new UriBuilder(address) { Scheme = "https", Port = -1 }.Uri;
        return pages.Refusal(address) is null ? address : null;
    }

    /// <returns>Null where nothing could be seen.</returns>
    private WatchedLink? Seen(WatchedLink before, PageAnswer answer) => answer switch
    {
        PageAnswer.Unchanged => before with { Missed = 0, CheckedAt = time.GetUtcNow() },
        PageAnswer.Gone => before with { Missed = before.Missed + 1, Etag = "", Modified = "", CheckedAt = time.GetUtcNow() },
        PageAnswer.Got got => before with { Missed = 0, Etag = got.Marks.ETag, Modified = got.Marks.Modified, Hash = PageText.DigestOf(got), CheckedAt = time.GetUtcNow() },
        _ => null,
    };

    private static string? ReasonOf(WatchedLink before, WatchedLink now)
    {
        if (now.Missed == MissesOfVanished) return SourceMark.Vanished;
        return before.Hash.Length > 0 && now.Hash != before.Hash ? SourceMark.Changed : null;
    }
}
