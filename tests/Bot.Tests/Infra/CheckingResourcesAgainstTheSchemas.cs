using System.Diagnostics;
using System.Text.Json.Nodes;
using Bot.Tests.Support;

namespace Bot.Tests.Infra;

/// <summary>Asks ajv, in Node, what the official schemas say about each resource as it would be deployed.</summary>
public sealed class CheckingResourcesAgainstTheSchemas
{
    private static readonly string Tools = Repository.PathOf("tests", "page-tools");
    private static readonly string Schemas = Path.GetFullPath(Repository.PathOf("..", "shared", "schemas", "arm"));

    // Their schemas were not at hand; infra/README.md says so.
    private static readonly string[] NotAtHand =
    [
        "Microsoft.Authorization/roleAssignments", "Microsoft.Insights/diagnosticSettings", "Microsoft.Network/privateDnsZones",
        "Microsoft.Network/privateDnsZones/virtualNetworkLinks", "Microsoft.Network/virtualNetworks", "Microsoft.Search/searchServices",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(CheckingReferences.Cases), MemberType = typeof(CheckingReferences))]
    public async Task EveryResource_IsAsItsSchemaSays(string name)
    {
        var template = CheckingReferences.Template(name);

        var answer = await AskAsync(template.Resources.ToDictionary(template.IdOf, r => (JsonNode)r), name is "test" or "production" ? name : null);

        Assert.Empty(answer["mistakes"]!.AsObject());
        Assert.Equal(NotAtHand, answer["without"]!.AsArray().Select(t => t!.GetValue<string>()));
        var readme = await File.ReadAllTextAsync(Repository.PathOf("infra", "README.md"), Ct);
        Assert.All(NotAtHand, type => Assert.Contains($"`{type}`", readme, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Microsoft.Web/sites", """{"properties":{"httpsOnly":"yes please"}}""")]
    [InlineData("Microsoft.BotService/botServices", """{"kind":"chatbot"}""")]
    [InlineData("Microsoft.DBforPostgreSQL/flexibleServers", """{"properties":{"version":17}}""")]
    public async Task WhatIsWrong_IsFound(string type, string change)
    {
        var resource = CheckingReferences.Template("test").The(type).DeepClone().AsObject();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            if (value is JsonObject inner) foreach (var (below, deeper) in inner) resource[name]![below] = deeper!.DeepClone();
            else resource[name] = value!.DeepClone();
        }

        Assert.Single((await AskAsync(new() { ["wrong"] = resource }, null))["mistakes"]!.AsObject());
    }

    private static async Task<JsonNode> AskAsync(Dictionary<string, JsonNode> resources, string? parameterFile)
    {
        if (!Directory.Exists(Schemas)) Assert.Skip("The official schemas of Azure's resources are not here: ../shared/schemas is absent. The template was not checked against them.");
        Requirement.Needs(Directory.Exists(Path.Combine(Tools, "node_modules", "ajv-draft-04")), "Run npm ci in tests/page-tools to check the template against the schemas.");
        var start = new ProcessStartInfo("node", ["check-arm.mjs", Schemas]) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = Tools };
        using var node = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        var output = node.StandardOutput.ReadToEndAsync(Ct);
        var parameters = new JsonObject();
        if (parameterFile is not null) parameters[parameterFile] = JsonNode.Parse(await File.ReadAllTextAsync(Repository.PathOf("infra", $"{parameterFile}.parameters.json"), Ct));
        await node.StandardInput.WriteAsync(new JsonObject { ["resources"] = new JsonObject(resources.Select(r => KeyValuePair.Create(r.Key, (JsonNode?)r.Value.DeepClone()))), ["parameters"] = parameters }.ToJsonString().AsMemory(), Ct);
        node.StandardInput.Close();
        await node.WaitForExitAsync(Ct);
        Assert.Equal(0, node.ExitCode);
        return JsonNode.Parse(await output)!;
    }
}
