using Bot.Activities;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Bot.Files;

/// <summary>
/// Addresses at which an offered file can be fetched from the service: under Bot:PublicUrl, or on this machine in Development.
/// Whoever holds one may fetch the file until its hour is over, as with a link in a message.
/// </summary>
public sealed class FileLinks(IOptions<FilesOptions> options, IOptions<AuthOptions> auth, IServer server)
{
    private readonly bool _isDevelopment = auth.Value.IsDevelopment;

    /// <returns>Null where nobody could reach the service.</returns>
    public Uri? To(string id) => At($"files/{id}");

    /// <summary>The page that shows what an answer said.</summary>
    /// <returns>Null where nobody could reach the service.</returns>
    public Uri? ToAnswer(string id) => At($"answers/{id}");

    private Uri? At(string path)
    {
        var root = options.Value.PublicUrl is { Length: > 0 } url ? url : _isDevelopment ? Own().FirstOrDefault()?.AbsoluteUri : null;
        return root is null ? null : new Uri($"{root.TrimEnd('/')}/{path}");
    }

    /// <summary>Whether replies go to this service itself, that is to the page at its root, which has no consent cards.</summary>
    public bool IsOwnPage(Activity activity) =>
        _isDevelopment && Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var replies)
        && Own().Any(own => own.Port == replies.Port && Loopback.IsHost(replies.Host));

    /// <summary>Whether this caller may fetch by link at all.</summary>
    public bool MayFetch(HttpContext http) =>
        options.Value.PublicUrl.Length > 0
        || (_isDevelopment && Loopback.Is(http.Connection.RemoteIpAddress) && Loopback.IsHost(http.Request.Host.Host));

    // A wildcard address is reached by name from this machine.
    private IEnumerable<Uri> Own() =>
        from address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []
        let named = address.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal)
            .Replace("//[::]", "//localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
        where Uri.TryCreate(named, UriKind.Absolute, out _)
        select new Uri(named);
}
