using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Knowledge.Records;
using Bot.Turns;

namespace Bot.Features.Maps;

/// <summary>A schematic map as a card: the picture, and in words everything that it shows.</summary>
internal static class MapCard
{
    private const string ChecksAndSource =
        "A schematic map: one tile for each integrated care board (ICB), all of one size, laid by hand roughly as on the ground. It shows no borders.";

    public static AdaptiveCard Of(TileMap map, string subject, string key, string picture)
    {
        var when = When(map.Era);
        var heading = $"{map.Asked.BareName} on a map, {when}";
        var where = Where(map, subject);
        var region = Region(map);
        var (other, title) = map.Era == Era.Icb36 ? (Era.Icb42, "Map of 2022 to 2026") : (Era.Icb36, "Map since April 2026");
        return new AdaptiveCard
        {
            Body =
            [
                CardParts.Heading(heading.Length <= 65 ? heading : $"The area on a map, {when}"),
                new TextBlock(where),
                new Image(picture, $"Schematic map of England's {map.Tiles.Count} boards, {when}. {where} {region}") { Size = ImageSize.Auto },
                new TextBlock(region),
                new TextBlock(ChecksAndSource) { Size = TextSize.Small, Separator = true, Spacing = Spacing.Medium },
                new TextBlock($"As at {(map.Era == Era.Icb36 ? "July 2026" : "March 2026")}. {RecordAnswer.AttributionLine}") { Size = TextSize.Small, Spacing = Spacing.Small },
                new ActionSet(
                [
                    Button(title, Verbs.Map, ("key", key), ("era", other.Column())),
                    Button("What became of it", Verbs.Record, ("intent", nameof(RecordIntent.Became)), ("key", key)),
                    Button("Others in the same region", Verbs.Record, ("intent", nameof(RecordIntent.Neighbours)), ("key", key)),
                ]),
            ],
            FallbackText = $"{where} {region}",
            Summary = where,
        };
    }

    private static string When(Era era) => era == Era.Icb36 ? "since April 2026" : "July 2022 to March 2026";

    private static string Where(TileMap map, string subject)
    {
        var tile = $"The dark tile {map.TileOf(map.Asked).Label} is the {map.Asked.FullTitle}.";
        var same = subject == map.Asked.BareName || subject == map.Asked.Name;
        return same ? tile : $"{tile} It is the board of {subject}{(map.Era == Era.Icb36 ? "" : " on this map")}.";
    }

    private static string Region(TileMap map) => map.Region.Count == 0
        ? $"No other board is in the {map.Asked.Region} region."
        : $"Framed tiles are the others in the {map.Asked.Region} region: {string.Join("; ", map.Region.Select(f => $"{map.TileOf(f).Label} {f.BareName}"))}.";

    private static ExecuteAction Button(string title, string verb, params (string Name, string Value)[] data)
    {
        var json = new JsonObject();
        foreach (var (name, value) in data) json[name] = value;
        return new ExecuteAction(title, verb, json) { SendsInputs = false };
    }
}
