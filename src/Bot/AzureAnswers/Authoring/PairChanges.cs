using System.Text.Json.Nodes;
using Bot.Knowledge.Documents;

namespace Bot.AzureAnswers.Authoring;

/// <summary>Brings the pairs that came from here up to date and leaves all others alone.</summary>
/// <param name="project">Where they are.</param>
internal sealed class PairChanges(ProjectAuthoring project)
{
    // Every project has this source; a name that it does not know is refused.
    private const string Source = "Editorial";
    private const string What = "qnas";
    private const int AtOnce = 200;

    /// <summary>Twice through the list: a new pair's number is known for sure only when it is there, and prompts need numbers.</summary>
    public async Task<IReadOnlyList<JobReport>> ApplyAsync(IReadOnlyList<Pair> wanted, CancellationToken ct)
    {
        var pairs = wanted.ToDictionary(Article, StringComparer.Ordinal);
        var held = await HeldAsync(ct);
        var jobs = await SendAsync([.. Removed(held.Ours, pairs), .. Added(held, pairs)], ct);
        held = await HeldAsync(ct);
        return [.. jobs, .. await SendAsync([.. Changed(held.Ours, pairs, wanted)], ct)];
    }

    private static IEnumerable<JsonObject> Removed(IReadOnlyDictionary<string, JsonNode> ours, Dictionary<string, Pair> pairs) =>
        ours.Where(pair => !pairs.ContainsKey(pair.Key)).Select(pair => Operation("delete", new JsonObject { ["id"] = PairRecord.IdOf(pair.Value) }));

    private static IEnumerable<JsonObject> Added(Held held, Dictionary<string, Pair> pairs)
    {
        var next = held.Highest;
        return pairs.Where(pair => !held.Ours.ContainsKey(pair.Key)).Select(pair => Operation("add", PairRecord.Of(pair.Value, ++next, Source, null)));
    }

    // The whole record each time: whether "replace" merges is not said anywhere.
    private static IEnumerable<JsonObject> Changed(IReadOnlyDictionary<string, JsonNode> ours, Dictionary<string, Pair> pairs, IReadOnlyList<Pair> wanted)
    {
        var articles = wanted.ToDictionary(pair => pair.Id ?? 0, Article);
        int? Number(int pair) => articles.GetValueOrDefault(pair) is { } article && ours.TryGetValue(article, out var there) ? PairRecord.IdOf(there) : null;
        foreach (var (article, there) in ours)
        {
            if (!pairs.TryGetValue(article, out var pair) || PairRecord.IdOf(there) is not { } id) continue;
            var record = PairRecord.Of(pair, id, ErrorReply.Text(there, "source") is { Length: > 0 } source ? source : Source, Number);
            if (PairRecord.Canonical(record) != PairRecord.Canonical(there)) yield return Operation("replace", record);
        }
    }

    private async Task<IReadOnlyList<JobReport>> SendAsync(JsonObject[] operations, CancellationToken ct)
    {
        var jobs = new List<JobReport>();
        foreach (var some in operations.Chunk(AtOnce)) jobs.Add(await project.ChangeAsync(What, [.. some], ct));
        return jobs;
    }

    private async Task<Held> HeldAsync(CancellationToken ct)
    {
        var all = await project.ListAsync(What, ct);
        var ours = all.Where(record => PairRecord.ArticleOf(record) is not null && PairRecord.IdOf(record) is not null).DistinctBy(PairRecord.ArticleOf).ToDictionary(record => PairRecord.ArticleOf(record)!, StringComparer.Ordinal);
        return new Held(ours, all.Select(record => PairRecord.IdOf(record) ?? 0).DefaultIfEmpty().Max());
    }

    private static string Article(Pair pair) => pair.Metadata.First(m => m.Key == PairRecord.ArticleKey).Value.ToLowerInvariant();

    private static JsonObject Operation(string name, JsonObject value) => new() { ["op"] = name, ["value"] = value };

    private sealed record Held(IReadOnlyDictionary<string, JsonNode> Ours, int Highest);
}
