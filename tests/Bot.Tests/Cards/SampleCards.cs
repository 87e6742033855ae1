using System.Text.Json.Nodes;
using Bot.Cards;

namespace Bot.Tests.Cards;

/// <summary>A card for every kind of element and action, with every property it can have.</summary>
internal static class SampleCards
{
    private const string Pixel =
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==";

    public static IReadOnlyDictionary<string, AdaptiveCard> All { get; } = new Dictionary<string, AdaptiveCard>
    {
        ["Empty"] = Card(),
        ["Whole"] = new AdaptiveCard
        {
            FallbackText = "What an ICB does: it plans NHS care.",
            Summary = "What an ICB does",
            FullWidth = true,
            Lang = "cy",
            Refresh = new Refresh(new ExecuteAction("Refresh", "view", new JsonObject { ["article"] = "icb" }), ["29:one", "29:two"]),
            Body = [CardParts.Heading("What an ICB does"), CardParts.Subheading("In short"), CardParts.Subtle("Checked 6 August 2026")],
            Actions = [new OpenUrlAction("Open the source", "https://www.england.nhs.uk/")],
        },
        ["TextBlocks"] = Card(
            new TextBlock("Plain words that say £5 and \"quotes\" & <tags>"),
            new TextBlock("Everything")
            {
                Id = "all",
                Wrap = false,
                Style = TextStyle.Heading,
                Size = TextSize.ExtraLarge,
                Weight = TextWeight.Bolder,
                Color = TextColor.Attention,
                IsSubtle = true,
                HorizontalAlignment = HorizontalAlignment.Right,
                Spacing = Spacing.ExtraLarge,
                Separator = true,
                IsVisible = false,
            }),
        ["Containers"] = Card(
            new Container([new TextBlock("Inside")]),
            new Container([new TextBlock("Warned"), new Container([])]) { Style = ContainerStyle.Warning, Bleed = true, Id = "warned" }),
        ["Columns"] = Card(
            new ColumnSet([
                new Column([new TextBlock("Left")]) { Width = "auto" },
                new Column([new TextBlock("Right")]) { Width = "stretch", Style = ContainerStyle.Emphasis },
            ]),
            new ColumnSet([
                new Column([new TextBlock("One part")]) { Width = "1" },
                new Column([new TextBlock("Two parts")]) { Width = "2", Separator = true, Spacing = Spacing.Large },
                new Column([new TextBlock("Unsaid")]),
            ])),
        ["Facts"] = Card(new FactSet([new Fact("Status", "Current"), new Fact("As of", "1 April 2026")])),
        ["Images"] = Card(
            new Image(Pixel, ""),
            new Image(Pixel, "A map of Dorset") { Size = ImageSize.Medium },
            new Image(Pixel, "The same map, wider") { Width = "120px" }),
        ["Inputs"] = Card(
            new ChoiceSetInput("trust", "Your trust", [new Choice("Barnsley", "RFF"), new Choice("Dorset", "RDY")])
            {
                Style = ChoiceStyle.Filtered,
                Dataset = Datasets.Trusts,
                Value = "RFF",
                Placeholder = "Choose a trust",
                IsRequired = true,
                ErrorMessage = "Choose your trust",
                IsMultiSelect = false,
            },
            new ChoiceSetInput("many", "Topics", [new Choice("Money", "money")]) { IsMultiSelect = true, Style = ChoiceStyle.Expanded },
            new TextInput("note", "Your note"),
            new TextInput("long", "More")
            {
                IsMultiline = true,
                MaxLength = 500,
                Value = "So far",
                Placeholder = "Write here",
                IsRequired = true,
                ErrorMessage = "Write a few words",
            },
            new DateInput("day", "Follow up on") { Day = new DateOnly(2027, 1, 12) }),
        ["Tables"] = Card(
            new Table([new TableColumn(2), new TableColumn()], [TableRow.Of("Body", "Since"), TableRow.Of("ICB", "1 July 2022")]),
            new Table([new TableColumn()], [new TableRow([new TableCell([CardParts.Subtle("No head")])])])
            {
                FirstRowAsHeader = false,
                ShowGridLines = false,
            }),
        ["Actions"] = Card(
            new ActionSet([
                new ExecuteAction("Yes, it helped", "feedback", new JsonObject { ["helpful"] = true, ["article"] = "icb", ["none"] = null })
                {
                    Id = "yes",
                    Style = ActionStyle.Positive,
                    Tooltip = "Say that this answer helped",
                },
                new ExecuteAction("Skip", "skip", new JsonObject { ["verb"] = "another" }) { SendsInputs = false, Style = ActionStyle.Destructive },
                new SubmitAction("Open my notes", "notes", new JsonObject { ["question"] = 1 }) { OpensDialog = true, SendsInputs = false },
                new SubmitAction("Keep my note", "keep") { Style = ActionStyle.Positive },
                new OpenUrlAction("Read the guidance", "https://www.england.nhs.uk/"),
                new ToggleVisibilityAction("Show sources", ["sources", new VisibilityTarget("intro", false), new VisibilityTarget("end", true)]),
            ]),
            new TextBlock("Sources") { Id = "sources", IsVisible = false },
            new TextBlock("Intro") { Id = "intro" },
            new TextBlock("End") { Id = "end" }),
    };

    private static AdaptiveCard Card(params CardElement[] body) =>
        new() { FallbackText = "A card for the tests.", Summary = "A card for the tests", Body = body };
}
