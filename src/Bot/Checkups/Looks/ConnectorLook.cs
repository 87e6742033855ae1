using Bot.Activities;
using Bot.Activities.Tokens;
using Microsoft.Extensions.Options;

namespace Bot.Checkups.Looks;

/// <summary>Whether the hosts that replies go to can be reached. They are asked without a token, so any answer will do.</summary>
internal sealed class ConnectorLook(IHttpMessageHandlerFactory handlers, IOptions<AuthOptions> auth, IOptions<CredentialOptions> options) : ICheckup
{
    private const string About = "Connector";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken ct)
    {
        if (auth.Value.IsDevelopment) return [new(About, Standing.Well, "In Development, replies go to this machine only.")];
        var hosts = options.Value.ServiceHosts;
        var complaints = await Task.WhenAll(hosts.Select(host => ComplaintAsync(host, ct)));
        // The first is the one of the public cloud; a firewall may be right to close the others.
        return [.. hosts.Select((host, i) => Of(host, complaints[i], i == 0 ? Standing.Fault : Standing.Note))];
    }

    private static Finding Of(string host, string? complaint, Standing standing) => complaint is null
        ? new(About, Standing.Well, $"{host} can be reached.")
        : new(About, standing, $"{host} cannot be reached ({complaint}). Replies through it do not arrive.",
            standing == Standing.Fault ? $"Allow HTTPS from this machine to {host}, through a proxy if there is one (HTTPS_PROXY)." : $"Allow HTTPS from this machine to {host} if your tenant is in that cloud, or take it out of {AuthOptions.Section}:{nameof(CredentialOptions.ServiceHosts)}.");

    private async Task<string?> ComplaintAsync(string host, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            using var http = new HttpMessageInvoker(handlers.CreateHandler(ConnectorCalls.Client), disposeHandler: false);
            using var request = new HttpRequestMessage(HttpMethod.Get, $"https://{host}/");
            using var response = await http.SendAsync(request, limit.Token);
            return null;
        }
        catch (HttpRequestException e)
        {
            return e.HttpRequestError.ToString();
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return "no answer in time";
        }
    }
}
