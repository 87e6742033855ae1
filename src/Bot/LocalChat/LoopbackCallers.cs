using System.Net;

namespace Bot.LocalChat;

/// <summary>Lets through only programs and pages of this machine, also when a name or another site points at it.</summary>
internal static class LoopbackCallers
{
    public static bool Allows(HttpContext http) =>
        IsLoopback(http.Connection.RemoteIpAddress)
        && IsLoopbackHost(http.Request.Host.Host)
        && IsLoopbackOrigin(http.Request.Headers.Origin);

    private static bool IsLoopback(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private static bool IsLoopbackHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IsLoopback(address));

    private static bool IsLoopbackOrigin(string? origin) =>
        string.IsNullOrEmpty(origin) || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && IsLoopbackHost(uri.Host));
}
