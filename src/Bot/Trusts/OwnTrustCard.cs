using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Knowledge.Records;
using Bot.Turns;

namespace Bot.Trusts;

/// <summary>Says which trust a person acts for, with what can be done about it.</summary>
public static class OwnTrustCard
{
    public const string Forgotten = "I have forgotten your trust. Ask about it again at any time.";
    public const string NothingToForget = "I have no trust of yours, so there was nothing to forget.";

    private const string Meaning =
        "When you say \"my\", \"our\" or \"we\" about a footprint, its partners or its board, I take it to mean this trust.";

    private const string Kept = "Your choice is kept, without your name, until you say \"forget my trust\".";

    public static AdaptiveCard Of(ActsFor own)
    {
        var key = own.Current.Key;
        var current = $"Your trust is {own.Current.Name}.";
        List<CardElement> body = [CardParts.Heading("Your trust"), new TextBlock(current), new TextBlock(Meaning)];
        body.Add(new ActionSet([Ask("Our footprint", RecordIntent.WhichFootprint, key), Ask("Our partners", RecordIntent.Partners, key)]));
        if (own.Others.Count > 0)
        {
            body.Add(CardParts.Subheading("You also act for"));
            body.AddRange(own.Others.Chunk(4).Select(row => new ActionSet([.. row.Select(Switch)])));
        }

        body.Add(new TextBlock(Kept) { Size = TextSize.Small, Separator = true, Spacing = Spacing.Medium });
        body.Add(new ActionSet([Another("Add or change trust", null), new ExecuteAction(own.Others.Count > 0 ? "Forget my trusts" : "Forget my trust", Verbs.TrustForget) { SendsInputs = false }]));
        return new AdaptiveCard { Body = body, FallbackText = $"{current} {Meaning} {Kept}", Summary = current, IsPersonal = true };
    }

    internal static ExecuteAction Another(string title, string? question) => new(title, Verbs.TrustChoose, ChoosingCard.Data(question)) { SendsInputs = false };

    private static ExecuteAction Switch(TrustSubject trust) =>
        new($"Switch to {trust.Trust.ShortName}", Verbs.TrustSwitch, new JsonObject { ["trust"] = trust.Trust.Code }) { SendsInputs = false };

    private static ExecuteAction Ask(string title, RecordIntent intent, string key) =>
        new(title, Verbs.Record, new JsonObject { ["intent"] = intent.ToString(), ["key"] = key }) { SendsInputs = false };
}
