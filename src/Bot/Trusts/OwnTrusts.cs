using Bot.Knowledge.Records;
using Bot.Storage;

namespace Bot.Trusts;

/// <summary>The trusts that a person acts for.</summary>
/// <param name="Current">The one that "my", "our" and "we" mean.</param>
/// <param name="Others">The rest, the latest first.</param>
public sealed record ActsFor(TrustSubject Current, IReadOnlyList<TrustSubject> Others);

/// <summary>What people said about their trust, as the records of today know it. Nothing here is ever inferred.</summary>
public sealed class OwnTrusts(TrustChoices rows)
{
    /// <returns>Null where the person chose none, or cannot be told from others.</returns>
    public async ValueTask<ActsFor?> ReadAsync(string userId, RecordBook records, CancellationToken ct)
    {
        if (userId.Length == 0 || await rows.ReadAsync(userId, ct) is not { } choice) return null;
        // A code that a later release of the records no longer holds is passed over.
        var held = choice.Others.Prepend(choice.Current).Select(code => Find(records, code)).OfType<TrustSubject>().ToArray();
        return held is [var current, .. var others] ? new ActsFor(current, others) : null;
    }

    /// <summary>False where the person cannot be told from others, so that nothing was kept.</summary>
    public async ValueTask<bool> ChooseAsync(string userId, TrustSubject trust, string? instead, CancellationToken ct)
    {
        if (userId.Length == 0) return false;
        await rows.ChooseAsync(userId, trust.Trust.Code, instead, ct);
        return true;
    }

    /// <summary>False where there was nothing to forget.</summary>
    public async ValueTask<bool> ForgetAsync(string userId, CancellationToken ct) => userId.Length > 0 && await rows.ForgetAsync(userId, ct);

    public static TrustSubject? Find(RecordBook records, string code) => records.Find($"trust:{code}") as TrustSubject;

    /// <summary>The open trusts that a closed one went into, through every merger since.</summary>
    public static IReadOnlyList<TrustSubject> Successors(RecordBook records, Trust closed)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { closed.Code };
        var open = new List<TrustSubject>();
        var next = new Queue<string>(closed.Successors);
        while (next.TryDequeue(out var code))
        {
            if (!seen.Add(code) || Find(records, code) is not { } trust) continue;
            if (trust.Trust.IsOpenNow) open.Add(trust);
            else foreach (var further in trust.Trust.Successors) next.Enqueue(further);
        }

        return open;
    }
}
