using System.Text;
using Bot.Files;
using Bot.Knowledge.Records;
using Bot.Papers;
using Bot.Turns;

namespace Bot.Features.Governors.Packing;

/// <summary>Builds the meeting pack, as Word and as plain text, and offers both.</summary>
public sealed class PackFeature(Workspaces workspaces, FileOffers files, DrawMap draw) : IFeature, IListener
{
    private const string Sentence = "make my pack";
    private const string OnlyPersonal = "Your pack holds your own notes, so I make it only in your personal chat with me.";

    public string Name => "Pack";

    public IReadOnlyCollection<string> Handles { get; } = [RouteKey.Verb(GovernorVerbs.Pack)];

    public ValueTask<TurnResult> HandleAsync(TurnContext turn, CancellationToken ct) => MakeAsync(turn, ct);

    public async ValueTask<TurnResult?> HearAsync(TurnContext turn, string text, CancellationToken ct) => PackSentence.Asks(text) ? await MakeAsync(turn, ct) : null;

    private async ValueTask<TurnResult> MakeAsync(TurnContext turn, CancellationToken ct)
    {
        if (!turn.IsPersonal) return new TurnResult.Text(OnlyPersonal);
        var opened = await workspaces.OpenAsync(turn, Sentence, ct);
        if (opened is not Opened.Ready { Value: var workspace }) return new TurnResult.Card(((Opened.NotYet)opened).Card);
        var snapshot = workspaces.Snapshot;
        var board = LocalArea.Of(workspace.Trust, snapshot.Records).Board;
        var map = board is null ? null : snapshot.Records.Map(Era.Icb36, board.OdsCode);
        var paper = MeetingPack.Of(workspace, snapshot, map is null ? null : draw(snapshot.Records.Set, map), turn.Today);
        var name = $"Meeting pack, {workspace.Trust.Trust.ShortName}{(workspace.Meeting is { } meeting ? $", {SpokenDate.Words(meeting)}" : "")}";
        await files.OfferAsync(turn, $"{name}.docx", WordPaper.ContentType, "Your meeting pack as a Word document.", WordPaper.Write(paper, turn.Now), ct);
        return await files.OfferAsync(turn, $"{name}.txt", "text/plain; charset=utf-8", "Your meeting pack as plain text.", Encoding.UTF8.GetBytes(PlainPaper.Of(paper)), ct);
    }
}
