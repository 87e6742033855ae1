namespace Bot.AzureAnswers.Authoring;

/// <param name="Mark">The release.</param>
/// <param name="Since">When that was first seen.</param>
/// <param name="Problem">Why it is not in the project; null where it is.</param>
public sealed record PublishedStanding(string Mark, DateTimeOffset Since, string? Problem);

/// <summary>Whether the project holds what is served. For the doctor and for metrics; the log hears of each change once.</summary>
public sealed class PublishedToAzure(TimeProvider time, ILogger<PublishedToAzure> log)
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);

    private PublishedStanding? _now;
    private DateTimeOffset _next;

    /// <summary>Null while nothing was looked at: publishing is off, or another instance does it.</summary>
    public PublishedStanding? Current => Volatile.Read(ref _now);

    internal bool MayTry() => time.GetUtcNow() >= _next;

    internal void Holds(string mark, bool isNew)
    {
        _next = default;
        if (isNew || Current?.Problem is not null) Log.Published(log, mark);
        if (Current is not { Problem: null } now || now.Mark != mark) Volatile.Write(ref _now, new PublishedStanding(mark, time.GetUtcNow(), null));
    }

    internal void Failed(string mark, string problem)
    {
        _next = time.GetUtcNow() + Rest;
        if (Current?.Problem == problem && Current.Mark == mark) return;
        Log.NotPublished(log, mark, problem);
        Volatile.Write(ref _now, new PublishedStanding(mark, time.GetUtcNow(), problem));
    }
}
