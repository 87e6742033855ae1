using System.Net;
using System.Net.Sockets;
using Bot.Activities;
using Microsoft.Extensions.Options;

namespace Bot.Files;

/// <summary>Where files may come from and go to: https on SharePoint and OneDrive; on this machine too in Development.</summary>
public sealed class FileHosts(IOptions<FilesOptions> options, IOptions<AuthOptions> auth)
{
    // Microsoft 365 and Office 365 address ranges, SharePoint Online and OneDrive, worldwide and US government.
    private static readonly string[] Known =
        ["sharepoint.com", "sharepoint.us", "sharepoint-mil.us", "onedrive.com", "onedrive.live.com", "1drv.com"];

    private readonly bool _thisMachineToo = auth.Value.IsDevelopment;

    public bool Allows(Uri address)
    {
        if (!address.IsAbsoluteUri || address.UserInfo.Length > 0) return false;
        if (_thisMachineToo && Loopback.IsHost(address.Host)) return address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps;
        return address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && Known.Concat(options.Value.MoreHosts).Any(host => IsIn(address.IdnHost, host));
    }

    /// <summary>A name that is allowed may still lead into a private network.</summary>
    public bool Allows(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IPAddress.IsLoopback(plain) ? _thisMachineToo : IsPublic(plain);
    }

    private static bool IsIn(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);

    private static bool IsPublic(IPAddress address)
    {
        var b = address.GetAddressBytes();
        // Global unicast of IPv6, without what only wraps another address.
        if (address.AddressFamily == AddressFamily.InterNetworkV6) return (b[0] & 0xE0) == 0x20 && !(b[0] == 0x20 && b[1] is 0x02) && !(b[0] == 0x20 && b[1] == 0x01 && b[2] == 0 && b[3] == 0);
        return b[0] switch
        {
            0 or 10 or 127 or >= 224 => false,
            100 => (b[1] & 0xC0) != 64,
            169 => b[1] != 254,
            172 => (b[1] & 0xF0) != 16,
            192 => b[1] is not (168 or 0),
            198 => (b[1] & 0xFE) != 18,
            _ => true,
        };
    }
}
