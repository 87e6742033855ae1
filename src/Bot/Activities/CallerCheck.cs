using Microsoft.Extensions.Options;

namespace Bot.Activities;

/// <summary>
/// Who may come in. Closed unless Bot:Auth:Mode is Development, and then open only to this machine;
/// proof by token joins this class when the service can check one.
/// </summary>
public sealed class CallerCheck(IOptions<AuthOptions> options, ILogger<CallerCheck> log)
{
    private static readonly string[] s_forwarding = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host"];
    private static readonly Refusal s_closed = new(401, "Unauthorized",
        "This service accepts no messages yet: it is not set up to check who sends them. Its log says what is missing.");

    private static readonly Refusal s_notLocal = new(401, "Unauthorized",
        "In Development mode only programs on the same machine may send messages. Call from this machine, without a proxy or tunnel.");

    private static readonly Refusal s_crossSite = new(403, "Forbidden",
        "In Development mode the Host header, and the Origin header if there is one, must name localhost, 127.0.0.1 or [::1].");

    private static readonly Refusal s_serviceUrl = Refusal.BadRequest("ServiceUrlNotAllowed",
        "In Development mode replies go only to this machine: set serviceUrl to an http or https address on localhost, 127.0.0.1 or [::1], "
        + "or send \"deliveryMode\": \"expectReplies\" to get the replies in the response.");

    private readonly AuthOptions _options = options.Value;

    /// <summary>Before anything of the body is read.</summary>
    public Refusal? Refuse(HttpContext http)
    {
        if (!_options.IsDevelopment)
            return s_closed;
        var headers = http.Request.Headers;
        if (!Loopback.Is(http.Connection.RemoteIpAddress) || s_forwarding.Any(headers.ContainsKey))
            return s_notLocal;
        return Loopback.IsHost(http.Request.Host.Host) && Loopback.IsOrigin(headers.Origin) ? null : s_crossSite;
    }

    /// <summary>Where replies to this activity may be sent.</summary>
    public (Uri? Address, Refusal? Refusal) ServiceUrlOf(Activity activity) =>
        Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && Loopback.IsHost(address.Host)
            && address.UserInfo.Length == 0
            ? (address, null)
            : (null, s_serviceUrl);

    /// <summary>One line at the start, so that nobody has to guess why a door is open or shut.</summary>
    public void Announce()
    {
        if (_options.IsDevelopment)
        {
            Log.OpenToThisMachine(log);
            return;
        }

        var mode = _options.Mode.Length == 0 ? "(not set)" : _options.Mode;
        var missing = string.Join(", ", new[] { ("Bot:Auth:AppId", _options.AppId), ("Bot:Auth:TenantId", _options.TenantId) }
            .Where(x => x.Item2.Length == 0).Select(x => x.Item1).Append("a check of the channel's tokens"));
        Log.Closed(log, mode, missing);
    }
}
