using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Tests.Support;

namespace Bot.Tests.Activities;

/// <summary>Asks ajv, in Node, what the official activity schema and connector description say about bytes on the wire.</summary>
internal static class OfficialWire
{
    private static readonly string Tools = Repository.PathOf("tests", "page-tools");
    private static readonly string Schemas = Path.GetFullPath(Repository.PathOf("..", "shared", "schemas", "bot-framework"));

    /// <summary>The mistakes by name of the body, or by the call itself.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> MistakesAsync(
        IReadOnlyDictionary<string, (string Definition, string Json)> bodies, IEnumerable<string> calls, CancellationToken stop)
    {
        if (!Directory.Exists(Schemas))
            Assert.Skip("The official activity schema is not here: ../shared/schemas is absent. The wire was not checked against it.");
        Requirement.Needs(Directory.Exists(Path.Combine(Tools, "node_modules", "ajv")), "Run npm ci in tests/page-tools to check the wire against the schema.");
        var input = new JsonObject
        {
            ["bodies"] = new JsonObject(bodies.Select(body => KeyValuePair.Create(
                body.Key, (JsonNode?)new JsonObject { ["definition"] = body.Value.Definition, ["json"] = JsonNode.Parse(body.Value.Json) }))),
            ["calls"] = new JsonArray([.. calls.Select(call => JsonValue.Create(call))]),
        };

        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = Tools };
        foreach (var argument in new[] { "check-wire.mjs", Path.Combine(Schemas, "activity.schema.json"), Path.Combine(Schemas, "connector-v3.swagger.json") })
            start.ArgumentList.Add(argument);
        using var node = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        var output = node.StandardOutput.ReadToEndAsync(stop);
        await node.StandardInput.WriteAsync(input.ToJsonString().AsMemory(), stop);
        node.StandardInput.Close();
        await node.WaitForExitAsync(stop);
        Assert.Equal(0, node.ExitCode);
        return JsonSerializer.Deserialize<Dictionary<string, string>>(await output)!;
    }
}
