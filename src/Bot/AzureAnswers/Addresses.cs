namespace Bot.AzureAnswers;

/// <summary>Where the project is reached. Authoring lies elsewhere since the version of 2023.</summary>
internal sealed class Addresses(AzureAnswersOptions options)
{
    private const string VersionName = "api-version";

    private readonly Uri _root = new($"{options.Endpoint.TrimEnd('/')}/language/");

    public Uri Query => new(_root, $":query-knowledgebases?projectName={Uri.EscapeDataString(options.Project)}&deploymentName={Uri.EscapeDataString(options.Deployment)}&{VersionName}={options.ApiVersion}");

    public Uri Project => Authoring("");

    /// <param name="tail">Behind the project's name, with its slash.</param>
    /// <param name="query">Further parameters, each ending in an ampersand.</param>
    public Uri Authoring(string tail, string query = "") =>
        new(_root, $"{(options.ApiVersion == AzureAnswersOptions.FirstVersion ? "" : "authoring/")}query-knowledgebases/projects/{Uri.EscapeDataString(options.Project)}{tail}?{query}{VersionName}={options.ApiVersion}");

    public Uri Deployment => Authoring($"/deployments/{Uri.EscapeDataString(options.Deployment)}");

    /// <summary>An address that the service gave us: some lack the version, and then answer 404.</summary>
    /// <exception cref="AzureFault">It leads elsewhere, where our proof must not go.</exception>
    public Uri Given(string? address)
    {
        if (!Uri.TryCreate(_root, address, out var given) || string.IsNullOrWhiteSpace(address))
            throw new AzureFault(AzureFaultKind.Broken, "The service named no address to look at its job.");
        if (given.Scheme != _root.Scheme || given.Host != _root.Host || given.Port != _root.Port)
            throw new AzureFault(AzureFaultKind.Broken, $"The service named an address on another host ({given.Host}). It was not called, because the key or token would go there.");
        if (given.Query.Contains($"{VersionName}=", StringComparison.OrdinalIgnoreCase)) return given;
        return new UriBuilder(given) { Query = $"{given.Query.TrimStart('?')}{(given.Query.Length > 1 ? "&" : "")}{VersionName}={options.ApiVersion}" }.Uri;
    }
}
