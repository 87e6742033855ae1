using Microsoft.Net.Http.Headers;

namespace Bot.LocalChat;

/// <summary>The page and exactly the files it loads; nothing else under wwwroot is served.</summary>
internal static class PageFiles
{
    // No inline script or style, and nothing from another machine, pictures included.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, string> TypeByPath = new(StringComparer.Ordinal)
    {
        ["index.html"] = "text/html; charset=utf-8",
        ["chat.css"] = "text/css; charset=utf-8",
        ["card.css"] = "text/css; charset=utf-8",
        ["dialog.css"] = "text/css; charset=utf-8",
        ["chat.js"] = "text/javascript; charset=utf-8",
        ["cards.js"] = "text/javascript; charset=utf-8",
        ["composer.js"] = "text/javascript; charset=utf-8",
        ["dialog.js"] = "text/javascript; charset=utf-8",
        ["feet.js"] = "text/javascript; charset=utf-8",
        ["suggestions.js"] = "text/javascript; charset=utf-8",
        ["transcript.js"] = "text/javascript; charset=utf-8",
        ["typeahead.js"] = "text/javascript; charset=utf-8",
        ["wire.js"] = "text/javascript; charset=utf-8",
        ["icon.svg"] = "image/svg+xml",
        ["host-config-light.json"] = "application/json",
        ["host-config-dark.json"] = "application/json",
        [CardRenderer] = "text/javascript; charset=utf-8",
        ["lib/markdown-it.umd.min.js"] = "text/javascript; charset=utf-8",
    };

    public const string CardRenderer = "lib/adaptivecards.min.js";

    public static void Map(RouteGroupBuilder room)
    {
        room.MapGet("/", (HttpContext http, IWebHostEnvironment environment) => File(http, environment, "index.html"));
        foreach (var path in TypeByPath.Keys)
            room.MapGet("/" + path, (HttpContext http, IWebHostEnvironment environment) => File(http, environment, path));
    }

    private static IResult File(HttpContext http, IWebHostEnvironment environment, string path)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(path);
        if (!file.Exists || file.PhysicalPath is null)
            return Results.NotFound();
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-cache";
        var tag = new EntityTagHeaderValue($"\"{file.LastModified.Ticks:x}-{file.Length:x}\"");
        return Results.File(file.PhysicalPath, TypeByPath[path], lastModified: file.LastModified, entityTag: tag);
    }
}
