using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Tests.Features.Governors;
using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.Features.Editing;

/// <summary>Somebody who keeps the knowledge base: says things, presses buttons, fills in forms.</summary>
public sealed class Keeper(GuideOnKestrel guide, Person person)
{
    private static readonly string[] Inside = ["body", "items", "columns", "rows", "cells", "actions"];

    public Person Person => person;

    public string Id => person.EntraId.ToString()!;

    /// <summary>The card that comes back.</summary>
    public Task<JsonElement> HearsAsync(string text) => guide.AskAsync(text, person);

    public async Task<string> ReadsAsync(string text) => CardReading.VisibleText(await HearsAsync(text));

    /// <summary>Where the reply is a plain text.</summary>
    public async Task<string> IsToldAsync(string text) => Assert.Single(await guide.PostForRepliesAsync(person.Says(text))).GetProperty("text").GetString()!;

    /// <summary>Presses a button with what stands in the card's fields, or with what is typed: the card that takes its place.</summary>
    public async Task<JsonElement> PressesAsync(JsonElement card, string title, params (string Field, string Value)[] inputs)
    {
        var reply = await PressAsync(card, title, inputs);
        Assert.Equal(Bot.Cards.AdaptiveCard.ContentType, reply.GetProperty("type").GetString());
        return reply.GetProperty("value");
    }

    /// <summary>The note that a pressed button gives.</summary>
    public async Task<string> IsToldByAsync(JsonElement card, string title, params (string Field, string Value)[] inputs) => (await PressAsync(card, title, inputs)).GetProperty("value").GetString()!;

    /// <summary>Presses a button whose work outlasts the turn: the card that stands in the end.</summary>
    public async Task<JsonElement> EndsAsync(JsonElement card, string title, params (string Field, string Value)[] inputs)
    {
        var updates = Updates().Count;
        Assert.Contains("under way", await IsToldByAsync(card, title, inputs), StringComparison.Ordinal);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(40));
        while (Updates().Count == updates) await Task.Delay(20, limit.Token);
        return GuideOnKestrel.CardOf(Updates()[^1]);
    }

    /// <summary>Opens the dialog of a button.</summary>
    public Task<JsonElement> OpensAsync(JsonElement card, string title) => TaskAsync("TeamsDialogFetch", DataOf(card, title));

    /// <summary>Sends a dialog: the dialog again, its note, or nothing where it closed.</summary>
    public Task<JsonElement> SendsAsync(JsonElement dialog, string title, params (string Field, string Value)[] inputs)
    {
        var data = DataOf(dialog, title);
        foreach (var (field, value) in Governor.FieldsOf(dialog).Concat(inputs)) data[field] = value;
        return TaskAsync("TeamsDialogSubmit", data);
    }

    public static string Field(JsonElement form, string name) => Governor.FieldsOf(form).Single(field => field.Field == name).Value;

    public static IEnumerable<string> Titles(JsonElement card) =>
        Parts(card).Where(part => part.TryGetProperty("title", out _) && part.TryGetProperty("data", out _)).Select(part => part.GetProperty("title").GetString()!);

    private IReadOnlyList<JsonElement> Updates() => [.. guide.CallsOf(person).Where(call => call.Method == "PUT").Select(call => call.Json)];

    private Task<JsonElement> PressAsync(JsonElement card, string title, (string Field, string Value)[] inputs)
    {
        var button = JsonNode.Parse(CardReading.Button(card, title).GetRawText())!;
        foreach (var (field, value) in Governor.FieldsOf(card).Concat(inputs)) button["data"]![field] = value;
        return guide.PressAsync(person, JsonElement.Parse(button.ToJsonString()));
    }

    private async Task<JsonElement> TaskAsync(string recorded, JsonObject data)
    {
        var name = recorded == "TeamsDialogFetch" ? "task/fetch" : "task/submit";
        using var response = await guide.PostAsync(person.Dialog(name, data, guide.Connector.ServiceUrl));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (body.Length == 0) return default;
        var task = JsonElement.Parse(body).GetProperty("task");
        return task.GetProperty("type").GetString() == "message" ? task.GetProperty("value") : task.GetProperty("value").GetProperty("card").GetProperty("content");
    }

    private static JsonObject DataOf(JsonElement card, string title) =>
        JsonNode.Parse(Parts(card).Single(part => part.TryGetProperty("title", out var text) && text.GetString() == title && part.TryGetProperty("data", out _)).GetProperty("data").GetRawText())!.AsObject();

    private static IEnumerable<JsonElement> Parts(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Array => part.EnumerateArray().SelectMany(Parts),
        JsonValueKind.Object => part.EnumerateObject().Where(p => Inside.Contains(p.Name)).SelectMany(p => Parts(p.Value)).Prepend(part),
        _ => [],
    };
}
