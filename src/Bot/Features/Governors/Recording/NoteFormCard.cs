using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Storage.Governors;

namespace Bot.Features.Governors.Recording;

/// <summary>The form of a note, in a dialog or in the chat.</summary>
internal static class NoteFormCard
{
    public const string Title = "Record the answer";

    private const string Care = "Do not paste confidential or embargoed papers, or details of patients. Your note is kept for you alone, until you delete it or your term ends.";

    private static readonly Choice[] Statuses =
    [
        new("Asked, no answer yet", nameof(NoteStatus.Asked)),
        new("Answered", nameof(NoteStatus.Answered)),
        new("Concern: the answer worries me", nameof(NoteStatus.Concern)),
    ];

    /// <param name="question">Which of the eight.</param>
    /// <param name="trust">Code of the trust.</param>
    /// <param name="form">What stands in the fields.</param>
    /// <param name="isDialog">Dialogs send with Action.Submit, cards in the chat with Action.Execute.</param>
    /// <param name="problem">Said first: what is to be mended.</param>
    /// <param name="kept">What another device has kept meanwhile.</param>
    public static AdaptiveCard Of(EightQuestion question, string trust, NoteForm form, bool isDialog, string? problem = null, MeetingNote? kept = null)
    {
        List<CardElement> body = [];
        if (problem is not null) body.Add(new TextBlock(problem) { Weight = TextWeight.Bolder, Color = TextColor.Attention });
        if (kept is not null) body.Add(new Container([CardParts.Subheading("Kept now, from the other device"), .. NoteLines.Of(kept)]) { Style = ContainerStyle.Emphasis });
        body.Add(CardParts.Heading(question.Article.Heading));
        body.Add(new TextBlock(question.Plain));
        body.AddRange(Fields(form));
        body.Add(CardParts.Subtle(Care));
        var data = new JsonObject
        {
            ["question"] = $"{question.Number}",
            ["trust"] = trust,
            ["version"] = $"{form.Version}",
            ["oldMeeting"] = form.OldMeeting,
            ["oldFollowUpOn"] = form.OldFollowUpOn,
            ["adds"] = form.Adds,
        };
        CardAction save = isDialog ? new SubmitAction("Save", GovernorVerbs.NoteSave, data) { Style = ActionStyle.Positive } : new ExecuteAction("Save", GovernorVerbs.NoteSave, data) { Style = ActionStyle.Positive };
        body.Add(new ActionSet([save]));
        return new AdaptiveCard
        {
            Body = body,
            FallbackText = $"{problem ?? Title}. This client cannot show the form.",
            Summary = problem ?? $"{Title}: {question.Article.Heading}",
        };
    }

    private static IEnumerable<CardElement> Fields(NoteForm form)
    {
        yield return new TextInput("putTo", "Whom you put it to") { Value = form.PutTo, Placeholder = "For example: the chair of the finance committee", MaxLength = 500 };
        yield return form.Adds
            ? new TextInput("answer", "Add to the long answer that is kept") { Value = form.Answer, IsMultiline = true }
            : new TextInput("answer", "The answer you received") { Value = form.Answer, IsMultiline = true };
        yield return new ChoiceSetInput("status", "How the question stands", Statuses) { Style = ChoiceStyle.Expanded, Value = form.Status, IsRequired = true, ErrorMessage = "Choose how the question stands" };
        yield return new DateInput("meeting", "Date of the meeting") { Day = DateInput.Read(form.Meeting), IsRequired = true, ErrorMessage = "Choose the date of the meeting" };
        yield return new TextInput("followUp", "Follow-up, if any") { Value = form.FollowUp, Placeholder = "For example: ask for the table of commitments", MaxLength = 500 };
        yield return new DateInput("followUpOn", "Date of the follow-up") { Day = DateInput.Read(form.FollowUpOn) };
    }
}
