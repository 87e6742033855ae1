using System.Text.Json.Nodes;
using Bot.Cards;
using Bot.Features.Questions.Certificates;
using Bot.Knowledge.Articles;
using Bot.Knowledge.Records;
using Bot.Turns;

namespace Bot.Features.Questions;

/// <summary>The card of an answer: heading, short answer, dates, sources; detail behind a button; next steps.</summary>
internal static class AnswerCard
{
    private const int ButtonsInASet = 4;
    private const string DetailId = "detail", ShowId = "show-detail", HideId = "hide-detail";

    /// <summary>All but what differs from turn to turn.</summary>
    public static IEnumerable<CardElement> Elements(Reply reply)
    {
        List<CardElement> body = [CardParts.Heading(reply.Heading), new TextBlock(reply.Short)];
        body.AddRange(Middle(reply));
        body.Add(Provenance(reply));
        body.AddRange(Buttons(reply.Prompts));
        return body;
    }

    /// <summary>Teams shows no more than 6 buttons of one set; two sets of 4 stand more evenly than 6 and 2.</summary>
    public static IEnumerable<ActionSet> Buttons(IEnumerable<Prompt> prompts) =>
        prompts.Chunk(ButtonsInASet).Select(row => new ActionSet([.. row.Select(Button)]));

    public static ExecuteAction Button(Prompt prompt)
    {
        var data = new JsonObject();
        foreach (var (name, value) in prompt.Data) data[name] = value;
        return new ExecuteAction(prompt.Label, prompt.Verb, data) { SendsInputs = false };
    }

    /// <summary>The answer as plain text, for clients that draw no cards and for the command line.</summary>
    public static string Plain(Reply reply)
    {
        var points = string.Concat(reply.Points.Concat(reply.Steps.Select(Lineage.Line)).Select(p => $"\n- {p}"));
        var sources = string.Join("; ", reply.Sources.Select(s => $"{s.Title} ({s.Publisher}, {s.Date})"));
        var footnote = reply.Footnote is null ? "" : $"\n{reply.Footnote}";
        return $"{reply.Heading}\n{reply.Short}{points}\n{reply.Status}. {reply.Dates}{footnote}" + (sources.Length > 0 ? $"\nSources: {sources}" : "")
            + (reply.Certificate is { } certificate ? $"\nAnswer number {certificate.Number}" : "");
    }

    /// <summary>What stands between the short answer and its dates.</summary>
    public static IEnumerable<CardElement> Middle(Reply reply)
    {
        if (reply.Points.Count > 0) yield return new TextBlock(List(reply.Points)) { Spacing = Spacing.Small };
        if (reply.Steps.Count > 0)
        {
            yield return Lineage.Table(reply.Steps);
            yield return new TextBlock(RecordStep.Key) { Size = TextSize.Small, Spacing = Spacing.Small };
        }

        foreach (var part in Detail(reply)) yield return part;
    }

    private static IEnumerable<CardElement> Detail(Reply reply)
    {
        if (reply.Detail.Length == 0) yield break;
        ToggleVisibilityAction Turn(string title, bool open) => new(title,
        [
            new VisibilityTarget(DetailId, open), new VisibilityTarget(ShowId, !open), new VisibilityTarget(HideId, open),
        ]);
        yield return new ActionSet([Turn(reply.Folded ? "Show all" : "Show more detail", true)]) { Id = ShowId };
        yield return new ActionSet([Turn("Hide detail", false)]) { Id = HideId, IsVisible = false };
        yield return new Container(DetailBlocks.Of(reply.Detail)) { Id = DetailId, IsVisible = false };
    }

    public static Container Provenance(Reply reply)
    {
        List<CardElement> lines = [new TextBlock($"{reply.Status}. {reply.Dates}") { Size = TextSize.Small }];
        if (reply.Footnote is { } footnote) lines.Add(new TextBlock(footnote) { Size = TextSize.Small, Spacing = Spacing.Small });
        if (reply.Sources.Count > 0)
            lines.Add(new TextBlock("Sources: " + string.Join("; ", reply.Sources.Select(Link))) { Size = TextSize.Small, Spacing = Spacing.Small });
        if (reply.Certificate is { } certificate) lines.Add(new TextBlock(Number(certificate)) { Size = TextSize.Small, Spacing = Spacing.Small });
        return new Container(lines) { Separator = true, Spacing = Spacing.Medium };
    }

    private static string Number(Certificate certificate) => certificate.Page is { } page ? $"Answer number [{certificate.Number}]({page})" : $"Answer number {certificate.Number}";

    private static string Link(SourceEntry source)
    {
        var title = CardParts.Plain(source.Title);
        var linked = source.Url is { } url ? $"[{title}]({url})" : title;
        return $"{linked}, {source.Publisher}, {source.Date}";
    }

    private static string List(IReadOnlyList<string> points) => string.Join('\n', points.Select(p => $"- {p}"));
}
