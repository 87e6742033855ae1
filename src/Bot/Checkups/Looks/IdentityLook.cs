using System.Globalization;
using Bot.Activities;
using Bot.Activities.Callers;
using Bot.Activities.Tokens;
using Microsoft.Extensions.Options;

namespace Bot.Checkups.Looks;

/// <summary>Whether callers can be checked, and whether we can prove who we are.</summary>
internal sealed class IdentityLook(IOptions<AuthOptions> options, BotTokens tokens, KeyRings keys, TimeProvider time) : ICheckup
{
    private const string About = "Identity";
    private static readonly TimeSpan Soon = TimeSpan.FromDays(30);

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken ct)
    {
        var auth = options.Value;
        if (auth.IsDevelopment)
            return [new(About, Standing.Note, "Callers on this machine need no proof, and nobody else is let in (Bot:Auth:Mode is Development).", "Nothing to do for trying the guide. For Teams, take Bot:Auth:Mode out and set AppId and TenantId.")];
        if (auth.Missing.Count > 0)
            return [new(About, Standing.Fault, "Who sends a message cannot be checked, so every message is refused with 401.", $"Set {string.Join(" and ", auth.Missing)} to the ids of the bot's app registration. They stand on its page in the Entra admin centre.")];
        var checks = await Task.WhenAll(keys.CheckAsync(), tokens.CheckAsync(ct));
        return [Of(checks[0], "Allow HTTPS from this machine to login.botframework.com, through a proxy if there is one (HTTPS_PROXY)."), Of(checks[1], EntraComplaint.Mend(checks[1].Words)), .. Ending()];
    }

    private IEnumerable<Finding> Ending()
    {
        if (tokens.CredentialEnds is { } end && end - time.GetUtcNow() < Soon)
        {
            yield return new(About, end > time.GetUtcNow() ? Standing.Note : Standing.Fault, string.Create(CultureInfo.InvariantCulture, $"The certificate ends on {end.UtcDateTime:d MMMM yyyy}."),
                "Upload a new certificate to the app registration, then put it in the place of the old one. It is read anew for each token.");
        }
    }

    private static Finding Of(SelfCheck check, string mend) => check.Works ? new(About, Standing.Well, check.Words) : new(About, Standing.Fault, check.Words, mend);
}
