using System.Collections.Frozen;

namespace Answers.Understanding;

/// <summary>Entries that state one fact for different periods; the time a question speaks of picks among them.</summary>
internal sealed class Groups
{
    private readonly FrozenDictionary<string, Entry[]> _byId;

    public Groups(IEnumerable<Entry> entries) => _byId = entries
        .Where(e => e.Group is not null)
        .GroupBy(e => e.Group!, StringComparer.Ordinal)
        .SelectMany(g => g.Select(e => KeyValuePair.Create(e.Id, g.ToArray())))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <returns>The entry for the period, or the given one where there is no better.</returns>
    public string Choose(string id, Period? period)
    {
        if (period is null || !_byId.TryGetValue(id, out var members)) return id;
        if (period.Now) return members.Where(m => m.To is null).Select(m => m.Id).FirstOrDefault() ?? id;
        return Latest(members.Where(m => Holds(m, period.To)))
            ?? members.Select(m => (m.Id, Days: Overlap(m, period))).Where(m => m.Days > 0).OrderByDescending(m => m.Days).Select(m => m.Id).FirstOrDefault()
            ?? id;
    }

    // What came last in the month or year that was named, and of two that hold, the one for the narrower time.
    private static string? Latest(IEnumerable<Entry> members) => members.OrderByDescending(m => m.From).Select(m => m.Id).FirstOrDefault();

    private static bool Holds(Entry entry, DateOnly day) => (entry.From is null || entry.From <= day) && (entry.To is null || entry.To >= day);

    private static int Overlap(Entry entry, Period period)
    {
        var from = entry.From is { } f && f > period.From ? f : period.From;
        var to = entry.To is { } t && t < period.To ? t : period.To;
        return to.DayNumber - from.DayNumber + 1;
    }
}
