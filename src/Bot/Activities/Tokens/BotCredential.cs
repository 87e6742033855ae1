using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace Bot.Activities.Tokens;

/// <summary>The credential that the settings name. Made anew for each token, so that a certificate that was replaced is seen and no other cache keeps a token that was refused.</summary>
internal sealed class BotCredential(AuthOptions auth, CredentialOptions options, HttpPipelineTransport transport)
{
    private const string Exchange = "api://AzureADTokenExchange/.default";

    private readonly CloudAddresses _cloud = CloudAddresses.Of(auth);

    /// <summary>In words, for whoever looks after the service.</summary>
    public string Kind => options switch
    {
        { ClientSecret.Length: > 0 } => "the client secret",
        { CertificatePath.Length: > 0 } => $"the certificate {options.CertificatePath}",
        { CertificateThumbprint.Length: > 0 } => $"the certificate {options.CertificateThumbprint}",
        { FederatedIdentity.Length: > 0 } => $"the federated identity {options.FederatedIdentity}",
        _ => $"the managed identity {options.ManagedIdentity}",
    };

    /// <summary>When the certificate ends, where there is one and it can be read.</summary>
    public DateTimeOffset? Ends
    {
        get
        {
            if (options.CertificatePath.Length + options.CertificateThumbprint.Length == 0) return null;
            try
            {
                using var certificate = Certificate();
                return certificate.NotAfter;
            }
            catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }

    public TokenCredential Create()
    {
        if (options.ClientSecret.Length > 0)
            return new ClientSecretCredential(auth.TenantId, auth.AppId, options.ClientSecret, With(new ClientSecretCredentialOptions()));
        if (options.CertificatePath.Length + options.CertificateThumbprint.Length > 0)
            return new ClientCertificateCredential(auth.TenantId, auth.AppId, Certificate(), With(new ClientCertificateCredentialOptions()));
        if (options.FederatedIdentity.Length == 0)
            return Managed(options.ManagedIdentity);
        var identity = Managed(options.FederatedIdentity);
        return new ClientAssertionCredential(
            auth.TenantId, auth.AppId, async ct => (await identity.GetTokenAsync(new([Exchange]), ct)).Token, With(new ClientAssertionCredentialOptions()));
    }

    private ManagedIdentityCredential Managed(string identity) => new(With(new ManagedIdentityCredentialOptions(
        identity.Equals(CredentialOptions.System, StringComparison.OrdinalIgnoreCase)
            ? ManagedIdentityId.SystemAssigned
            : ManagedIdentityId.FromUserAssignedClientId(identity))));

    private X509Certificate2 Certificate()
    {
        if (options.CertificatePath is not { Length: > 0 } path)
            return InStore(options.CertificateThumbprint);
        return path.EndsWith(".pem", StringComparison.OrdinalIgnoreCase)
            ? X509Certificate2.CreateFromPemFile(path)
            : X509CertificateLoader.LoadPkcs12FromFile(path, options.CertificatePassword);
    }

    private static X509Certificate2 InStore(string thumbprint)
    {
        foreach (var location in new[] { StoreLocation.CurrentUser, StoreLocation.LocalMachine })
        {
            using var store = new X509Store(StoreName.My, location);
            try
            {
                store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            }
            catch (CryptographicException)
            {
                // Not every system has both stores.
                continue;
            }

            if (store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false).FirstOrDefault(found => found.HasPrivateKey) is { } certificate)
                return certificate;
        }

        throw new CryptographicException($"No certificate with this thumbprint and a private key is in the personal store: {thumbprint}.");
    }

    private T With<T>(T settings)
        where T : TokenCredentialOptions
    {
        settings.AuthorityHost = _cloud.EntraHost;
        settings.Transport = transport;
        settings.Retry.MaxRetries = 1;
        settings.Retry.NetworkTimeout = TimeSpan.FromSeconds(10);
        return settings;
    }
}
