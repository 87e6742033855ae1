using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Tests.Fakes;
using Bot.Tests.Support;
using Bot.Tests.Whole;

namespace Bot.Tests.Features.Governors;

/// <summary>Somebody at a keyboard: says things, presses buttons, fills in dialogs.</summary>
public sealed class Governor(GuideOnKestrel guide, Person person)
{
    public Person Person => person;

    /// <summary>The same person on another service, or after a restart.</summary>
    public Governor At(GuideOnKestrel other) => new(other, person);

    /// <summary>The card that comes back.</summary>
    public Task<JsonElement> HearsAsync(string text) => guide.AskAsync(text, person);

    /// <summary>The card's words, without what is folded away.</summary>
    public async Task<string> ReadsAsync(string text) => CardReading.VisibleText(await HearsAsync(text));

    /// <summary>Where the reply is a plain text.</summary>
    public async Task<string> IsToldAsync(string text) =>
        Assert.Single(await guide.PostForRepliesAsync(person.Says(text))).GetProperty("text").GetString()!;

    /// <summary>Presses a button with Action.Execute; the card that takes the place of the old one.</summary>
    public async Task<JsonElement> PressesAsync(JsonElement card, string title)
    {
        var reply = await guide.PressAsync(person, CardReading.Button(card, title));
        Assert.Equal(Bot.Cards.AdaptiveCard.ContentType, reply.GetProperty("type").GetString());
        return reply.GetProperty("value");
    }

    /// <summary>The note that a pressed button gives.</summary>
    public async Task<string> IsToldByAsync(JsonElement card, string title) =>
        (await guide.PressAsync(person, CardReading.Button(card, title))).GetProperty("value").GetString()!;

    /// <summary>Opens the dialog of a button.</summary>
    public Task<JsonElement> OpensAsync(JsonElement card, string title) => TaskAsync("TeamsDialogFetch", DataOf(card, title), []);

    /// <summary>Fills in a dialog and saves it: the dialog again, or null where it closed.</summary>
    public Task<JsonElement> SavesAsync(JsonElement dialog, params (string Field, string Value)[] inputs) => TaskAsync("TeamsDialogSubmit", DataOf(dialog, "Save"), inputs);

    /// <summary>Fills in the form in the chat, in a client without dialogs.</summary>
    public async Task<JsonElement> SavesInlineAsync(JsonElement card, params (string Field, string Value)[] inputs)
    {
        var button = JsonNode.Parse(CardReading.Button(card, "Save").GetRawText())!;
        foreach (var (field, value) in FieldsOf(card).Concat(inputs)) button["data"]![field] = value;
        var reply = await guide.PressAsync(person, JsonElement.Parse(button.ToJsonString()));
        return reply.GetProperty("value");
    }

    /// <summary>A button whose dialog the client cannot open: it sends a message without text.</summary>
    public async Task<JsonElement> SubmitsAsync(JsonElement card, string title)
    {
        var message = RecordedActivity.Load("TeamsCardSubmit");
        message["from"]!["id"] = person.UserId;
        message["conversation"]!["id"] = person.ConversationId;
        message["id"] = Guid.NewGuid().ToString();
        message["value"] = DataOf(card, title);
        return GuideOnKestrel.CardOf(Assert.Single(await guide.PostForRepliesAsync(message)));
    }

    public static bool Closed(JsonElement dialog) => dialog.ValueKind == JsonValueKind.Undefined;

    private async Task<JsonElement> TaskAsync(string recorded, JsonObject data, (string Field, string Value)[] inputs)
    {
        var activity = RecordedActivity.Load(recorded);
        activity["id"] = Guid.NewGuid().ToString();
        activity["from"]!["id"] = person.UserId;
        activity["conversation"]!["id"] = person.ConversationId;
        activity["serviceUrl"] = guide.Connector.ServiceUrl.AbsoluteUri;
        foreach (var (field, value) in inputs) data[field] = value;
        activity["value"]!["data"] = data;
        using var response = await guide.PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (body.Length == 0) return default;
        var task = JsonElement.Parse(body).GetProperty("task");
        return task.GetProperty("type").GetString() == "message" ? task.GetProperty("value") : task.GetProperty("value").GetProperty("card").GetProperty("content");
    }

    // What stands in the fields is sent along, as a client does.
    private static JsonObject DataOf(JsonElement card, string title)
    {
        var button = Parts(card).Single(part => part.TryGetProperty("title", out var text) && text.GetString() == title && part.TryGetProperty("data", out _));
        var data = JsonNode.Parse(button.GetProperty("data").GetRawText())!.AsObject();
        if (title == "Save")
            foreach (var (field, value) in FieldsOf(card)) data[field] = value;
        return data;
    }

    public static IEnumerable<(string Field, string Value)> FieldsOf(JsonElement card) =>
        from part in Parts(card)
        where part.TryGetProperty("type", out var type) && type.GetString()!.StartsWith("Input.", StringComparison.Ordinal)
        select (part.GetProperty("id").GetString()!, part.TryGetProperty("value", out var value) ? value.GetString()! : "");

    private static IEnumerable<JsonElement> Parts(JsonElement part)
    {
        if (part.ValueKind == JsonValueKind.Array) return part.EnumerateArray().SelectMany(Parts);
        if (part.ValueKind != JsonValueKind.Object) return [];
        return part.EnumerateObject().Where(p => p.Name is "body" or "items" or "columns" or "rows" or "cells" or "actions").SelectMany(p => Parts(p.Value)).Prepend(part);
    }
}
