using System.Security.Cryptography;
using Bot.Features.Maps;
using Bot.Knowledge;
using Microsoft.Net.Http.Headers;

namespace Bot.Hosting;

/// <summary>Serves the schematic maps by map and board code. They hold public facts, so anyone may fetch them.</summary>
internal static class MapFiles
{
    private const string OneDay = "public, max-age=86400";

    // A code is letters and digits, so no path can be meant.
    public static void MapMaps(this WebApplication app) => app.MapGet("/maps/{era}/{code:maxlength(5)}.png", Picture);

    private static IResult Picture(string era, string code, HttpContext http, KnowledgeStore knowledge, MapPictures pictures)
    {
        var records = knowledge.Current.Records;
        if (MapsFeature.EraOf(era) is not { } map || records.Map(map, code) is not { } tiles) return Results.NotFound();
        var png = pictures.Png(records.Set, tiles);
        http.Response.Headers.CacheControl = OneDay;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'";
        var tag = Convert.ToHexStringLower(SHA256.HashData(png.Span).AsSpan(0, 8));
        return Results.Bytes(png, "image/png", entityTag: new EntityTagHeaderValue($"\"{tag}\""));
    }
}
