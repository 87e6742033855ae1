namespace Bot.Activities;

/// <summary>Where a cloud of Microsoft's issues tokens and publishes keys.</summary>
/// <param name="Scope">What our own token is for.</param>
internal sealed record CloudAddresses(string Name, string ChannelIssuer, Uri ChannelMetadata, Uri EntraHost, Uri EntraMetadata, string Scope)
{
    public static CloudAddresses Public { get; } = new(
        "Public",
        "https://api.botframework.com",
        new("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        new("https://login.microsoftonline.com/"),
        new("https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration"),
        "https://api.botframework.com/.default");

    public static CloudAddresses UsGovernment { get; } = new(
        "UsGovernment",
        "https://api.botframework.us",
        new("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        new("https://login.microsoftonline.us/"),
        new("https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration"),
        "https://api.botframework.us/.default");

    public static CloudAddresses? Find(string name) =>
        new[] { Public, UsGovernment }.FirstOrDefault(cloud => cloud.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public static CloudAddresses Of(AuthOptions options) =>
        Find(options.Cloud) ?? throw new InvalidOperationException("The options were not validated.");

    /// <summary>The two names under which Entra issues a tenant's tokens: version 1.0 and version 2.0.</summary>
    public (string V1, string V2) IssuersOf(string tenantId) =>
        ($"https://sts.windows.net/{tenantId}/", $"{EntraHost}{tenantId}/v2.0");
}
