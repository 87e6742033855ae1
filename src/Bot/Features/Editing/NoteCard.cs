using Bot.Cards;

namespace Bot.Features.Editing;

/// <summary>A heading, a few sentences, and what to do next.</summary>
internal static class NoteCard
{
    public static AdaptiveCard Of(string heading, string words, params IReadOnlyList<CardAction> next) => Of(heading, [words], [], next);

    /// <summary>The same, with how long it has been under way.</summary>
    public static Func<TimeSpan, AdaptiveCard> SoFar(string heading, string words) => span =>
        Of(heading, [words, $"So far: {EditorWords.Count((int)span.TotalSeconds, "second", "seconds")}."], [], []);

    /// <param name="heading">What happened.</param>
    /// <param name="sentences">A paragraph each; words from outside are shown as they were typed.</param>
    /// <param name="list">Lines below them.</param>
    /// <param name="next">Buttons.</param>
    public static AdaptiveCard Of(string heading, IReadOnlyList<string> sentences, IReadOnlyList<string> list, IReadOnlyList<CardAction> next)
    {
        List<CardElement> body = [CardParts.Heading(heading), .. sentences.Select(words => new TextBlock(CardParts.Plain(words)))];
        if (list.Count > 0) body.Add(Lines(list));
        if (next.Count > 0) body.Add(new ActionSet(next));
        return new AdaptiveCard
        {
            Body = body,
            FallbackText = string.Join('\n', sentences.Concat(list.Select(line => $"- {line}")).Prepend(heading)),
            Summary = $"{heading}. {(sentences.Count > 0 ? sentences[0] : "")}".Trim(),
        };
    }

    public static TextBlock Lines(IEnumerable<string> list) =>
        new(string.Join('\n', list.Select(line => $"- {CardParts.Plain(line.ReplaceLineEndings(" "))}"))) { Spacing = Spacing.Small };
}
