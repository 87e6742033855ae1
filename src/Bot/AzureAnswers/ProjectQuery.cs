using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Bot.AzureAnswers;

/// <summary>Asks the deployed project one question.</summary>
public sealed class ProjectQuery(ProjectCalls calls, IOptions<AzureAnswersOptions> options)
{
    // The service's own limits, and for an answer what a card can hold.
    private const int MostQuestion = 1_000, MostAnswer = 8_000, MostPrompts = 6;

    private readonly AzureAnswersOptions _options = options.Value;

    internal Task<IReadOnlyList<FoundAnswer>> AskAsync(string question, CancellationToken ct) => SendAsync(
        new QueryRequest { Question = question.Length > MostQuestion ? question[..MostQuestion] : question, ConfidenceScoreThreshold = _options.OfferFrom, Filters = Filters() }, ct);

    /// <summary>What a prompt leads to.</summary>
    internal Task<IReadOnlyList<FoundAnswer>> FollowAsync(int qnaId, int? previous, CancellationToken ct) => SendAsync(
        new QueryRequest { QnaId = qnaId, Top = 1, Context = previous is { } id ? new QueryContext(id) : null }, ct);

    private async Task<IReadOnlyList<FoundAnswer>> SendAsync(QueryRequest request, CancellationToken ct)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(request with { IncludeUnstructuredSources = _options.Unstructured }, QueryJson.Default.QueryRequest);
        var reply = await calls.AskAsync(body, ct);
        try
        {
            var answers = JsonSerializer.Deserialize(reply.Body.Span, QueryJson.Default.QueryAnswers)?.Answers
                ?? throw new AzureFault(AzureFaultKind.Broken, "Azure question answering answered without answers. Check Bot:AzureAnswers:Endpoint");
            return [.. answers.Where(IsAnAnswer).Select(Clean).OrderByDescending(a => a.Confidence)];
        }
        catch (JsonException e)
        {
            throw new AzureFault(AzureFaultKind.Broken, "Azure question answering answered in a way that cannot be read. Check Bot:AzureAnswers:Endpoint", e);
        }
    }

    private QueryFilters? Filters()
    {
        var (metadata, sources) = (_options.MetadataFilter, _options.SourceFilter);
        return metadata.Count + sources.Count == 0 ? null : new QueryFilters(
            metadata.Count == 0 ? null : new QueryMetadata([.. metadata.Select(m => new KeyAndValue(m.Key, m.Value))]), sources.Count == 0 ? null : sources);
    }

    // Without a match the service sends its default answer, with the id -1 and no confidence.
    private static bool IsAnAnswer(QueryAnswer answer) => answer is { Id: >= 0, ConfidenceScore: > 0 and <= 1 } && !string.IsNullOrWhiteSpace(answer.Answer);

    private static FoundAnswer Clean(QueryAnswer answer) => new(
        answer.Id, answer.Questions?.FirstOrDefault(q => q is { Length: > 0 })?.Trim() ?? "", Fit(answer.Answer!.Trim()), answer.ConfidenceScore, answer.Source?.Trim() ?? "")
    {
        Span = answer.AnswerSpan?.Text is { } span && !string.IsNullOrWhiteSpace(span) ? Fit(span.Trim()) : null,
        Metadata = (answer.Metadata ?? new Dictionary<string, string?>()).Where(m => m.Value is { Length: > 0 })
            .DistinctBy(m => m.Key.ToLowerInvariant()).ToDictionary(m => m.Key.ToLowerInvariant(), m => m.Value!.Trim(), StringComparer.Ordinal),
        Prompts = [.. (answer.Dialog?.Prompts ?? []).Where(p => !string.IsNullOrWhiteSpace(p.DisplayText)).OrderBy(p => p.DisplayOrder).Take(MostPrompts).Select(p => new FoundPrompt(p.QnaId, p.DisplayText!.Trim()))],
    };

    private static string Fit(string text) => text.Length > MostAnswer ? $"{text[..MostAnswer]} …" : text;
}
