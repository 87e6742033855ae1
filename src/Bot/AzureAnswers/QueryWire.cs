using System.Text.Json.Serialization;

namespace Bot.AzureAnswers;

/// <summary>Body of <c>:query-knowledgebases</c>. Nothing in it says who asks.</summary>
internal sealed record QueryRequest
{
    public int? QnaId { get; init; }
    public string? Question { get; init; }
    public int Top { get; init; } = 3;
    public double ConfidenceScoreThreshold { get; init; }
    public QueryContext? Context { get; init; }
    public QueryFilters? Filters { get; init; }
    public SpanRequest AnswerSpanRequest { get; init; } = new(true, 1);
    public bool IncludeUnstructuredSources { get; init; }
}

internal sealed record QueryContext(int PreviousQnaId);

internal sealed record SpanRequest(bool Enable, int TopAnswersWithSpan);

internal sealed record QueryFilters(QueryMetadata? MetadataFilter, IReadOnlyList<string>? SourceFilter, string LogicalOperation = "AND");

internal sealed record QueryMetadata(IReadOnlyList<KeyAndValue> Metadata, string LogicalOperation = "AND");

internal sealed record KeyAndValue(string Key, string Value);

internal sealed record QueryAnswers(IReadOnlyList<QueryAnswer>? Answers);

internal sealed record QueryAnswer
{
    public IReadOnlyList<string>? Questions { get; init; }
    public string? Answer { get; init; }
    public double ConfidenceScore { get; init; }
    public int Id { get; init; }
    public string? Source { get; init; }
    public IReadOnlyDictionary<string, string?>? Metadata { get; init; }
    public QueryDialog? Dialog { get; init; }
    public QuerySpan? AnswerSpan { get; init; }
}

internal sealed record QueryDialog(IReadOnlyList<QueryPrompt>? Prompts);

internal sealed record QueryPrompt(int DisplayOrder, int QnaId, string? DisplayText);

internal sealed record QuerySpan(string? Text, double ConfidenceScore);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(QueryRequest))]
[JsonSerializable(typeof(QueryAnswers))]
internal sealed partial class QueryJson : JsonSerializerContext;
