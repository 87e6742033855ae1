namespace Bot.Activities.Callers;

/// <summary>A token that passed every step that does not depend on the activity.</summary>
/// <param name="Keys">The set that its key came from: when it is replaced the token is checked anew.</param>
/// <param name="ServiceUrl">Null in an Entra-issued token, which proves no address.</param>
internal sealed record ProvenToken(KeySet Keys, SigningKey Key, bool IsFromChannel, string? ServiceUrl, DateTimeOffset From, DateTimeOffset Until)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>The proven address for replies; null where it is none that replies may go to.</summary>
    public Uri? Address { get; } = Uri.TryCreate(ServiceUrl, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0 ? address : null;

    public static bool HasBegun(DateTimeOffset from, DateTimeOffset now) => from <= now + Skew;

    public static bool HasEnded(DateTimeOffset until, DateTimeOffset now) => until <= now - Skew;

    public bool IsAliveAt(DateTimeOffset now) => HasBegun(From, now) && !HasEnded(Until, now);
}
