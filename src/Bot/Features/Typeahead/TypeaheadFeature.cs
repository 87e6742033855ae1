using System.Text.Json;
using Bot.Activities;
using Bot.Knowledge;
using Bot.Trusts;
using Bot.Turns;

namespace Bot.Features.Typeahead;

/// <summary>Offers names while one is being typed into a card (application/search).</summary>
public sealed class TypeaheadFeature(KnowledgeStore knowledge, OwnTrusts trusts) : IFeature
{
    private const string Search = "application/search";
    private const int Most = 15, LongestQuery = 200;

    private NameIndex? _index;

    public string Name => "Typeahead";

    public IReadOnlyCollection<string> Handles { get; } = [RouteKey.Invoke(Search)];

    public async ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct)
    {
        if (turn.Activity.Value is not { ValueKind: JsonValueKind.Object } value || Text(value, "dataset") is not { } dataset)
            return SearchReply.Refused("The search names no dataset.");
        var snapshot = knowledge.Current;
        var index = _index is { } known && known.Records == snapshot.Records ? known : _index = new NameIndex(snapshot.Records);
        var own = await trusts.ReadAsync(turn.UserId, snapshot.Records, ct);
        var query = Text(value, "queryText") ?? "";
        if (index.Find(dataset, query.Length > LongestQuery ? query[..LongestQuery] : query, snapshot, own?.Current) is not { } found)
            return SearchReply.Refused("No such list of names is known here.");
        var (skip, top) = Window(value);
        return SearchReply.Of(found.Skip(skip).Take(top));
    }

    private static (int Skip, int Top) Window(JsonElement value)
    {
        if (!value.TryGetProperty("queryOptions", out var options) || options.ValueKind != JsonValueKind.Object) return (0, Most);
        return (Number(options, "skip") ?? 0, Math.Min(Number(options, "top") ?? Most, Most));
    }

    private static int? Number(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 0 ? number : null;

    private static string? Text(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
