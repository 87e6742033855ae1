using Bot.Knowledge;
using Bot.Knowledge.Records;
using Bot.Papers;

namespace Bot.Features.Governors.Packing;

/// <summary>What everything in a pack was taken from.</summary>
internal static class PackSources
{
    public static IEnumerable<Block> Of(Workspace workspace, EightQuestion[] questions, KnowledgeSnapshot snapshot)
    {
        var guidance = questions.SelectMany(q => q.Article.Sources).Distinct(StringComparer.Ordinal).ToArray();
        var records = questions.SelectMany(q => LocalFacts.Of(q.Number, workspace.Trust, snapshot.Records).SourceIds).Distinct(StringComparer.Ordinal).Except(guidance).ToArray();
        yield return new Block.Heading(1, "Sources");
        yield return new Block.Heading(2, "Guidance");
        yield return new Block.Bullets(Titles(guidance, snapshot));
        yield return new Block.Heading(2, "Records");
        yield return new Block.Bullets(Titles(records, snapshot));
        yield return new Block.Paragraph(RecordAnswer.AttributionLine);
        yield return new Block.Paragraph($"Sentences are selected from checked articles or composed from records. No generative AI. Release {snapshot.Revision}.");
    }

    private static string[] Titles(string[] ids, KnowledgeSnapshot snapshot) =>
        [.. snapshot.SourcesOf(ids).Select(source => $"{source.Title}, {source.Publisher}, {source.Date}")];
}
