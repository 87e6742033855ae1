using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Knowledge.Records;
using Bot.Turns;

namespace Bot.Trusts;

/// <summary>Asks which trust a person acts for.</summary>
public static class ChoosingCard
{
    private const string HeadingText = "Choose your trust";
    private const string Why = "Which trust are you with? I keep your choice, so that \"my\", \"our\" and \"we\" mean that trust. Say \"forget my trust\" to delete it.";
    private const string OrType = "You can also type it, for example: my trust is Barnsley Hospital";

    // A button's text may be pressed back to us only up to this length.
    private const int LongestQuestion = 400;

    /// <summary>All open trusts, to pick from a list.</summary>
    /// <param name="records">The records of the snapshot.</param>
    /// <param name="question">What is answered at once after choosing.</param>
    /// <param name="lead">Said first, for example that a name is not known.</param>
    /// <param name="suggestion">Offered above the list.</param>
    public static AdaptiveCard Of(RecordBook records, string? question = null, string? lead = null, TrustSuggestion? suggestion = null)
    {
        List<CardElement> body = [CardParts.Heading(HeadingText)];
        if (lead is not null) body.Add(new TextBlock(lead));
        body.Add(new TextBlock(Why));
        if (suggestion is not null)
        {
            body.Add(new TextBlock($"{suggestion.Reason} Is it {suggestion.Trust.Name}?"));
            body.Add(new ActionSet([Choose($"Yes, {suggestion.Trust.Trust.ShortName}", suggestion.Trust, question)]));
        }

        body.Add(new ChoiceSetInput("trust", "Your trust", [.. Open(records).Select(t => new Choice(t.Name, t.Code))])
        {
            Style = ChoiceStyle.Filtered,
            Dataset = Datasets.Trusts,
            Placeholder = "Type part of its name",
            IsRequired = true,
            ErrorMessage = "Choose a trust from the list",
        });
        body.Add(new ActionSet([new ExecuteAction("Use this trust", Verbs.TrustChoose, Data(question))]));
        body.Add(CardParts.Subtle(OrType));
        return new AdaptiveCard { Body = body, FallbackText = $"{Why} {OrType}", Summary = Join(lead, "Which trust are you with?"), IsPersonal = true };
    }

    /// <summary>A few trusts to tap, where a name fits several.</summary>
    public static AdaptiveCard Among(IReadOnlyList<TrustSubject> trusts, string ask, string? question, string? instead = null)
    {
        List<CardElement> body = [CardParts.Heading(HeadingText), new TextBlock(ask)];
        body.AddRange(trusts.Chunk(4).Select(row => new ActionSet([.. row.Select(t => Choose(t.Name, t, question, instead))])));
        body.Add(new ActionSet([OwnTrustCard.Another("Choose another trust", question)]));
        return new AdaptiveCard { Body = body, FallbackText = $"{ask} {string.Join("; ", trusts.Select(t => t.Name))}", Summary = ask, IsPersonal = true };
    }

    /// <summary>The remembered or typed trust has closed: its successor is offered, not taken.</summary>
    public static AdaptiveCard AfterClosing(RecordBook records, Trust closed, string? question)
    {
        var successors = OwnTrusts.Successors(records, closed);
        var gone = closed.To is { } day ? $"{closed.Name} closed on {RecordDate.Words(day)}." : $"{closed.Name} has closed.";
        return successors.Count switch
        {
            0 => Of(records, question, $"{gone} I hold no successor."),
            1 => Among(successors, $"{gone} Its successor is {successors[0].Name}. Is that your trust now?", question, closed.Code),
            _ => Among(successors, $"{gone} Its services went to several trusts. Choose the one you act for now.", question, closed.Code),
        };
    }

    internal static JsonObject Data(string? question) => question is { Length: > 0 and <= LongestQuestion } ? new JsonObject { ["question"] = question } : [];

    private static ExecuteAction Choose(string title, TrustSubject trust, string? question, string? instead = null)
    {
        var data = Data(question);
        data["trust"] = trust.Trust.Code;
        if (instead is not null) data["instead"] = instead;
        return new ExecuteAction(title, Verbs.TrustChoose, data) { SendsInputs = false };
    }

    private static IEnumerable<Trust> Open(RecordBook records) => records.Set.Trusts.Where(t => t.IsOpenNow).OrderBy(t => t.Name, StringComparer.Ordinal);

    private static string Join(string? lead, string text) => lead is null ? text : $"{lead} {text}";
}
