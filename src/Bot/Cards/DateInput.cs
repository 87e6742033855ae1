using System.Globalization;
using System.Text.Json;

namespace Bot.Cards;

/// <summary>A day, picked from a calendar where the client has one; sent as yyyy-MM-dd.</summary>
public sealed record DateInput : InputElement
{
    private const string Format = "yyyy-MM-dd";

    public DateInput(string id, string label) : base(id, label)
    {
    }

    public DateOnly? Day { get; init; }

    private protected override string Type => "Input.Date";

    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private protected override void WriteOwn(Utf8JsonWriter writer)
    {
        WriteInput(writer);
        if (Day is { } day)
            writer.WriteString("value", day.ToString(Format, CultureInfo.InvariantCulture));
    }
}
