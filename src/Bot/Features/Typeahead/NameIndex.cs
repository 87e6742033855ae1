using Bot.Cards;
using Bot.Knowledge;
using Bot.Knowledge.Records;

namespace Bot.Features.Typeahead;

/// <summary>The open trusts and the boards of today, to be found while a name is being typed.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, NameChoice[]> _sets;

    public NameIndex(RecordBook records)
    {
        Records = records;
        var names = records.Names.ToLookup(n => n.Key, n => n.Surface, StringComparer.Ordinal);
        _sets = new(StringComparer.Ordinal)
        {
            [Datasets.Trusts] = [.. records.Set.Trusts.Where(t => t.IsOpenNow).Select(t => Of(t, records, names))],
            [Datasets.Footprints] = [.. records.Boards().Select(s => Of(s, s.Line.Footprints[^1], names))],
        };
    }

    public RecordBook Records { get; }

    /// <returns>The best first, at most 15 of them; null where no such set is known.</returns>
    /// <param name="dataset">See <see cref="Datasets"/>.</param>
    /// <param name="query">What was typed so far.</param>
    /// <param name="snapshot">Its engine mends slips.</param>
    /// <param name="own">The person's trust: what lies near it comes first.</param>
    public IReadOnlyList<NameChoice>? Find(string dataset, string query, KnowledgeSnapshot snapshot, TrustSubject? own)
    {
        if (!_sets.TryGetValue(dataset, out var all)) return null;
        var home = own is null ? null : _sets[Datasets.Trusts].FirstOrDefault(c => c.Key == own.Key);
        var near = all.OrderBy(c => Distance(c, home)).ThenBy(c => c.Title, StringComparer.Ordinal);
        var folded = NameChoice.Fold(query);
        if (folded.Length == 0) return string.IsNullOrWhiteSpace(query) ? [.. near] : [];
        var words = folded.Split(' ');
        var fitting = near.Select(c => (Choice: c, Fit: c.Fit(folded, words))).Where(f => f.Fit is not null).OrderBy(f => f.Fit).Select(f => f.Choice).ToArray();
        return fitting.Length > 0 ? fitting : Meant(near, query, snapshot);
    }

    // Nothing is spelt so: then what the engine takes it for, a slip mended or a former name known; for a place, what lies there.
    private static NameChoice[] Meant(IEnumerable<NameChoice> near, string query, KnowledgeSnapshot snapshot)
    {
        var subjects = snapshot.Engine.Ask(query).Reasons.Question.Mentions.SelectMany(m => m.Keys).Select(snapshot.Records.Find).OfType<RecordSubject>().ToArray();
        var names = subjects.Select(s => NameChoice.Fold(s.Name)).ToArray();
        var named = near.Where(c => subjects.Any(s => s.Key == c.Key) || names.Any(name => c.Fit(name, name.Split(' ')) is not null)).ToArray();
        if (named.Length > 0) return named;
        var boards = subjects.Select(s => snapshot.Records.Map(s, Era.Icb36)?.Asked.OdsCode).OfType<string>().ToArray();
        return [.. near.Where(c => boards.Contains(c.Board))];
    }

    private static int Distance(NameChoice choice, NameChoice? own) => own switch
    {
        null => 0,
        _ when choice.Key == own.Key => 0,
        _ when choice.Board == own.Board => 1,
        _ => choice.Region == own.Region ? 2 : 3,
    };

    private static NameChoice Of(Trust trust, RecordBook records, ILookup<string, string> names)
    {
        var key = $"trust:{trust.Code}";
        var board = trust.Homes[Era.Icb36] ?? "";
        return Of(trust.Name, trust.Code, key, board, records.Set.Footprint(Era.Icb36, board)?.Region ?? "", [.. names[key], trust.Town]);
    }

    private static NameChoice Of(SystemSubject subject, Footprint board, ILookup<string, string> names) =>
        Of(board.BareName, subject.Key, subject.Key, board.OdsCode, board.Region, names[subject.Key]);

    private static NameChoice Of(string title, string value, string key, string board, string region, IEnumerable<string> names) =>
        new(title, value, key, board, region, [.. names.Prepend(title).Select(NameChoice.Fold).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)]);
}
