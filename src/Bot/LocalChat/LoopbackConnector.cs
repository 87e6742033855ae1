using System.Text.Json;

namespace Bot.LocalChat;

/// <summary>The Bot Connector's sending half (teams-contract 6.4), whose messages go to the page instead of Teams.</summary>
internal static class LoopbackConnector
{
    private const int MaxBody = 256 * 1024;
    private const int MaxId = 1000;

    public static void Map(RouteGroupBuilder room)
    {
        var activities = room.MapGroup("/v3/conversations/{conversationId}/activities");
        activities.MapPost("/", (string conversationId, HttpContext http, Conversations chats, CancellationToken stop) =>
            SendAsync(conversationId, http.Request, chats, stop));
        activities.MapPost("/{activityId}", (string conversationId, string activityId, HttpContext http, Conversations chats, CancellationToken stop) =>
            SendAsync(conversationId, http.Request, chats, stop));
        activities.MapPut("/{activityId}", UpdateAsync);
        activities.MapDelete("/{activityId}", Delete);
    }

    private static async Task<IResult> SendAsync(string conversationId, HttpRequest request, Conversations chats, CancellationToken stop)
    {
        var id = chats.NextActivityId();
        var (activity, type, refusal) = await ReadAsync(conversationId, id, request, stop);
        if (refusal is not null)
            return refusal;
        if (type is "message" or "typing")
            chats.Get(conversationId).Publish(type, activity);
        return Results.Json(new { id }, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> UpdateAsync(
        string conversationId, string activityId, HttpRequest request, Conversations chats, CancellationToken stop)
    {
        var (activity, _, refusal) = await ReadAsync(conversationId, activityId, request, stop);
        if (refusal is not null)
            return refusal;
        chats.Get(conversationId).Publish("update", activity);
        return Results.Json(new { id = activityId });
    }

    private static IResult Delete(string conversationId, string activityId, Conversations chats)
    {
        if (conversationId.Length > MaxId || activityId.Length > MaxId)
            return Refuse(StatusCodes.Status400BadRequest, "BadArgument", $"An id may have up to {MaxId} characters.");
        chats.Get(conversationId).Publish("delete", ActivityJson.OnlyId(activityId));
        return Results.Ok();
    }

    private static async Task<(string Activity, string Type, IResult? Refusal)> ReadAsync(
        string conversationId, string activityId, HttpRequest request, CancellationToken stop)
    {
        if (conversationId.Length > MaxId || activityId.Length > MaxId)
            return ("", "", Refuse(StatusCodes.Status400BadRequest, "BadArgument", $"An id may have up to {MaxId} characters."));
        if (await CappedBody.ReadAsync(request, MaxBody, stop) is not { } body)
            return ("", "", Refuse(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "An activity may have up to 256 KB."));
        try
        {
            using var json = JsonDocument.Parse(body);
            if (ActivityJson.TypeOf(json.RootElement) is { } type)
                return (ActivityJson.WithId(json.RootElement, activityId), type, null);
        }
        catch (JsonException)
        {
            // Told to the caller below: to it, no JSON and the wrong JSON are one mistake.
        }
        return ("", "", Refuse(StatusCodes.Status400BadRequest, "BadSyntax", "Send one JSON object with a type, such as \"message\"."));
    }

    private static IResult Refuse(int status, string code, string message) =>
        Results.Json(new { error = new { code, message } }, statusCode: status);
}
