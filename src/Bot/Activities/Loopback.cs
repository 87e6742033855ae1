using System.Net;
using Microsoft.Extensions.Primitives;

namespace Bot.Activities;

/// <summary>What counts as this machine.</summary>
internal static class Loopback
{
    // No address at all (a test server, a named pipe) proves nothing.
    public static bool Is(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    public static bool IsHost(string host) => host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host is "127.0.0.1" or "[::1]";

    // A page on another site that resolves its own name to this machine still names itself here.
    public static bool IsOrigin(StringValues origin) =>
        origin.Count == 0
        || (origin.Count == 1 && Uri.TryCreate(origin[0], UriKind.Absolute, out var page) && IsHost(page.Host));
}
