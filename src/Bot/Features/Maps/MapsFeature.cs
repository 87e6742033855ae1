using Bot.Cards;
using Bot.Knowledge;
using Bot.Knowledge.Records;
using Bot.Turns;
using Microsoft.Extensions.Options;

namespace Bot.Features.Maps;

/// <summary>"Show on a map".</summary>
public sealed class MapsFeature(KnowledgeStore knowledge, MapPictures pictures, IOptions<MapOptions> options) : IFeature
{
    private const string Gone = "That map is no longer here. Ask your question again in words.";
    private const string NotOne = "The area was in several boards at that time, so this map cannot show it as one.";

    public string Name => "Maps";

    public IReadOnlyCollection<string> Handles { get; } = [RouteKey.Verb(Verbs.Map)];

    public async ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct)
    {
        var records = knowledge.Current.Records;
        if (turn.Press?.Text("key") is not { } key || records.Find(key) is not { } subject) return new TurnResult.Text(Gone);
        var era = EraOf(turn.Press.Text("era"));
        if (records.Map(subject, era) is not { } map) return new TurnResult.Text(era is null ? Gone : NotOne);
        var card = MapCard.Of(map, subject.Name, key, Address(map, records.Set));
        if (!turn.IsInvoke) return new TurnResult.Card(card);
        await turn.SendAsync(card, ct);
        return new TurnResult.Text("The map is below.");
    }

    /// <summary>The map of boards that a name such as <c>icb36</c> stands for.</summary>
    public static Era? EraOf(string? name) => Eras.All.Where(e => e.IsBoard() && e.Column() == name).Cast<Era?>().FirstOrDefault();

    // Without an address of our own, Teams could not fetch the picture: then it travels in the card.
    private string Address(TileMap map, RecordSet records) => options.Value.PublicUrl is { Length: > 0 } url
        ? $"{url.TrimEnd('/')}/maps/{map.Era.Column()}/{map.Asked.OdsCode}.png"
        : $"data:image/png;base64,{Convert.ToBase64String(pictures.Png(records, map).Span)}";
}
