using System.Net;
using System.Text;
using System.Text.Json;

namespace Bot.Features.Compose;

/// <summary>The words of the message that a command was started from: messagePayload.body, HTML or plain.</summary>
internal static class MessageWords
{
    private const int MostCharacters = 20_000;
    private static readonly string[] Breaks = ["p", "/p", "br", "br/", "div", "/div", "li", "/li", "tr", "/tr", "blockquote", "/blockquote"];

    public static string Of(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } request
            || !request.TryGetProperty("messagePayload", out var message) || message.ValueKind != JsonValueKind.Object
            || !message.TryGetProperty("body", out var body) || body.ValueKind != JsonValueKind.Object
            || !body.TryGetProperty("content", out var content) || content.ValueKind != JsonValueKind.String)
            return "";
        var text = content.GetString()!;
        if (text.Length > MostCharacters) text = text[..MostCharacters];
        var isPlain = body.TryGetProperty("contentType", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("text"u8);
        return (isPlain ? text : Words(text)).Trim();
    }

    // Only the words are wanted, and they are never shown, so cutting the tags out is enough.
    private static string Words(string html)
    {
        var words = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length;)
        {
            var end = html[at] == '<' ? html.IndexOf('>', at) : -1;
            if (end < 0)
            {
                words.Append(html[at++]);
                continue;
            }

            var tag = html[(at + 1)..end].Trim().ToLowerInvariant().Split(' ')[0];
            if (Breaks.Contains(tag)) words.Append('\n');
            at = end + 1;
        }

        return WebUtility.HtmlDecode(words.ToString()).Replace('\u00A0', ' ');
    }
}
