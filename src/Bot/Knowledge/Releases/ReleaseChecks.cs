using Bot.Knowledge.Articles;
using Bot.Knowledge.Checks;

namespace Bot.Knowledge.Releases;

/// <summary>Everything that is checked before a set of content may be published.</summary>
public sealed class ReleaseChecks(ReleaseLoader loader)
{
    /// <summary>Without the question set, which needs a trained engine.</summary>
    public static CheckReport Read(ContentFiles files)
    {
        var read = ContentFolder.Read(files);
        var problems = read.Content is { } content
            ? read.Problems.Concat(StyleRules.Check(content))
                .Concat(CompetingWordings.Check(content).Select(problem => problem with { Kind = ProblemKind.CompetingWordings }))
                .Concat(NumberConflicts.Check(content).Select(problem => problem with { Kind = ProblemKind.NumberConflict })).Concat(KeptQuestions.Check(content))
            : read.Problems;
        return new CheckReport([.. problems], [], 0);
    }

    /// <summary>With the question set: trains an engine of the content, which takes seconds and is kept for when it is served.</summary>
    public async Task<CheckReport> RunAsync(ContentFiles files, CancellationToken ct)
    {
        var report = Read(files);
        if (report.HasErrors) return report;
        var snapshot = await loader.LoadAsync(files, 0, ct);
        return report with { Regressions = KeptQuestions.Ask(snapshot.Content, snapshot.Engine), Asked = KeptQuestions.Of(snapshot.Content).Count };
    }
}
