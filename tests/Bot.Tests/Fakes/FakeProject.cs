using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Tests.Fakes;

/// <summary>What a project of custom question answering holds, how it takes new content, and a plain ranking over what is deployed.</summary>
public sealed partial class FakeProject
{
    private static readonly string[] RecordNames = ["id", "answer", "source", "questions", "metadata", "dialog", "activeLearningSuggestions", "lastUpdatedDateTime", "sourceDisplayName"];

    public JsonObject? Metadata { get; set; }

    public List<JsonObject> Pairs { get; } = [];

    public List<JsonObject> Sources { get; } = [new JsonObject { ["displayName"] = "Editorial", ["source"] = "Editorial", ["sourceUri"] = "Editorial", ["sourceKind"] = "file" }];

    public JsonArray Synonyms { get; private set; } = [];

    /// <summary>What questions are answered from.</summary>
    public IReadOnlyList<JsonObject> Deployed { get; private set; } = [];

    /// <returns>What is wrong with the body, as the schema of 2021-10-01 has it; null where nothing is.</returns>
    public static string? FaultOfImport(JsonNode? body)
    {
        if (body is not JsonObject options || options.Any(p => p.Key is not ("metadata" or "assets" or "fileUri"))) return "Only metadata, assets and fileUri are known.";
        if (options["metadata"]?["language"] is null) return "The language is missing.";
        if (options["assets"] is not JsonObject assets || assets.Any(p => p.Key is not ("synonyms" or "qnas"))) return "Only synonyms and qnas are known.";
        if (assets["synonyms"]!.AsArray().Any(set => set!["alterations"]!.AsArray().Count > 20)) return "A set of synonyms has more than 20 words.";
        return assets["qnas"]!.AsArray().Select(FaultOfPair).FirstOrDefault(fault => fault is not null);
    }

    public static string? FaultOfPair(JsonNode? record)
    {
        if (record is not JsonObject pair || pair.Any(p => !RecordNames.Contains(p.Key))) return "A pair holds a name that is not known.";
        if (pair["answer"]!.GetValue<string>().Length is 0 or > 25_000) return "An answer is empty or too long.";
        if (pair["source"]!.GetValue<string>().Length > 300) return "A source is too long.";
        var questions = pair["questions"]!.AsArray();
        if (questions.Count is 0 or > 100 || questions.Any(q => q!.GetValue<string>().Length is 0 or > 1_000)) return "A pair has no question, too many, or too long ones.";
        foreach (var (name, value) in pair["metadata"]!.AsObject())
            if (!Name().IsMatch(name) || !Value().IsMatch(value!.GetValue<string>())) return $"The metadata {name} cannot be stored.";
        var prompts = pair["dialog"]!["prompts"]!.AsArray();
        return prompts.Count > 20 || prompts.Any(p => p!["displayText"]!.GetValue<string>().Length > 200) ? "Too many prompts, or too long ones." : null;
    }

    public void Import(JsonNode body)
    {
        Metadata = Merged(Metadata, body["metadata"]!.AsObject());
        Synonyms = body["assets"]!["synonyms"]!.DeepClone().AsArray();
        Pairs.Clear();
        Pairs.AddRange(body["assets"]!["qnas"]!.AsArray().Select(q => q!.DeepClone().AsObject()));
    }

    /// <returns>What is wrong; null where it was done.</returns>
    public string? Change(JsonArray operations)
    {
        foreach (var (op, value) in operations.Select(o => (o!["op"]!.GetValue<string>(), o["value"]!.AsObject())))
        {
            if (op != "delete" && FaultOfPair(value) is { } fault) return fault;
            if (op != "delete" && Sources.All(s => s["source"]!.GetValue<string>() != value["source"]!.GetValue<string>())) return "There is no such source.";
            var there = Pairs.FindIndex(p => p["id"]!.GetValue<int>() == value["id"]!.GetValue<int>());
            if (there < 0 != (op == "add")) return $"{op}: the id is taken, or not there.";
            if (there >= 0) Pairs.RemoveAt(there);
            if (op != "delete") Pairs.Add(value.DeepClone().AsObject());
        }

        return null;
    }

