using System.Net;
using System.Net.Sockets;

namespace Bot.Files;

/// <summary>The way out to where files lie: no token, no cookie, no redirect of its own accord, no private network.</summary>
public sealed class FileHttp : IDisposable
{
    private readonly FileHosts _hosts;
    private readonly HttpClient _http;

    public FileHttp(FileHosts hosts)
    {
        _hosts = hosts;
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectCallback = ConnectAsync,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxResponseHeadersLength = 32,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct) =>
        _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);

    public void Dispose() => _http.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var wanted = context.DnsEndPoint;
        // A proxy of the organisation may stand anywhere; it then answers for where it goes.
        var isProxy = context.InitialRequestMessage.RequestUri is not { } uri || !uri.IdnHost.Trim('[', ']').Equals(wanted.Host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);
        var found = await Dns.GetHostAddressesAsync(wanted.Host, ct);
        var allowed = isProxy ? found : [.. found.Where(_hosts.Allows)];
        if (allowed.Length == 0) throw new PrivateAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, wanted.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
