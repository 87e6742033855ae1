using Bot.Activities.Callers;
using Microsoft.Extensions.Options;

namespace Bot.Activities;

/// <summary>
/// Who may come in: the channel with its token, or in Development mode whoever is on this machine. Without the settings that
/// a token check needs, nobody.
/// </summary>
public sealed class CallerCheck(IOptions<AuthOptions> options, TokenCheck tokens, KeyRings keys, ConnectorHosts hosts, ILogger<CallerCheck> log)
{
    private static readonly string[] Forwarding = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host"];
    private static readonly Refusal Closed = new(401, "Unauthorized",
        "This service accepts no messages yet: it is not set up to check who sends them. Its log says what is missing.");

    // The log names the step; a stranger is not told how far they came.
    private static readonly Refusal NotProven = new(401, "Unauthorized",
        "Send the token of the Bot Framework channel for this bot and this activity in the Authorization header.");

    private static readonly Refusal OtherTenant = new(403, "Forbidden", "This bot does not answer your organisation. Ask whoever runs it.");

    private static readonly Refusal NotLocal = new(401, "Unauthorized",
        "In Development mode only programs on the same machine may send messages. Call from this machine, without a proxy or tunnel.");

    private static readonly Refusal CrossSite = new(403, "Forbidden",
        "In Development mode the Host header, and the Origin header if there is one, must name localhost, 127.0.0.1 or [::1].");

    private static readonly Refusal LocalAddress = Refusal.BadRequest("ServiceUrlNotAllowed",
        "In Development mode replies go only to this machine: set serviceUrl to an http or https address on localhost, 127.0.0.1 or [::1], "
        + "or send \"deliveryMode\": \"expectReplies\" to get the replies in the response.");

    private static readonly Refusal ProvenAddress = Refusal.BadRequest("ServiceUrlNotAllowed",
        "This token proves no serviceUrl that replies may go to: send \"deliveryMode\": \"expectReplies\" to get the replies in the response.");

    private readonly AuthOptions _options = options.Value;

    /// <summary>What stands between the channel and an answer, in words; nothing where the door is open.</summary>
    public IReadOnlyList<string> Missing => _options.IsDevelopment ? [] : _options.ChecksTokens ? [.. keys.Problems]
        : [$"Callers cannot be checked, so messages are refused. Set {string.Join(" and ", _options.Missing)}."];

    /// <summary>Before anything of the body is read.</summary>
    public Refusal? Refuse(HttpContext http)
    {
        if (!_options.IsDevelopment)
            return _options.ChecksTokens ? null : Closed;
        var headers = http.Request.Headers;
        if (!Loopback.Is(http.Connection.RemoteIpAddress) || Forwarding.Any(headers.ContainsKey))
            return NotLocal;
        return Loopback.IsHost(http.Request.Host.Host) && Loopback.IsOrigin(headers.Origin) ? null : CrossSite;
    }

    /// <summary>After the body is read, because the proof covers some of it, and before anything of it is acted upon.</summary>
    public ValueTask<Caller> ProveAsync(HttpContext http, Activity activity) => _options.IsDevelopment
        ? new(new Caller(null, LocalAddressOf(activity), LocalAddress))
        : ProveByTokenAsync(http, activity);

    private async ValueTask<Caller> ProveByTokenAsync(HttpContext http, Activity activity)
    {
        var (step, token) = await tokens.CheckAsync(http.Request.Headers.Authorization, activity);
        if (step == TokenStep.Accepted)
            return new(null, AddressOf(token!, activity), ProvenAddress);
        var refusal = step == TokenStep.Tenant ? OtherTenant : NotProven;
        Log.NotProven(log, refusal.Status, step);
        if (refusal.Status == 401)
            http.Response.Headers.WWWAuthenticate = "Bearer";
        return new(refusal);
    }

    // An Entra-issued token names no address: then only a connector of the list will do.
    private Uri? AddressOf(ProvenToken token, Activity activity)
    {
        if (token.Address is { } proven)
        {
            hosts.Prove(proven);
            return proven;
        }

        return Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var address) && hosts.Of(address) == ConnectorHosts.Trust.WithToken ? address : null;
    }

    private static Uri? LocalAddressOf(Activity activity) =>
        Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && Loopback.IsHost(address.Host)
            && address.UserInfo.Length == 0
            ? address
            : null;

    /// <summary>One line at the start, so that nobody has to guess why a door is open or shut.</summary>
    public void Announce()
    {
        if (_options.IsDevelopment)
            Log.OpenToThisMachine(log);
        else if (_options.ChecksTokens)
            Log.OpenToTheChannel(log, _options.Cloud, Math.Max(1, _options.AllowedTenants.Count));
        else
            Log.Closed(log, _options.Mode.Length == 0 ? "(not set)" : _options.Mode, string.Join(", ", _options.Missing));
    }
}
