using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Features.Questions.Certificates;

/// <summary>The words of an answer as they are kept. A later program has to read what an older one wrote: fields may be added, never changed.</summary>
public sealed record CertifiedText
{
    public string Heading { get; init; } = "";
    public string Short { get; init; } = "";
    public IReadOnlyList<string> Points { get; init; } = [];

    /// <summary>The descent of an area, one line a step.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];
    public string Detail { get; init; } = "";
    public string? Footnote { get; init; }
    public string Status { get; init; } = "";
    public string Dates { get; init; } = "";
    public IReadOnlyList<CertifiedSource> Sources { get; init; } = [];

    internal static CertifiedText Of(Reply reply) => new()
    {
        Heading = reply.Heading,
        Short = reply.Short,
        Points = reply.Points,
        Steps = [.. reply.Steps.Select(Lineage.Line)],
        Detail = reply.Detail,
        Footnote = reply.Footnote,
        Status = reply.Status,
        Dates = reply.Dates,
        Sources = [.. reply.Sources.Select(source => new CertifiedSource(source.Title, source.Publisher, source.Date, source.Url))],
    };

    public string ToJson() => JsonSerializer.Serialize(this, CertifiedJson.Compact.CertifiedText);

    /// <exception cref="JsonException">It was not written by this.</exception>
    public static CertifiedText Read(string json) => JsonSerializer.Deserialize(json, CertifiedJson.Compact.CertifiedText) ?? new();
}

public sealed record CertifiedSource(string Title, string Publisher, string Date, string? Url);

[JsonSerializable(typeof(CertifiedText))]
internal sealed partial class CertifiedJson : JsonSerializerContext
{
    public static CertifiedJson Compact { get; } = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });
}
