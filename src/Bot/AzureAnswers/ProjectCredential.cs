using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Bot.Activities;
using Bot.Activities.Tokens;
using Microsoft.Extensions.Options;

namespace Bot.AzureAnswers;

/// <summary>
/// Proves us to the Language resource where no key is set: by the bot's managed identity, by its secret or certificate, or on the
/// command line by whoever is signed in to the Azure CLI.
/// </summary>
internal sealed class ProjectCredential(IOptions<AuthOptions> auth, IOptions<CredentialOptions> options, IHttpClientFactory clients) : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => Create().GetToken(requestContext, cancellationToken);

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => Create().GetTokenAsync(requestContext, cancellationToken);

    private TokenCredential Create()
    {
        var own = options.Value;
        if (!own.IsSet) return new AzureCliCredential();
        // An identity that vouches for the bot's registration holds the role itself: one step less, and one assignment.
        if (own.FederatedIdentity.Length > 0) own = new CredentialOptions { ManagedIdentity = own.FederatedIdentity };
        return new BotCredential(auth.Value, own, new HttpClientTransport(clients.CreateClient(BotTokens.Client))).Create();
    }
}
