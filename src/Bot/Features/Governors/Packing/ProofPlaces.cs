using Bot.Knowledge;
using Bot.Papers;

namespace Bot.Features.Governors.Packing;

/// <summary>Where a trust usually publishes what: menu paths from an article, because no address may be made up by pattern.</summary>
internal static class ProofPlaces
{
    private const string ArticleId = "governors-papers";

    public static IEnumerable<Block> Of(KnowledgeSnapshot snapshot)
    {
        if (snapshot.Find(ArticleId) is not { } article) yield break;
        yield return new Block.Heading(1, "Where the proof is usually found") { OnNewPage = true };
        yield return new Block.Paragraph("Menus differ from trust to trust, so these paths show the usual place on a trust's website. Your trust secretary can send you what you cannot find.");
        yield return new Block.Grid("Usual places on a trust's website", ["Papers", "Menu path"], [.. article.Points.Select(Row)]);
        yield return new Block.Paragraph("An integrated care board puts its board papers on its own website.");
        yield return new Block.Paragraph($"As at {SpokenDate.Words(article.AsOf)}.");
    }

    private static IReadOnlyList<string> Row(string point)
    {
        var parts = point.Split(": ", 2);
        return [char.ToUpperInvariant(parts[0][0]) + parts[0][1..], parts.Length > 1 ? parts[1].Replace(", then ", " > ", StringComparison.Ordinal) : ""];
    }
}
