using Bot.Knowledge.Records;
using Bot.Knowledge.Records.Composing;

namespace Bot.Features.Governors;

/// <summary>What the records know of a trust that bears on one of the eight questions.</summary>
/// <param name="Lines">A sentence or a list each.</param>
/// <param name="SourceIds">Ids in sources.yaml.</param>
/// <param name="ShowsKinds">Kinds of trusts are shown, which are our own sorting.</param>
public sealed record LocalFacts(IReadOnlyList<string> Lines, IReadOnlyList<string> SourceIds, bool ShowsKinds)
{
    /// <summary>What every line holds for, unless it says otherwise.</summary>
    public const string AsAt = "July 2026";

    public static LocalFacts Of(int question, TrustSubject trust, RecordBook records)
    {
        var area = LocalArea.Of(trust, records);
        return area.Board is { } board
            ? new(Composed(question, area, board), area.Sources(question), question == 1)
            : new([area.Short(RecordIntent.WhichFootprint) ?? $"The records hold no integrated care board of today for {trust.Name}."], area.Sources(question), false);
    }

    private static List<string> Composed(int question, LocalArea area, Footprint board)
    {
        List<string?> lines = question switch
        {
            1 => [area.Short(RecordIntent.WhichFootprint), area.Straddling, .. area.Partners, $"The {board.ShortTitle} and the councils of its area form the integrated care partnership (ICP)."],
            2 => [area.Short(RecordIntent.ChangedIn2026), $"Plans that apply to {area.Name} today: the joint forward plan of the {board.FullTitle} and its partner trusts, and the 5-year plans from 2026 to 2027 on."],
            3 => [$"Public papers to look for: those of the {board.FullTitle}. {area.Name} publishes its own.", area.Neighbours],
            4 => [area.Short(RecordIntent.Population), $"The strategy for the area of {area.Name} is that of the integrated care partnership (ICP) with the {board.ShortTitle}.", area.Councils("Councils that assess local needs")],
            5 => [$"The council of {area.Name} votes in its own trust only. It has no vote in the {board.FullTitle}, and none in the other trusts of the area.", area.Others],
            6 => [$"Ask for 2 results side by side: that of {area.Name}, and that of the {board.FullTitle} area.", area.Others],
            7 => [area.Short(RecordIntent.Became), area.Short(RecordIntent.ChangedIn2026)],
            _ => [$"Plans here are those of {area.Name} and of the {board.FullTitle}. Each has its own duty to involve the public.", area.Councils("Councils whose health scrutiny covers the area")],
        };
        return [.. lines.OfType<string>()];
    }
}
