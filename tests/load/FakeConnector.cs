namespace Load;

/// <summary>Takes whatever a bot says, as the connector of a channel would, and counts it.</summary>
internal static class FakeConnector
{
    private static readonly byte[] Taken = [.. "{\"id\":\"1\"}"u8];
    private static long s_taken;

    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build();
        app.MapPost("/v3/conversations/{conversation}/activities/{activity?}", TakeAsync);
        app.MapGet("/taken", () => Volatile.Read(ref s_taken).ToString(System.Globalization.CultureInfo.InvariantCulture));
        await app.RunAsync();
        return 0;
    }

    private static async Task TakeAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        Interlocked.Increment(ref s_taken);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Taken.Length;
        await context.Response.Body.WriteAsync(Taken);
    }
}
