using System.ComponentModel.DataAnnotations;

namespace Bot.Activities.Tokens;

/// <summary>How we prove to the connector who we are, and where such a proof may go: section Bot:Auth too.</summary>
public sealed class CredentialOptions : IValidatableObject
{
    /// <summary>Stands for the identity of the machine itself, where one of the two identities below is named.</summary>
    public const string System = "system";

    public string ClientSecret { get; set; } = "";

    /// <summary>A .pem file with certificate and key, or a .pfx file.</summary>
    public string CertificatePath { get; set; } = "";

    /// <summary>For a .pfx file that has one.</summary>
    public string CertificatePassword { get; set; } = "";

    /// <summary>A certificate in the personal store of the user or of the machine.</summary>
    public string CertificateThumbprint { get; set; } = "";

    /// <summary>A managed identity that vouches for the app registration: its client id, or "system".</summary>
    public string FederatedIdentity { get; set; } = "";

    /// <summary>A managed identity that is the bot: its client id, or "system".</summary>
    public string ManagedIdentity { get; set; } = "";

    /// <summary>Hosts that may have our token without having been named by a proven activity.</summary>
    public IReadOnlyList<string> ServiceHosts { get; set; } =
        ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "smba.infra.gov.teams.microsoft.us"];

    internal bool IsSet => Kinds().Any();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kinds().ToArray() is { Length: > 1 } several)
            yield return new($"{string.Join(" and ", several)} are set. The bot proves itself in one way: keep one of them.");
        foreach (var host in ServiceHosts.Where(host => Uri.CheckHostName(host) != UriHostNameType.Dns))
            yield return new($"{AuthOptions.Section}:{nameof(ServiceHosts)} holds \"{host}\". Write a host name alone, such as smba.trafficmanager.net.");
    }

    private IEnumerable<string> Kinds() =>
        from kind in new[]
        {
            (nameof(ClientSecret), ClientSecret), (nameof(CertificatePath), CertificatePath), (nameof(CertificateThumbprint), CertificateThumbprint),
            (nameof(FederatedIdentity), FederatedIdentity), (nameof(ManagedIdentity), ManagedIdentity),
        }
        where kind.Item2.Length > 0
        select $"{AuthOptions.Section}:{kind.Item1}";
}
