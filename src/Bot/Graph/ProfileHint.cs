using Bot.Knowledge.Records;
using Bot.Trusts;
using Bot.Turns;

namespace Bot.Graph;

/// <summary>A trust that a person's profile in Microsoft 365 names. Nothing of the profile is kept, and no more of it is asked for than was switched on.</summary>
internal sealed class ProfileHint(Profiles profiles) : ITrustHint
{
    public async ValueTask<TrustSuggestion?> FindAsync(TurnContext turn, RecordBook records, CancellationToken ct)
    {
        if (!profiles.AreRead || !Guid.TryParse(turn.Activity.From?.AadObjectId, out var person)) return null;
        foreach (var (property, value) in await profiles.OfAsync(person, ct))
            if (Named(value, records) is { } trust) return new TrustSuggestion(trust, $"Your Microsoft 365 profile gives a name of this trust as your {Words(property)}.");
        return null;
    }

    // The whole value has to be a name of one open trust: nothing is read into an address or a ward.
    private static TrustSubject? Named(string value, RecordBook records)
    {
        var keys = records.Names.Where(n => n.Kind == "trust" && n.Surface.Equals(value.Trim(), StringComparison.OrdinalIgnoreCase)).Select(n => n.Key).Distinct(StringComparer.Ordinal).ToArray();
        return keys is [var key] && records.Find(key) is TrustSubject { Trust.IsOpenNow: true } trust ? trust : null;
    }

    private static string Words(string property) => property switch
    {
        "companyName" => "company",
        "department" => "department",
        "officeLocation" => "office",
        _ => "trust",
    };
}
