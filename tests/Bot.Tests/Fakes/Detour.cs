namespace Bot.Tests.Fakes;

/// <summary>Takes calls to https hosts of the world to servers on this machine; the host becomes the first part of the path.</summary>
public sealed class Detour(IReadOnlyDictionary<string, Uri> servers) : DelegatingHandler(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var wanted = request.RequestUri!;
        if (!servers.TryGetValue(wanted.Host, out var server))
            throw new HttpRequestException(HttpRequestError.NameResolutionError, $"The tests know no {wanted.Host}.");
        request.RequestUri = new Uri($"{server.GetLeftPart(UriPartial.Authority)}/{wanted.Host}{wanted.PathAndQuery}");
        request.Headers.Host = null;
        return base.SendAsync(request, cancellationToken);
    }
}
