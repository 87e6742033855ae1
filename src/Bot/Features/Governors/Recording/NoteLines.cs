using Bot.Cards;
using Bot.Features.Governors.Walking;
using Bot.Storage.Governors;

namespace Bot.Features.Governors.Recording;

/// <summary>A note as people read it. Everything typed is shown as it was typed, markup and formulas included.</summary>
internal static class NoteLines
{
    private const int MostShown = 1_000;

    public static IEnumerable<CardElement> Of(MeetingNote note) => Texts(note).Select(text => new TextBlock(text) { Spacing = Spacing.Small });

    private static IEnumerable<string> Texts(MeetingNote note)
    {
        var to = note.PutTo.Length > 0 ? $", put to {CardParts.Plain(note.PutTo)}" : "";
        yield return $"{HowItStands.Of(note)} at the meeting on {SpokenDate.Words(note.Meeting)}{to}";
        if (note.Answer.Length > 0) yield return $"Answer: {CardParts.Plain(Shortened(note.Answer))}{(note.Answer.Length > MostShown ? $" … All {note.Answer.Length:N0} characters are kept, and stand in your pack." : "")}";
        if (FollowUp(note) is { } follow) yield return follow;
    }

    /// <param name="note">The note.</param>
    /// <param name="plain">For paper, where what was typed needs no escaping.</param>
    public static string? FollowUp(MeetingNote note, bool plain = false) => (note.FollowUp.Length, note.FollowUpOn) switch
    {
        (0, null) => null,
        (0, { } on) => $"Follow-up on {SpokenDate.Words(on)}",
        (_, { } on) => $"Follow-up by {SpokenDate.Words(on)}: {(plain ? note.FollowUp : CardParts.Plain(note.FollowUp))}",
        _ => $"Follow-up: {(plain ? note.FollowUp : CardParts.Plain(note.FollowUp))}",
    };

    private static string Shortened(string text)
    {
        if (text.Length <= MostShown) return text;
        var end = text.LastIndexOf(' ', MostShown - 1);
        if (end < MostShown / 2) end = char.IsHighSurrogate(text[MostShown - 1]) ? MostShown - 1 : MostShown;
        return text[..end];
    }
}
