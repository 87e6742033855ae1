using System.Text.Json.Nodes;
using Bot.Cards;

namespace Bot.Tests.LocalChat;

internal static class ToyCards
{
    public static AdaptiveCard Welcome { get; } = new()
    {
        FallbackText = "Welcome to ICS Guide. Ask about integrated care systems in England.",
        Summary = "Welcome to ICS Guide",
        Body =
        [
            CardParts.Heading("Welcome to ICS Guide"),
            new TextBlock("Ask about sustainability and transformation partnerships, integrated care systems and what they became."),
            CardParts.Subheading("What it keeps"),
            new TextBlock("Your questions without your name, for 30 days. It uses no generative AI."),
        ],
        Actions =
        [
            new ExecuteAction("What is an ICS?", "ask", new JsonObject { ["text"] = "What is an ICS?" }),
            new ExecuteAction("Which ICS is Barnsley in?", "ask", new JsonObject { ["text"] = "Which ICS is Barnsley in?" }),
        ],
    };

    public static AdaptiveCard Answer { get; } = new()
    {
        FallbackText = "An integrated care system (ICS) brings NHS bodies and councils together. There are 42 in England.",
        Summary = "What an integrated care system is",
        Body =
        [
            CardParts.Heading("What an integrated care system is"),
            new TextBlock(
                "An integrated care system (ICS) is a partnership of NHS bodies, councils and others in one area. "
                + "Since 1 July 2022 each has had an **integrated care board** and an integrated care partnership."),
            new Container([CardParts.Subtle("This was true on 1 April 2026. Earlier answers differ.")]) { Style = ContainerStyle.Emphasis },
            new FactSet([new Fact("Status", "Current"), new Fact("Valid from", "1 July 2022"), new Fact("Confidence", "High")]),
            new Table(
                [new TableColumn(2), new TableColumn(), new TableColumn()],
                [TableRow.Of("Area", "Board", "Since"), TableRow.Of("South Yorkshire", "1 board", "July 2022"), TableRow.Of("Dorset", "1 board", "July 2022")]),
            new ActionSet([new ToggleVisibilityAction("Show or hide the sources", ["sources"])]),
            new Container([
                CardParts.Subheading("Sources"),
                new TextBlock("[Health and Care Act 2022](https://www.legislation.gov.uk/ukpga/2022/31), 28 April 2022"),
            ]) { Id = "sources", IsVisible = false },
        ],
        Actions =
        [
            new ExecuteAction("This helped", "feedback", new JsonObject { ["helpful"] = true }) { Style = ActionStyle.Positive },
            new ExecuteAction("This did not help", "feedback", new JsonObject { ["helpful"] = false }),
            new OpenUrlAction("Read the Act", "https://www.legislation.gov.uk/ukpga/2022/31"),
        ],
    };

    public static AdaptiveCard Thanks { get; } = Answer with
    {
        Actions = [new ExecuteAction("Take back my feedback", "feedback")],
        Body = [.. Answer.Body, new TextBlock("Thank you. Your feedback is noted.") { Color = TextColor.Good, Weight = TextWeight.Bolder }],
    };

    public static AdaptiveCard Form { get; } = new()
    {
        FallbackText = "Tell us your trust.",
        Summary = "Tell us your trust",
        Body =
        [
            CardParts.Heading("Your trust"),
            new ChoiceSetInput("trust", "Trust", [new Choice("Barnsley Hospital", "RFF"), new Choice("Dorset County Hospital", "RBD")])
            {
                Placeholder = "Choose a trust",
                IsRequired = true,
                ErrorMessage = "Choose a trust",
            },
            new TextInput("note", "Your note (optional)") { IsMultiline = true, MaxLength = 500 },
        ],
        Actions =
        [
            new ExecuteAction("Keep this", "keep") { Style = ActionStyle.Positive },
            new ExecuteAction("Fail on purpose", "fail") { SendsInputs = false },
            new ExecuteAction("Crash on purpose", "crash") { SendsInputs = false, Style = ActionStyle.Destructive },
        ],
    };

    public static AdaptiveCard Hostile { get; } = new()
    {
        FallbackText = "<img src=x onerror=\"window.hurt=1\">",
        Summary = "<img src=x onerror=\"window.hurt=1\">",
        Body =
        [
            CardParts.Heading("<img src=x onerror=\"window.hurt=1\">"),
            new TextBlock("[press](javascript:window.hurt=1) <script>window.hurt=1</script> ![x](https://tracker.example/a.png)"),
        ],
        Actions = [new OpenUrlAction("<b>Open</b>", "javascript:window.opener.hurt=1")],
    };
}
