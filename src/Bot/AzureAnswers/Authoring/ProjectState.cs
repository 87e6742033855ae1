using System.Text.Json.Nodes;

namespace Bot.AzureAnswers.Authoring;

/// <summary>What the project says of itself.</summary>
/// <param name="Description">Holds the mark of the release.</param>
/// <param name="Modified">As the service writes it.</param>
/// <param name="Deployed">As the service writes it; empty where it never was.</param>
public sealed record ProjectState(string Description, string Modified, string Deployed)
{
    private const string DefaultAnswer = "That is not covered here.", DefaultLanguage = "en";

    internal string Language { get; init; } = DefaultLanguage;

    internal bool IsMultilingual { get; init; }

    internal string Otherwise { get; init; } = DefaultAnswer;

    /// <summary>A project that is not there yet.</summary>
    internal static ProjectState New { get; } = new("", "", "");

    internal static ProjectState Of(JsonNode? body) => new(ErrorReply.Text(body, "description"), ErrorReply.Text(body, "lastModifiedDateTime"), ErrorReply.Text(body, "lastDeployedDateTime"))
    {
        Language = ErrorReply.Text(body, "language") is { Length: > 0 } language ? language : DefaultLanguage,
        IsMultilingual = ErrorReply.Child(body, "multilingualResource") is JsonValue value && value.TryGetValue<bool>(out var on) && on,
        Otherwise = ErrorReply.Text(ErrorReply.Child(body, "settings"), "defaultAnswer") is { Length: > 0 } said ? said : DefaultAnswer,
    };

    /// <summary>As it is written back: all else that its owner set stays.</summary>
    internal JsonObject Written(string description) => new()
    {
        ["description"] = description,
        ["language"] = Language,
        ["multilingualResource"] = IsMultilingual,
        ["settings"] = new JsonObject { ["defaultAnswer"] = Otherwise },
    };
}
