using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Checkups.Settings;
using Bot.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Infra;

/// <summary>The template and the service agree: names of settings, addresses, identity; and nobody may do more than they need.</summary>
public sealed partial class FittingTheService
{
    private const string SecretsUser = "4633458b-17de-408a-b874-0445c86b69e6", LanguageReader = "7628b7b8-a8b2-4cdc-b46f-e9b35248918e", LanguageOwner = "f07febfe-79bc-46b1-8b37-790e26e6e498";

    public static TheoryData<string> Cases => CheckingReferences.Cases;

    [Theory, MemberData(nameof(Cases))]
    public void EverySetting_IsOneThatTheServiceReads(string name)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(Values(CheckingReferences.Template(name))).Build();

        Assert.Empty(new SettingsRead(settings, KnownSettings.Sections).Unknown());
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task TheService_AcceptsTheValues(string name)
    {
        await using var app = Service.Build(new WebApplicationOptions { EnvironmentName = "Production" }, builder => builder.Configuration.AddInMemoryCollection(
            Values(CheckingReferences.Template(name)).Where(s => s.Key != "Bot:Database:ConnectionString")));

        app.Services.GetRequiredService<IStartupValidator>().Validate();

        var auth = app.Services.GetRequiredService<IOptions<Bot.Activities.AuthOptions>>().Value;
        var wanted = name == "everything" ? new[] { "66666666-6666-6666-6666-666666666666", "77777777-7777-7777-7777-777777777777" } : [ArmScope.Tenant];
        Assert.Equal(wanted, auth.AllowedTenants);
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task TheAddresses_AreThoseThatTheServiceAnswers(string name)
    {
        var template = CheckingReferences.Template(name);
        await using var app = Service.Build(new WebApplicationOptions { EnvironmentName = "Production" });
        var paths = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(e => $"/{e.RoutePattern.RawText!.TrimStart('/')}").ToArray();

        var site = template.The("Microsoft.Web/sites");
        var host = $"https://{site["name"]}.azurewebsites.net";
        var endpoint = template.The("Microsoft.BotService/botServices")["properties"]!["endpoint"]!.GetValue<string>();
        Assert.StartsWith($"{host}/", endpoint, StringComparison.Ordinal);
        Assert.Contains(endpoint[host.Length..], paths);
        Assert.Contains(site["properties"]!["siteConfig"]!["healthCheckPath"]!.GetValue<string>(), paths);
        Assert.Equal(host, template.AppSettings["Bot__PublicUrl"]);
    }

    [Theory, MemberData(nameof(Cases))]
    public void OneIdentity_IsTheApps_TheBots_AndTheOnlyOneWithRoles(string name)
    {
        var template = CheckingReferences.Template(name);
        var identity = template.IdOf(template.The("Microsoft.ManagedIdentity/userAssignedIdentities"));
        var (site, bot) = (template.The("Microsoft.Web/sites"), template.The("Microsoft.BotService/botServices")["properties"]!);

        Assert.Equal([identity], site["identity"]!["userAssignedIdentities"]!.AsObject().Select(p => p.Key));
        Assert.Equal(identity, site["properties"]!["keyVaultReferenceIdentity"]!.GetValue<string>());
        Assert.Equal(template.AppSettings["Bot__Auth__AppId"], bot["msaAppId"]!.GetValue<string>());
        Assert.Equal(ArmScope.Tenant, bot["msaAppTenantId"]!.GetValue<string>());
        Assert.Equal(template.AppSettings["Bot__Auth__TenantId"], bot["msaAppTenantId"]!.GetValue<string>());
        var isOwnApp = name == "everything";
        Assert.Equal(isOwnApp ? "SingleTenant" : "UserAssignedMSI", bot["msaAppType"]!.GetValue<string>());
        Assert.Equal(isOwnApp ? "" : identity, bot["msaAppMSIResourceId"]!.GetValue<string>());
        Assert.True(template.AppSettings.ContainsKey(isOwnApp ? "Bot__Auth__FederatedIdentity" : "Bot__Auth__ManagedIdentity"));
        Assert.Equal("MsTeamsChannel", template.The("Microsoft.BotService/botServices/channels")["properties"]!["channelName"]!.GetValue<string>());
    }

    [Theory, MemberData(nameof(Cases))]
    public void Roles_AreTheLeast_OnOneResourceEach(string name)
    {
        var template = CheckingReferences.Template(name);
        var roles = template.Of("Microsoft.Authorization/roleAssignments").Select(r => (Role: r["properties"]!["roleDefinitionId"]!.GetValue<string>().Split('/')[^1], Scope: r["scope"]!.GetValue<string>(), Principal: r["properties"]!["principalId"]!.GetValue<string>())).ToArray();

        Assert.Equal([SecretsUser, name == "everything" ? LanguageOwner : LanguageReader], roles.Select(r => r.Role));
        Assert.All(roles, r => Assert.Equal("44444444-4444-4444-4444-444444444444", r.Principal));
        // Never the group or the subscription.
        Assert.All(roles, r => Assert.True(template.Declares(r.Scope), r.Scope));
    }

    [Theory, MemberData(nameof(Cases))]
    public void NothingIsOpenThatNeedNotBe_AndAllLiesInTheUnitedKingdom(string name)
    {
        var template = CheckingReferences.Template(name);
        JsonNode Of(string type) => template.The(type)["properties"]!;

        var database = Of("Microsoft.DBforPostgreSQL/flexibleServers");
        Assert.Equal("Disabled", database["network"]!["publicNetworkAccess"]!.GetValue<string>());
        Assert.EndsWith("/subnets/database", database["network"]!["delegatedSubnetResourceId"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("Disabled", database["backup"]!["geoRedundantBackup"]!.GetValue<string>());
        var site = Of("Microsoft.Web/sites");
        Assert.True(site["httpsOnly"]!.GetValue<bool>());
        Assert.False(site["clientAffinityEnabled"]!.GetValue<bool>());
        Assert.Equal(("1.2", "Disabled"), (site["siteConfig"]!["minTlsVersion"]!.GetValue<string>(), site["siteConfig"]!["ftpsState"]!.GetValue<string>()));
        Assert.True(Of("Microsoft.KeyVault/vaults")["enableRbacAuthorization"]!.GetValue<bool>());
        Assert.True(Of("Microsoft.BotService/botServices")["disableLocalAuth"]!.GetValue<bool>());
        Assert.True(Of("Microsoft.CognitiveServices/accounts")["disableLocalAuth"]!.GetValue<bool>());
        Assert.All(template.Resources.Where(r => r["location"] is not null), r => Assert.Contains(r["location"]!.GetValue<string>(), new[] { "uksouth", "global" }));
        Assert.All(ArmTemplate.Json["parameters"]!["location"]!["allowedValues"]!.AsArray(), v => Assert.StartsWith("uk", v!.GetValue<string>(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("test", false, 1)]
    [InlineData("production", true, 3)]
    public void TheScaleRule_IsThereWhereTheSizeAllowsIt(string name, bool scales, int most)
    {
        var plan = CheckingReferences.Template(name).The("Microsoft.Web/serverfarms");

        Assert.Equal((scales, most), (plan["properties"]!["elasticScaleEnabled"]!.GetValue<bool>(), plan["properties"]!["maximumElasticWorkerCount"]!.GetValue<int>()));
        Assert.Equal(plan["sku"]!["name"]!.GetValue<string>().StartsWith('P'), scales);
    }

    [Fact]
    public void OptionalParts_AreMadeOnlyWhenAskedFor()
    {
        string[] optional = ["Microsoft.CognitiveServices/accounts", "Microsoft.Search/searchServices"];

        Assert.All(optional, type => Assert.False(CheckingReferences.Template("production").The(type)["condition"]!.GetValue<bool>()));
        Assert.All(optional, type => Assert.True(CheckingReferences.Template("everything").The(type)["condition"]!.GetValue<bool>()));
        Assert.Equal("", CheckingReferences.Template("production").AppSettings["Bot__AzureAnswers__Endpoint"]);
        var account = CheckingReferences.Template("everything").The("Microsoft.CognitiveServices/accounts");
        Assert.Equal($"https://{account["properties"]!["customSubDomainName"]}.cognitiveservices.azure.com", CheckingReferences.Template("everything").AppSettings["Bot__AzureAnswers__Endpoint"]);
    }

    [Fact]
    public void TheReadme_NamesOnlyParametersAndOutputsThatThereAre()
    {
        var readme = File.ReadAllText(Bot.Tests.Support.Repository.PathOf("infra", "README.md"));
        var (parameters, outputs) = (ArmTemplate.Json["parameters"]!.AsObject(), ArmTemplate.Json["outputs"]!.AsObject());

        Assert.All(Given().Matches(readme).Select(m => m.Groups[1].Value), name => Assert.True(parameters.ContainsKey(name), name));
        Assert.All(Asked().Matches(readme).Select(m => m.Groups[1].Value), name => Assert.True(outputs.ContainsKey(name), name));
        Assert.NotEmpty(Given().Matches(readme));
        Assert.NotEmpty(Asked().Matches(readme));
    }

    [Fact]
    public void NoFile_HoldsASecret()
    {
        var folder = Path.GetDirectoryName(Bot.Tests.Support.Repository.PathOf("infra", "main.json"))!;
        var secret = ArmTemplate.Json["parameters"]!.AsObject().Where(p => p.Value!["type"]!.GetValue<string>().StartsWith("secure", StringComparison.Ordinal)).ToArray();

        Assert.Equal(["databasePassword"], secret.Select(p => p.Key));
        Assert.All(secret, p => Assert.Null(p.Value!["defaultValue"]));
        Assert.All(new[] { "test", "production" }, file => Assert.Empty(ArmTemplate.ParametersOf(file).Select(p => p.Key).Intersect(secret.Select(p => p.Key))));
        Assert.All(Directory.GetFiles(folder), file => Assert.DoesNotMatch(LooksSecret(), File.ReadAllText(file)));
        Assert.DoesNotContain(CheckingReferences.Template("everything").Outputs.ToJsonString(), "given-when-deploying", StringComparison.Ordinal);
        Assert.DoesNotContain(CheckingReferences.Template("everything").AppSettings.Values, value => value.Contains("given-when-deploying", StringComparison.Ordinal));
        Assert.StartsWith("@Microsoft.KeyVault(", CheckingReferences.Template("everything").AppSettings["Bot__Database__ConnectionString"], StringComparison.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, string?>> Values(ArmTemplate template) =>
        template.AppSettings.Select(s => KeyValuePair.Create(s.Key.Replace("__", ":", StringComparison.Ordinal), (string?)s.Value));

    [GeneratedRegex("(?:--parameters |`)([a-z][A-Za-z]+)=")]
    private static partial Regex Given();

    [GeneratedRegex("(?:[Oo]utputs? `|outputs\\.)([a-z][A-Za-z]+)")]
    private static partial Regex Asked();

    // A key of 32 or more signs with letters and digits mixed, or a connection string's own.
    [GeneratedRegex("(AccountKey|SharedAccessKey|client_secret)=|\"[A-Za-z0-9+/]{40,}={0,2}\"")]
    private static partial Regex LooksSecret();
}
