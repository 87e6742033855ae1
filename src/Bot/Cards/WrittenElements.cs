using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Bot.Cards;

/// <summary>One or more elements as the JSON that they were written to once, for cards that are sent again and again.</summary>
public sealed record WrittenElements : CardElement
{
    private readonly ReadOnlyMemory<byte> _json;

    private WrittenElements(ReadOnlyMemory<byte> json) => _json = json;

    private protected override string Type => nameof(WrittenElements);

    /// <param name="elements">At least one.</param>
    public static WrittenElements Of(IEnumerable<CardElement> elements)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var writer = new Utf8JsonWriter(buffer, AdaptiveCard.Compact))
        {
            writer.WriteStartArray();
            foreach (var element in elements) element.Write(writer);
            writer.WriteEndArray();
        }

        return new WrittenElements(buffer.WrittenMemory[1..^1]);
    }

    /// <summary>The same with one text in the place of another wherever it stands.</summary>
    /// <param name="gap">Letters, digits and braces only.</param>
    /// <param name="text">Any text: it may have come back with a press, and is escaped like any other.</param>
    public WrittenElements With(string gap, string text)
    {
        var (old, filled) = (Encoding.ASCII.GetBytes(gap), JsonEncodedText.Encode(text, AdaptiveCard.Compact.Encoder).EncodedUtf8Bytes.ToArray());
        var buffer = new ArrayBufferWriter<byte>(_json.Length + 64);
        var rest = _json.Span;
        for (var at = rest.IndexOf(old); at >= 0; at = rest.IndexOf(old))
        {
            buffer.Write(rest[..at]);
            buffer.Write(filled);
            rest = rest[(at + old.Length)..];
        }

        buffer.Write(rest);
        return new WrittenElements(buffer.WrittenMemory);
    }

    internal override void Write(Utf8JsonWriter writer) => writer.WriteRawValue(_json.Span, skipInputValidation: true);

    private protected override void WriteOwn(Utf8JsonWriter writer) => throw new InvalidOperationException("Written as a whole.");
}
