using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Features.Welcome;
using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.Manifest;

/// <summary>What the manifest offers to people is there when they press it.</summary>
public sealed class KeepingItsPromises
{
    public static TheoryData<string> Prompts => [.. Starters.All.Select(starter => starter.Prompt)];

    public static TheoryData<string> CommandIds => [.. Commands().Select(command => command.GetProperty("id").GetString()!)];

    [Theory, MemberData(nameof(Prompts))]
    public async Task APromptStarter_IsAnswered(string prompt)
    {
        var guide = await SharedGuide.Instance;

        var card = await guide.AskAsync(prompt);

        var text = CardReading.VisibleText(card);
        Assert.Contains("As at ", text, StringComparison.Ordinal);
        Assert.Contains("Sources: ", text, StringComparison.Ordinal);
        Assert.Contains("Was this helpful?", text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(CommandIds))]
    public async Task ACommand_IsHandled(string id)
    {
        var guide = await SharedGuide.Instance;
        var command = Commands().Single(c => c.GetProperty("id").GetString() == id);
        var isQuery = command.GetProperty("type").GetString() == "query";
        var activity = Person.New().Invokes(isQuery ? "composeExtension/query" : "composeExtension/fetchTask", guide.Connector.ServiceUrl);
        activity["value"] = new JsonObject
        {
            ["commandId"] = id,
            ["commandContext"] = command.GetProperty("context")[0].GetString(),
            ["parameters"] = new JsonArray(new JsonObject { ["name"] = isQuery ? command.GetProperty("parameters")[0].GetProperty("name").GetString() : "x", ["value"] = "what is an ics" }),
            ["messagePayload"] = new JsonObject { ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = "<p>What is an ICS?</p>" } },
        };

        using var response = await guide.PostAsync(activity);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(isQuery ? "result" : "continue", body.GetProperty(isQuery ? "composeExtension" : "task").GetProperty("type").GetString());
    }

    private static JsonElement[] Commands() => [.. Packed.Of().Manifest.GetProperty("composeExtensions")[0].GetProperty("commands").EnumerateArray()];
}
