using Bot.Cards;
using Bot.Knowledge.Documents;
using Bot.Knowledge.Importing;
using Bot.Roles;
using Bot.Storage;

namespace Bot.Features.Editing;

/// <summary>What became of a document that an editor dropped into the chat.</summary>
internal static class DroppedCard
{
    public static AdaptiveCard UnderWay(string name) => NoteCard.Of("Reading your document", $"I read {name} and compare it with the knowledge base. Nothing of it is served before it is published.");

    public static AdaptiveCard Refused(string name, string why) => NoteCard.Of("I could not read your document", [$"{name}: {why}", "Nothing of it was kept."], [], [EditingButtons.Status]);

    /// <param name="document">What was read.</param>
    /// <param name="changes">What it changes.</param>
    /// <param name="kept">The files that differ in drafts now, with whether each is new.</param>
    /// <param name="role">Of the reader.</param>
    public static AdaptiveCard Of(ReadDocument document, DocumentChanges changes, IReadOnlyList<(string Path, string Kind)> kept, Role role)
    {
        var said = kept.Count == 0
            ? "The knowledge base and its drafts say all of this already, so no draft was made."
            : $"{EditorWords.Count(kept.Count, "file differs", "files differ")} in drafts now: {string.Join(", ", kept.CountBy(file => file.Kind).Select(pair => $"{pair.Value} {pair.Key}"))}. What is served has not changed.";
        List<CardElement> body =
        [
            CardParts.Heading($"Read: {CardParts.Plain(EditorWords.Cut(document.Name, 55))}"),
            new TextBlock($"{EditorWords.Count(document.Passages.Count, "passage", "passages")} and {EditorWords.Count(document.Pairs.Count, "question with its answer", "questions with their answers")} were read. {said}"),
        ];
        if (Personal(document) is { } personal) body.Add(new TextBlock(personal) { Weight = TextWeight.Bolder });
        RefreshCard.Section(body, "What was read", document.Passages.Select(passage => passage.Page is { } page ? $"{passage.Heading}, page {page}" : passage.Heading).Concat(document.Pairs.Select(pair => pair.Questions[0])));
        RefreshCard.Section(body, "Left out", document.Dropped.Select(dropped => $"{dropped.What}{(dropped.Times > 1 ? $", {dropped.Times} times" : "")}: {dropped.Why}{(dropped.Example.Length > 0 ? $" \"{dropped.Example}\"" : "")}"));
        RefreshCard.Section(body, "Look at these", document.Warnings);
        RefreshCard.Section(body, "Says nearly the same as an article that is there: compare them", changes.Alikes.Select(alike => $"\"{alike.Question}\" and {alike.ArticleId} ({EditorWords.Percent(alike.Share)} alike)"));
        body.Add(new ActionSet([EditingButtons.Diff, EditingButtons.Check, .. role >= Role.Admin && kept.Count > 0 ? [EditingButtons.PublishForm] : Array.Empty<CardAction>(), EditingButtons.Status]));
        body.Add(CardParts.Subtle("The file itself is not kept; its text waits in the drafts until it is published or forgotten."));
        return new AdaptiveCard { Body = body, FallbackText = $"Read: {document.Name}. {said}", Summary = $"Read: {document.Name}. {said}" };
    }

    // Names and telephone numbers of offices are public; these two never are.
    private static string? Personal(ReadDocument document)
    {
        var found = document.Passages.Select(passage => passage.Text).Concat(document.Pairs.Select(pair => pair.Answer))
            .Aggregate(PersonalDetailKinds.None, (kinds, text) => kinds | PersonalDetails.Drop(text).Found) & (PersonalDetailKinds.NhsNumber | PersonalDetailKinds.DateOfBirth);
        return found == PersonalDetailKinds.None ? null : "The document holds what looks like an NHS number or a date of birth. Look at what would change and forget those drafts, if they are about a person.";
    }
}
