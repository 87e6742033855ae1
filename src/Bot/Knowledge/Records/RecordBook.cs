using Bot.Knowledge.Records.Composing;
using Bot.Knowledge.Records.Names;

namespace Bot.Knowledge.Records;

/// <summary>The records as people ask for them: by key, with an intent, perhaps for a year.</summary>
public sealed class RecordBook
{
    private readonly Dictionary<string, RecordSubject> _subjects = new(StringComparer.OrdinalIgnoreCase);
    private readonly Standings _standings;

    public RecordBook(RecordSet set)
    {
        Set = set;
        foreach (var subject in Subjects.Of(set)) _subjects.TryAdd(subject.Key, subject);
        Names = NameList.Of(set, _subjects);
        _standings = new Standings(set);
    }

    public static RecordSubject England { get; } = new EnglandSubject();

    public RecordSet Set { get; }

    /// <summary>Everything that can be recognised in a question.</summary>
    public IReadOnlyList<RecordName> Names { get; }

    /// <summary>Null where no such key is known.</summary>
    public RecordSubject? Find(string key) =>
        _subjects.GetValueOrDefault(key) ?? (key == England.Key ? England : Eras.All.Select(e => new EnglandSubject(e.Start().Year)).FirstOrDefault(e => e.Key == key));

    /// <summary>The areas of today's boards, by name.</summary>
    public IEnumerable<SystemSubject> Boards() => Set.Footprints.Where(f => f.Eras.Contains(Era.Icb36))
        .Select(f => Find($"system:{f.OdsCode}")).OfType<SystemSubject>().OrderBy(s => s.Name, StringComparer.Ordinal);

    /// <summary>Several places or trusts on one card.</summary>
    public RecordReply ComposeTogether(IReadOnlyList<RecordSubject> subjects, int? year = null) =>
        Together.Compose([.. subjects.Select(s => new Asked(Set, _standings, s, year, null))]);

    /// <param name="intent">What is asked.</param>
    /// <param name="subject">About what.</param>
    /// <param name="year">The year in the question, if there is one.</param>
    /// <param name="other">For <see cref="RecordIntent.Compare"/>: the second one.</param>
    public RecordReply Compose(RecordIntent intent, RecordSubject subject, int? year = null, RecordSubject? other = null) =>
        Composer.Compose(intent, new Asked(Set, _standings, subject, year, other));

    /// <summary>The subject's board on a schematic map; null where it has none there.</summary>
    /// <param name="subject">A place, a trust or a system.</param>
    /// <param name="era">Which map of boards; null for the newest on which the subject has one board.</param>
    public TileMap? Map(RecordSubject subject, Era? era = null) => Mapping.Of(Set, _standings, subject, era);

    /// <returns>Null where the map has no board of that code.</returns>
    public TileMap? Map(Era era, string code) => era.IsBoard() && Set.Footprint(era, code) is { } board ? Mapping.Of(Set, era, board) : null;
}
