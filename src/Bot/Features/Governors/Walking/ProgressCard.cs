using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Knowledge;
using Bot.Turns;

namespace Bot.Features.Governors.Walking;

/// <summary>The eight questions with how each stands, and a button each.</summary>
internal static class ProgressCard
{
    private const int ButtonsInASet = 4;

    /// <param name="workspace">Whose.</param>
    /// <param name="snapshot">The release of the turn.</param>
    /// <param name="isPrivate">False in groups and channels, where how a question stands is nobody else's business.</param>
    /// <param name="note">Said first.</param>
    public static AdaptiveCard Of(Workspace workspace, KnowledgeSnapshot snapshot, bool isPrivate, string? note = null)
    {
        var questions = EightQuestion.All(snapshot).ToArray();
        var next = workspace.Walk?.Question ?? 1;
        List<CardElement> body = [];
        if (note is not null) body.Add(new TextBlock(note) { Weight = TextWeight.Bolder });
        body.Add(CardParts.Heading("The 8 questions for your trust"));
        body.Add(new TextBlock(Lead(workspace)));
        body.Add(isPrivate ? Standings(workspace, questions) : new TextBlock(string.Join('\n', questions.Select(q => $"- {q.Number}. {q.Subject}"))));
        body.Add(new ActionSet([Go(workspace.Walk is null ? "Start with question 1" : $"Go on with question {next}", next, workspace) with { Style = ActionStyle.Positive }, .. isPrivate ? Own : []]));
        body.AddRange(questions.Chunk(ButtonsInASet).Select(row => new ActionSet([.. row.Select(q => Go(q.Article.Button, q.Number, workspace))])));
        body.Add(CardParts.Subtle(isPrivate ? Private : InAGroup));
        return new AdaptiveCard
        {
            Body = body,
            FallbackText = $"{Lead(workspace)}\n{string.Join('\n', questions.Select(q => isPrivate ? $"{q.Number}. {q.Subject}: {HowItStands.Words(workspace, q.Number)}" : $"{q.Number}. {q.Subject}"))}",
            Summary = $"The 8 questions for {workspace.Trust.Trust.ShortName}",
        };
    }

    public static ExecuteAction Go(string title, int question, Workspace workspace) =>
        new(title, Verbs.Walk, new JsonObject { ["question"] = $"{question}", ["trust"] = workspace.Trust.Trust.Code }) { SendsInputs = false };

    private const string Private = "Say \"next\", \"back\", \"skip\" or a number from 1 to 8. Ask anything else in between: your place is kept, on every device.";
    private const string InAGroup = "What you noted is shown only in your personal chat with me, unless you say \"share with my council\" here.";

    private static CardAction[] Own =>
    [
        new ExecuteAction("What is still open", GovernorVerbs.StillOpen) { SendsInputs = false },
        new ExecuteAction("Make my pack", GovernorVerbs.Pack) { SendsInputs = false },
    ];

    private static string Lead(Workspace workspace) => workspace.Meeting is { } meeting
        ? $"For {workspace.Trust.Name}, meeting on {SpokenDate.Words(meeting)}."
        : $"For {workspace.Trust.Name}. Tell me the date, for example: our meeting is on 12 January.";

    private static Table Standings(Workspace workspace, EightQuestion[] questions) => new(
        [new TableColumn(3), new TableColumn(2)],
        [
            TableRow.Of("Question", "How it stands"),
            .. questions.Select(q => new TableRow([TableCell.Of($"{q.Number}. {q.Subject}"), new TableCell([Word(workspace, q.Number)])])),
        ]);

    private static TextBlock Word(Workspace workspace, int question) =>
        new(HowItStands.Words(workspace, question)) { Color = HowItStands.Color(workspace.Current(question)) is var color and not TextColor.Default ? color : null };
}
