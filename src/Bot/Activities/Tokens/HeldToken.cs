using System.Net.Http.Headers;

namespace Bot.Activities.Tokens;

/// <summary>A token as it goes into a request.</summary>
internal sealed class HeldToken(string value, DateTimeOffset since, DateTimeOffset until)
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(1);

    public AuthenticationHeaderValue Header { get; } = new("Bearer", value);

    public DateTimeOffset Until => until;

    public bool IsFreshAt(DateTimeOffset now) => now < until - Early;

    public bool IsAliveAt(DateTimeOffset now) => now < until;

    /// <summary>Just issued: another one would be refused for the same reason.</summary>
    public bool IsYoungAt(DateTimeOffset now) => now < since + Young;
}