    public void ChangeSources(JsonArray operations)
    {
        foreach (var (op, value) in operations.Select(o => (o!["op"]!.GetValue<string>(), o["value"]!.AsObject())))
        {
            Sources.RemoveAll(s => s["sourceUri"]!.GetValue<string>() == value["sourceUri"]!.GetValue<string>());
            if (op != "delete") Sources.Add(value.DeepClone().AsObject());
        }
    }

    public void Deploy()
    {
        Deployed = [.. Pairs.Select(p => p.DeepClone().AsObject())];
        Metadata!["lastDeployedDateTime"] = "2026-11-26T09:05:00Z";
    }

    public static JsonObject Merged(JsonObject? old, JsonObject changes)
    {
        var merged = old?.DeepClone().AsObject() ?? [];
        foreach (var (name, value) in changes) merged[name] = value?.DeepClone();
        return merged;
    }

    /// <summary>As the service names things in a download: each with a capital.</summary>
    public JsonNode Export() => Capitalised(new JsonObject
    {
        ["metadata"] = Metadata?.DeepClone(),
        ["assets"] = new JsonObject { ["synonyms"] = Synonyms.DeepClone(), ["qnas"] = new JsonArray([.. Pairs.Select(p => p.DeepClone())]) },
    })!;

    public JsonObject Query(JsonNode request)
    {
        if (request["qnaId"] is { } wanted) return Answers(Deployed.Where(p => p["id"]!.GetValue<int>() == wanted.GetValue<int>()).Select(p => (p, 1.0)));
        var words = Words(request["question"]!.GetValue<string>());
        return Answers(Deployed.Where(p => Fits(p, request["filters"])).Select(p => (Pair: p, Score: p["questions"]!.AsArray().Max(q => Likeness(words, Words(q!.GetValue<string>())))))
            .Where(p => p.Score >= (request["confidenceScoreThreshold"]?.GetValue<double>() ?? 0)).OrderByDescending(p => p.Score).Take(request["top"]?.GetValue<int>() ?? 1));
    }

    private static JsonObject Answers(IEnumerable<(JsonObject Pair, double Score)> found)
    {
        JsonObject[] answers = [.. found.Select(f => new JsonObject
        {
            ["questions"] = f.Pair["questions"]!.DeepClone(), ["answer"] = f.Pair["answer"]!.DeepClone(), ["confidenceScore"] = Math.Round(f.Score, 4), ["id"] = f.Pair["id"]!.DeepClone(),
            ["source"] = f.Pair["source"]!.DeepClone(), ["metadata"] = f.Pair["metadata"]!.DeepClone(), ["dialog"] = f.Pair["dialog"]!.DeepClone(),
        })];
        var none = new JsonObject { ["questions"] = new JsonArray(), ["answer"] = "No answer found", ["confidenceScore"] = 0, ["id"] = -1, ["metadata"] = new JsonObject() };
        return new JsonObject { ["answers"] = new JsonArray(answers.Length > 0 ? [.. answers] : [none]) };
    }

    private static bool Fits(JsonObject pair, JsonNode? filters) =>
        (filters?["sourceFilter"] is not JsonArray sources || sources.Any(s => s!.GetValue<string>() == pair["source"]!.GetValue<string>()))
        && (filters?["metadataFilter"]?["metadata"] is not JsonArray metadata || metadata.All(m => pair["metadata"]![m!["key"]!.GetValue<string>()]?.GetValue<string>() == m["value"]!.GetValue<string>()));

    private static double Likeness(HashSet<string> one, HashSet<string> two) => (double)one.Intersect(two).Count() / Math.Max(1, one.Union(two).Count());

    private static HashSet<string> Words(string text) => [.. WordPattern().Matches(text.ToLowerInvariant()).Select(m => m.Value)];

    private static JsonNode? Capitalised(JsonNode? node) => node switch
    {
        JsonObject named => new JsonObject(named.Select(p => KeyValuePair.Create(char.ToUpperInvariant(p.Key[0]) + p.Key[1..], p.Key == "metadata" && p.Value?["language"] is null ? p.Value?.DeepClone() : Capitalised(p.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Capitalised)]),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex("^[a-zA-Z0-9_]{1,100}$")]
    private static partial Regex Name();

    [GeneratedRegex("^[^:|]{1,500}$")]
    private static partial Regex Value();

    [GeneratedRegex("[a-z0-9]+")]
    private static partial Regex WordPattern();
}
