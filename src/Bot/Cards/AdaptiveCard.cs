using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bot.Cards;

public sealed record AdaptiveCard
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    // Most cards fit, so that the buffer need not grow and be copied.
    private const int LikelyLength = 12_288;

    // Teams renders up to 1.5 (nhs-context, section 2), so nothing here may need more.
    public const string Version = "1.5";

    // Cards travel as JSON bodies, never inside HTML, so apostrophes and pounds need no \u escapes.
    internal static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public IReadOnlyList<CardElement> Body { get; init; } = [];
    public IReadOnlyList<CardAction> Actions { get; init; } = [];

    /// <summary>Shown by a client that cannot show the card.</summary>
    public required string FallbackText { get; init; }

    /// <summary>Not part of the card: the activity's summary, which Teams shows as the notification.</summary>
    public required string Summary { get; init; }

    /// <summary>Set on a card that each person may see differently.</summary>
    public Refresh? Refresh { get; init; }

    /// <summary>Not part of the card: set on an answer, under which Teams then shows its own thumbs.</summary>
    public Rating? Rating { get; init; }

    /// <summary>Not part of the card: what a person may say next in a chat of two. None of the card's buttons says the same.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>Not part of the card: it concerns nobody but the person who is answered.</summary>
    public bool IsPersonal { get; init; }

    public string Lang { get; init; } = "en-GB";

    /// <summary>Lets Teams use the whole width of the message, for tables.</summary>
    public bool FullWidth { get; init; }

    public ReadOnlyMemory<byte> ToUtf8Json()
    {
        var buffer = new ArrayBufferWriter<byte>(LikelyLength);
        using (var writer = new Utf8JsonWriter(buffer, Compact))
            Write(writer);
        return buffer.WrittenMemory;
    }

    /// <summary>The same into what is being written; the writer may escape no more than JSON needs.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "AdaptiveCard");
        writer.WriteString("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        writer.WriteString("version", Version);
        writer.WriteString("lang", Lang);
        writer.WriteString("fallbackText", FallbackText);
        if (FullWidth)
        {
            writer.WriteStartObject("msteams");
            writer.WriteString("width", "Full");
            writer.WriteEndObject();
        }
        Refresh?.Write(writer);
        writer.WriteElements("body", Body);
        if (Actions.Count > 0)
            writer.WriteActions("actions", Actions);
        writer.WriteEndObject();
    }
}
