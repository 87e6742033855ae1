using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Cards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Bot.Tests.LocalChat;

/// <summary>Stands for a bot at /api/messages: knows a few words, and answers by the connector or in the response as asked.</summary>
internal sealed class ToyBot : IDisposable
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    private readonly HttpClient connector = new();

    public ConcurrentQueue<JsonNode> Received { get; } = new();

    /// <summary>Called before anything else; a status other than 0 is the answer.</summary>
    public Func<JsonNode, int> Obstacle { get; set; } = _ => 0;

    public void Map(WebApplication app) => app.MapPost("/api/messages", AnswerAsync);

    public JsonNode LastOf(string type) => Received.Last(activity => Text(activity, "type") == type);

    /// <summary>Speaks first, to the conversation it last heard of.</summary>
    public Task RemindAsync(string text) => SendAsync(Received.Last(), OfText(text));

    public void Dispose() => connector.Dispose();

    private async Task<IResult> AnswerAsync(HttpRequest request)
    {
        var activity = (await JsonNode.ParseAsync(request.Body))!;
        Received.Enqueue(activity);
        if (Obstacle(activity) is var status and not 0)
            return Results.Json(new { error = new { code = "Toy", message = "The toy refuses." } }, statusCode: status);

        switch (Text(activity, "type"))
        {
            case "invoke" when Text(activity, "name") is "task/fetch" or "task/submit":
                return ToyDialogs.Answer(activity);
            case "invoke" when Text(activity, "name") == "application/search":
                return ToyNames.Answer(activity);
            case "invoke":
                return Pressed(activity["value"]!["action"]!);
            case "conversationUpdate":
                await SendAsync(activity, OfCard(ToyCards.Welcome));
                return Results.Ok();
            case "message" when Text(activity, "deliveryMode") == "expectReplies":
                return Results.Json(new JsonObject { ["activities"] = new JsonArray([.. Replies(activity)]) });
            default:
                await TalkAsync(activity);
                return Results.Ok();
        }
    }

    private static IResult Pressed(JsonNode action) => Text(action, "verb") switch
    {
        "feedback" => Reply(200, CardType, JsonNode.Parse(ToyCards.Thanks.ToUtf8Json().Span)!),
        "keep" => Reply(200, "application/vnd.microsoft.activity.message", $"Kept: {action["data"]!["trust"]}, {action["data"]!["note"]}"),
        "fail" => Reply(400, "application/vnd.microsoft.error", new JsonObject { ["code"] = "Closed", ["message"] = "The form is closed." }),
        "crash" => Results.StatusCode(500),
        _ => Results.StatusCode(501),
    };

    private static IResult Reply(int status, string type, JsonNode value) =>
        Results.Json(new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value });

    private async Task TalkAsync(JsonNode activity)
    {
        switch (Text(activity, "text"))
        {
            case "type for ever":
                await SendAsync(activity, new JsonObject { ["type"] = "typing" });
                return;
            case "change":
                var id = await SendAsync(activity, OfText("The first words"));
                await ConnectAsync(HttpMethod.Put, activity, OfText("The second words"), "/" + id);
                return;
            case "delete":
                var sent = await SendAsync(activity, OfText("Soon gone"));
                await ConnectAsync(HttpMethod.Delete, activity, null, "/" + sent);
                return;
            default:
                foreach (var reply in Replies(activity))
                    await SendAsync(activity, reply);
                return;
        }
    }

    private static IEnumerable<JsonObject> Replies(JsonNode activity) => Text(activity, "text") switch
    {
        "card" => [OfCard(ToyCards.Answer)],
        "form" => [OfCard(ToyCards.Form)],
        "dialog" => [OfCard(ToyDialogs.Opener)],
        "names" => [OfCard(ToyNames.Form)],
        "hostile" => [OfText("<img src=x onerror=\"window.hurt=1\"> [press](javascript:window.hurt=1)"), OfCard(ToyCards.Hostile)],
        { } text => [OfText($"You said: **{CardParts.Plain(text)}**")],
        null => [OfText($"You sent: {activity["value"]?.ToJsonString()}")],
    };

    private static JsonObject OfText(string text) => new() { ["type"] = "message", ["text"] = text, ["textFormat"] = "markdown" };

    private static JsonObject OfCard(AdaptiveCard card) => new()
    {
        ["type"] = "message",
        ["summary"] = card.Summary,
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = AdaptiveCard.ContentType,
            ["content"] = JsonNode.Parse(card.ToUtf8Json().Span),
        }),
    };

    private async Task<string> SendAsync(JsonNode to, JsonObject reply)
    {
        using var response = await ConnectAsync(HttpMethod.Post, to, reply, "");
        return Text((await response.Content.ReadFromJsonAsync<JsonNode>())!, "id")!;
    }

    private async Task<HttpResponseMessage> ConnectAsync(HttpMethod method, JsonNode to, JsonObject? activity, string path)
    {
        var conversation = Uri.EscapeDataString(Text(to["conversation"]!, "id")!);
        using var request = new HttpRequestMessage(method, $"{Text(to, "serviceUrl")}v3/conversations/{conversation}/activities{path}");
        if (activity is not null)
            request.Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        var response = await connector.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return response;
    }

    private static string? Text(JsonNode node, string name) => node[name]?.GetValue<string>();
}
