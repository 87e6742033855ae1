using System.Text.Json.Serialization;

namespace Bot.Commands;

/// <summary>An entry of a knowledge base in the import format.</summary>
internal sealed record GenericEntry
{
    public required string Id { get; init; }
    public string? Answer { get; init; }
    public required IReadOnlyList<string> Questions { get; init; }
}

/// <summary>A query with the entry that answers it; null where none does.</summary>
internal sealed record GenericQuery
{
    public required string Q { get; init; }

    [JsonPropertyName("expect_id")]
    public string? ExpectId { get; init; }
}

/// <summary>What was said to a query: null for a refusal; the score is the chance that the query is in scope.</summary>
internal sealed record GenericPrediction(
    [property: JsonPropertyName("id"), JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Id,
    [property: JsonPropertyName("score")] double Score);

[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(GenericEntry))]
[JsonSerializable(typeof(GenericQuery))]
[JsonSerializable(typeof(GenericPrediction))]
[JsonSerializable(typeof(GenericReport))]
internal sealed partial class GenericJson : JsonSerializerContext;
