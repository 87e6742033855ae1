using Bot.Knowledge.Sources;
using Bot.Storage;
using Bot.Storage.Sources;

namespace Bot.Knowledge;

/// <summary>What holds of served articles whatever the release says: taken back, or in doubt because a source changed.</summary>
public sealed class ArticleStanding(WithdrawnArticles withdrawn, SourceMarks marks, KnowledgeStore store)
{
    /// <summary>Reads it anew; new turns show it.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        store.Withdraw((await withdrawn.ListAsync(ct)).Select(article => article.ArticleId));
        store.Doubt(await marks.ListAsync(ct));
    }
}
