using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Features.Questions.Certificates;

/// <summary>The words of an answer as they are kept. A later program has to read what an older one wrote: fields may be added, never changed.</summary>
public sealed record CertifiedText
{
    // Set and not init: what an older row does not have keeps its empty value.
    public string Heading { get; set; } = "";
    public string Short { get; set; } = "";
    public IReadOnlyList<string> Points { get; set; } = [];

    /// <summary>The descent of an area, one line a step.</summary>
    public IReadOnlyList<string> Steps { get; set; } = [];
    public string Detail { get; set; } = "";
    public string? Footnote { get; set; }
    public string Status { get; set; } = "";
    public string Dates { get; set; } = "";
    public IReadOnlyList<CertifiedSource> Sources { get; set; } = [];

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
