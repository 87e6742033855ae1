using System.ComponentModel.DataAnnotations;

namespace Bot.Telemetry;

/// <summary>Where traces, figures and logs go: section Bot:Telemetry.</summary>
public sealed class TelemetryOptions : IValidatableObject
{
    public const string Section = "Bot:Telemetry";

    /// <summary>An OTLP collector that takes http/protobuf. Empty: nothing is sent, unless the standard variables name one.</summary>
    public string Endpoint { get; set; } = "";

    /// <summary>Sent with everything, as name=value,name=value.</summary>
    public string Headers { get; set; } = "";

    /// <summary>Also what people write.</summary>
    public bool WithText { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint.Length > 0 && AddressOf(Endpoint) is null)
            yield return new($"{Section}:{nameof(Endpoint)} is no address. Write one that begins with http:// or https://, such as http://collector:4318.");
    }

    internal static Uri? AddressOf(string endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address : null;
}
