using Bot.Knowledge.Records;
using Bot.Knowledge.Records.Composing;

namespace Bot.Features.Governors;

/// <summary>The area around a trust's head office, as the records of today show it.</summary>
public sealed class LocalArea
{
    private const int LongestLine = 260;

    private readonly TrustSubject _trust;
    private readonly RecordBook _records;

    private LocalArea(TrustSubject trust, RecordBook records) => (_trust, _records) = (trust, records);

    public string Name => _trust.Trust.ShortName;

    /// <summary>Null where the records hold none.</summary>
    public Footprint? Board => _trust.Trust.Homes[Era.Icb36] is { } code ? _records.Set.Footprint(Era.Icb36, code) : null;

    /// <summary>The footprint of May 2018; null where it was several, or is not held.</summary>
    public string? Footprint2018 => _trust.Trust.Homes[Era.Stp44] is { } code ? _records.Set.Footprint(Era.Stp44, code)?.Name : null;

    /// <summary>The other trusts by kind, and the councils; a line each.</summary>
    public IEnumerable<string> Partners => _records.Compose(RecordIntent.Partners, _trust) is RecordAnswer answer ? answer.Points : [];

    /// <summary>Said where several lists of partners named the trust, because it may serve several areas.</summary>
    public string? Straddling
    {
        get
        {
            var lists = _records.Set.Partners.Where(p => p.Code == _trust.Trust.Code && p.Kind == "NHS trust").Select(p => (p.FootprintId, p.AsAt)).Distinct().ToArray();
            if (lists.Length < 2) return null;
            var names = lists.Select(list => _records.Set.Footprints.First(f => f.Id == list.FootprintId).Name).ToArray();
            return Prose.Line($"In {lists[0].AsAt} the partner lists of {names.Length} footprints named {Name}: ", names, LongestLine) + ". It may serve more than one system today.";
        }
    }

    public string? Others => Board is { } board
        ? Listed($"Other NHS trusts based in the area of {Name}", [.. In(board).Select(t => t.ShortName)]) ?? $"No other NHS trust has its head office in the area of {Name}."
        : null;

    public string? Neighbours => Board is { } board
        ? Listed($"Other foundation trusts near {Name}, whose governors you could meet", [.. In(board).Where(t => t.IsFoundation).Select(t => t.ShortName)])
            ?? $"No other foundation trust has its head office in the area of {Name}."
        : null;

    public static LocalArea Of(TrustSubject trust, RecordBook records) => new(trust, records);

    public string? Councils(string lead) => Board is { } board ? Listed($"{lead} of {Name}", CouncilList.In(_records.Set, board, Era.Icb36)) : null;

    /// <summary>The short answer that the records give; null where they give none.</summary>
    public string? Short(RecordIntent intent) => (_records.Compose(intent, _trust) as RecordAnswer)?.Short;

    public IReadOnlyList<string> Sources(int question)
    {
        RecordIntent[] asked = question switch
        {
            1 => [RecordIntent.WhichFootprint, RecordIntent.Partners],
            2 => [RecordIntent.ChangedIn2026],
            4 => [RecordIntent.Population, RecordIntent.Councils],
            7 => [RecordIntent.Became, RecordIntent.ChangedIn2026],
            8 => [RecordIntent.Councils],
            _ => [RecordIntent.Trusts],
        };
        return [.. asked.Select(intent => _records.Compose(intent, _trust)).OfType<RecordAnswer>().SelectMany(answer => answer.SourceIds).Distinct(StringComparer.Ordinal)];
    }

    private IEnumerable<Trust> In(Footprint board) => TrustList.In(_records.Set, board, Era.Icb36).Where(t => t.Code != _trust.Trust.Code);

    private static string? Listed(string lead, IReadOnlyList<string> items) => items.Count == 0 ? null : Prose.Line($"{lead}: ", items, LongestLine) + ".";
}
