using Bot.Knowledge.Articles;

namespace Bot.Knowledge.Checks;

/// <summary>What stands against publishing a set of content, and what an editor may want to look at.</summary>
/// <param name="Problems">Errors bar the way; warnings do not.</param>
/// <param name="Regressions">Kept questions that lose their answer. They bar the way unless an admin gives a reason.</param>
/// <param name="Asked">How many kept questions were asked.</param>
public sealed record CheckReport(IReadOnlyList<Problem> Problems, IReadOnlyList<Regression> Regressions, int Asked)
{
    public bool HasErrors => Problems.Any(problem => !problem.IsWarning);

    public bool MayPublish => !HasErrors && Regressions.Count == 0;

    public IEnumerable<Problem> Errors => Problems.Where(problem => !problem.IsWarning);

    public IEnumerable<Problem> Warnings => Problems.Where(problem => problem.IsWarning);
}

/// <summary>A kept question that is not answered as it was meant to be.</summary>
/// <param name="Question">The question.</param>
/// <param name="Expected">Id of the article that has to answer it; empty where it has to be refused.</param>
/// <param name="Got">Id of what answers it now; empty where it is refused, "a choice" where several are offered.</param>
public sealed record Regression(string Question, string Expected, string Got)
{
    public override string ToString() =>
        $"\"{Question}\" {(Expected.Length > 0 ? $"has to get {Expected}" : "has to be refused")} but {(Got.Length > 0 ? $"gets {Got}" : "is refused")}";
}
