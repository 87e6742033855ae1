using Bot.Knowledge.Records;

namespace Bot.Tests.Knowledge.Records;

/// <summary>The records, loaded once for all tests.</summary>
internal static class Held
{
    private static readonly Lazy<RecordBook> Once = new(() => new RecordBook(RecordSet.Load(Raw.Folder).Set!));

    public static RecordBook Book => Once.Value;

    public static RecordReply Ask(string key, RecordIntent intent, int? year = null, string? other = null) =>
        Book.Compose(intent, Book.Find(key) ?? throw new InvalidOperationException($"'{key}' is not known."), year, other is null ? null : Book.Find(other));

    public static RecordAnswer Answer(string key, RecordIntent intent, int? year = null) => Assert.IsType<RecordAnswer>(Ask(key, intent, year));

    /// <summary>What a person sees without unfolding anything.</summary>
    public static string Visible(RecordReply reply) => reply switch
    {
        RecordAnswer answer => string.Join('\n', [answer.Heading, answer.Short, .. answer.Points, answer.StatusNote ?? "", answer.Footnote ?? ""]),
        RecordChoice choice => string.Join('\n', [choice.Heading, choice.Text, .. choice.Options.Select(o => o.Label)]),
        RecordNotHeld missing => $"{missing.Heading}\n{missing.Text}",
        _ => "",
    };
}
