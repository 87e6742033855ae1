namespace Bot.Knowledge.Articles;

/// <summary>The content cannot be served. The message lists every problem with file and line.</summary>
public sealed class ContentException(IReadOnlyList<Problem> problems) : Exception(
    $"The knowledge base has {problems.Count(p => !p.IsWarning)} problems:{Environment.NewLine}"
    + string.Join(Environment.NewLine, problems.Where(p => !p.IsWarning)))
{
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
