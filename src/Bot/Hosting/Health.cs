using Bot.Activities;
using Bot.Activities.Tokens;
using Bot.Knowledge;
using Bot.Storage;

namespace Bot.Hosting;

/// <summary>Liveness and readiness. Not ready says why, in words.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(KnowledgeStore knowledge, Database database, CallerCheck callers, BotTokens tokens, CancellationToken ct)
    {
        List<string> missing = [];
        if (!knowledge.IsLoaded) missing.Add("The knowledge base is not loaded yet.");
        if (!await database.PingAsync(ct)) missing.Add("The database does not answer.");
        missing.AddRange(callers.Missing);
        missing.AddRange(tokens.Missing);
        return missing.Count == 0 ? Results.Text("ready") : Results.Text(string.Join('\n', missing), statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
