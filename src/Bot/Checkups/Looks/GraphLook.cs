using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Identity;
using Bot.Graph;
using Bot.Roles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Checkups.Looks;

/// <summary>Which features ask Microsoft Graph, and whether the bot's token holds the permissions that they need.</summary>
internal sealed class GraphLook(IOptions<GraphOptions> options, RoleLists roles, IServiceProvider services) : ICheckup
{
    private const string About = "Graph";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken ct)
    {
        var uses = Uses().ToArray();
        if (uses.Length == 0) return [new(About, Standing.Well, "Nothing asks Microsoft Graph, and no permission is needed.")];
        try
        {
            var held = await HeldAsync(ct);
            return held is null
                ? [new(About, Standing.Note, "The bot has a token for Microsoft Graph, but what it permits cannot be read in it.", "Look at the app's permissions in the Entra admin centre.")]
                : [.. uses.Select(use => Of(use, held))];
        }
        catch (Exception e) when (e is AuthenticationFailedException or RequestFailedException or CryptographicException or IOException or HttpRequestException)
        {
            return [new(About, Standing.Fault, $"{string.Join(" and ", uses.Select(use => use.What))} cannot work: no token for Microsoft Graph could be had ({e.GetType().Name}).", "See what is said about the identity; the credential is the same.")];
        }
    }

    private IEnumerable<Use> Uses()
    {
        if (options.Value.Properties.Count > 0) yield return new("Hints from a person's profile (Bot:Graph:ProfileHints)", ["User.Read.All"]);
        if (options.Value.SharePoint) yield return new("Reading SharePoint (Bot:Graph:SharePoint)", ["Sites.Selected"]);
        if (roles.Groups.Count > 0) yield return new("Roles by group (Bot:Roles)", ["User.Read.All", "GroupMember.Read.All"]);
    }

    private static Finding Of(Use use, string[] held) => use.Permissions.Except(held).ToArray() is { Length: > 0 } lacking
        ? new(About, Standing.Fault, $"{use.What} cannot work: the bot lacks the application permission {string.Join(" and ", lacking)}.",
            $"Grant {string.Join(" and ", lacking)} to the app registration and give admin consent, or switch the feature off. A token that is held already gains it within an hour.")
        : new(About, Standing.Well, $"{use.What}: the bot holds {string.Join(" and ", use.Permissions)}.");

    private async Task<string[]?> HeldAsync(CancellationToken ct)
    {
        var scope = $"{new Uri(options.Value.Endpoint).GetLeftPart(UriPartial.Authority)}/.default";
        var token = await services.GetRequiredService<TokenCredential>().GetTokenAsync(new TokenRequestContext([scope]), ct);
        return Permissions(token.Token);
    }

    // Our own token, just issued to us: it is read, not trusted.
    private static string[]? Permissions(string token)
    {
        try
        {
            if (token.Split('.') is not [_, var payload, _]) return null;
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            return claims.RootElement.TryGetProperty("roles", out var roles) && roles.ValueKind == JsonValueKind.Array ? [.. roles.EnumerateArray().Select(role => role.ToString())] : [];
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return null;
        }
    }

    /// <param name="What">The feature and its setting.</param>
    /// <param name="Permissions">All of them are needed.</param>
    private sealed record Use(string What, string[] Permissions);
}
