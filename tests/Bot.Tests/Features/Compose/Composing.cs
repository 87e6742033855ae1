using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.Features.Compose;

/// <summary>Somebody who writes a message and opens the guide under the compose box, or on a message.</summary>
internal sealed class Composing(GuideOnKestrel guide, Person person)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task<JsonElement> TypeAsync(string text, int skip = 0, int count = 25) =>
        (await InvokeAsync("composeExtension/query", Query(text, skip, count))).GetProperty("composeExtension");

    /// <summary>The headings in the list.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string text, int skip = 0, int count = 25) =>
        [.. (await TypeAsync(text, skip, count)).GetProperty("attachments").EnumerateArray().Select(Heading)];

    /// <summary>The dialog's card for a command on a message.</summary>
    public async Task<JsonElement> AskAboutAsync(string html, string contentType = "html") => CardOf(await InvokeAsync("composeExtension/fetchTask", new JsonObject
    {
        ["commandId"] = "ask",
        ["commandContext"] = "message",
        ["messagePayload"] = new JsonObject
        {
            ["id"] = "1772442990001",
            ["from"] = new JsonObject { ["user"] = new JsonObject { ["displayName"] = "Robin Example" } },
            ["body"] = new JsonObject { ["contentType"] = contentType, ["content"] = html },
        },
    }));

    public async Task<JsonElement> OpenKeptAsync() =>
        CardOf(await InvokeAsync("composeExtension/fetchTask", new JsonObject { ["commandId"] = "kept", ["commandContext"] = "compose" }));

    /// <summary>Presses a button of a dialog.</summary>
    public Task<JsonElement> PressAsync(JsonElement card, string title, string command = "ask") => InvokeAsync("composeExtension/submitAction", new JsonObject
    {
        ["commandId"] = command,
        ["commandContext"] = "message",
        ["data"] = JsonNode.Parse(Submits(card).First(button => button.GetProperty("title").GetString() == title).GetProperty("data").GetRawText()),
    });

    public async Task<JsonElement> InvokeAsync(string name, JsonNode? value)
    {
        using var response = await PostAsync(name, value);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync(Ct));
    }

    public Task<HttpResponseMessage> PostAsync(string name, JsonNode? value)
    {
        var activity = person.Invokes(name, guide.Connector.ServiceUrl);
        activity["value"] = value;
        return guide.PostAsync(activity);
    }

    public static JsonElement CardOf(JsonElement response)
    {
        var task = response.GetProperty("task");
        Assert.Equal("continue", task.GetProperty("type").GetString());
        return task.GetProperty("value").GetProperty("card").GetProperty("content");
    }

    public static IEnumerable<JsonElement> Submits(JsonElement card) => Sets(card).Where(action => action.GetProperty("type").GetString() == "Action.Submit");

    public static string Heading(JsonElement attachment) => attachment.GetProperty("preview").GetProperty("content").GetProperty("title").GetString()!;

    public static JsonObject Query(string text, int skip = 0, int count = 25) => new()
    {
        ["commandId"] = "search",
        ["parameters"] = text.Length > 0
            ? new JsonArray(new JsonObject { ["name"] = "text", ["value"] = text })
            : new JsonArray(new JsonObject { ["name"] = "initialRun", ["value"] = "true" }),
        ["queryOptions"] = new JsonObject { ["skip"] = skip, ["count"] = count },
    };

    private static IEnumerable<JsonElement> Sets(JsonElement card) =>
        card.GetProperty("body").EnumerateArray().Where(part => part.TryGetProperty("actions", out _)).SelectMany(part => part.GetProperty("actions").EnumerateArray());
}
