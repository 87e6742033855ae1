using Bot.Files;
using Bot.Storage;

namespace Bot.Hosting;

/// <summary>Serves an offered file to whoever holds its link, for as long as it is kept.</summary>
internal static class FileEndpoint
{
    public static void MapFiles(this WebApplication app) => app.MapGet("/files/{id:length(40)}", FileAsync);

    private static async Task<IResult> FileAsync(string id, HttpContext http, FileLinks links, OfferedFiles files)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
        // Whether a file is not there, no longer there or not for this caller is nobody's business.
        if (!links.MayFetch(http) || await files.ReadAsync(id, http.RequestAborted) is not { } file)
            return Results.Text("This file is no longer here. Ask ICS Guide for it again.", statusCode: StatusCodes.Status404NotFound);
        return Results.File(file.Bytes.ToArray(), file.ContentType, file.Name);
    }
}
